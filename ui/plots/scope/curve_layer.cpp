// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/scope/run_line.h"
#include "ui/plots/scope/scope_layers.h"

#include <algorithm>
#include <cmath>

namespace nabla::ui {

bool CurveLayer::canDraw(double value) const
{
    return std::isfinite(value) && (!isLogarithmic(scene().scale) || value > 0.0);
}

double CurveLayer::pixelY(double value) const
{
    // Far outside is as good as just outside, and cheaper to draw.
    return std::clamp(mParentPlot->yAxis->coordToPixel(value), m_rect.top() - 4.0,
                      m_rect.bottom() + 4.0);
}

void CurveLayer::draw(QCPPainter *painter)
{
    m_rect = plotRect(); // the plot searches its layout for it: once is enough
    for (const SceneCurve &curve : scene().curves) {
        if (hasEnvelope(curve))
            drawEnvelope(painter, curve);
        else if (curve.isSmoothed && scene().runs[curve.run].isShown)
            drawRaw(painter, curve);
    }
    painter->setAntialiasing(true);
    for (const SceneCurve &curve : scene().curves) {
        if (curve.drawing != CurveDrawing::Envelope)
            drawLine(painter, curve);
    }
}

QList<QPolygonF> CurveLayer::partsOf(const SceneCurve &curve,
                                     const std::vector<double> &values) const
{
    QList<QPolygonF> parts;
    bool isOpen = false;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!canDraw(values[i])) {
            isOpen = false;
            continue;
        }
        if (!isOpen)
            parts.append(QPolygonF());
        isOpen = true;
        parts.back().append({mParentPlot->xAxis->coordToPixel(curve.x[i]), pixelY(values[i])});
    }
    return parts;
}

double CurveLayer::pixelYOrFloor(double value) const
{
    return canDraw(value) ? pixelY(value) : m_rect.bottom() + 4.0;
}

std::vector<CurveLayer::Bar> CurveLayer::barsOf(const SceneCurve &curve) const
{
    std::vector<Bar> bars;
    bars.reserve(curve.columns.size());
    for (std::size_t i = 0; i < curve.columns.size(); ++i) {
        const PixelColumn &column = curve.columns[i];
        if (canDraw(column.max))
            bars.push_back({&column, mParentPlot->xAxis->coordToPixel(curve.x[i]),
                            pixelY(column.max), pixelYOrFloor(column.min)});
    }
    return bars;
}

void CurveLayer::drawEnvelope(QCPPainter *painter, const SceneCurve &curve) const
{
    const std::vector<Bar> bars = barsOf(curve);
    QVector<QLineF> slopes;
    QVector<QRect> uprights; // rectangles of one pixel's width cost half of what lines do
    uprights.reserve(static_cast<qsizetype>(bars.size()));
    for (std::size_t i = 0; i < bars.size(); ++i) {
        double top = bars[i].top;
        double bottom = bars[i].bottom;
        if (i > 0 && bars[i].column->index > bars[i - 1].column->index + 1)
            slopes.append(QLineF(bars[i - 1].x, pixelYOrFloor(bars[i - 1].column->last), bars[i].x,
                                 pixelYOrFloor(bars[i].column->first)));
        else if (i > 0) { // side by side: reaching to the neighbour joins them without a slope
            top = std::min(top, bars[i - 1].bottom);
            bottom = std::max(bottom, bars[i - 1].top);
        }
        const int height = qRound(bottom) - qRound(top);
        if (height >= 1)
            uprights.append(QRect(static_cast<int>(std::floor(bars[i].x)), qRound(top), 1, height));
    }
    const bool isBand = curve.drawing == CurveDrawing::Band; // wide areas, of several layers
    const QColor color = isBand ? quietArea(curve.color, scene().colors.background)
                                : streamingPen(curve.color, scene().colors.background).color();
    painter->setAntialiasing(true);
    painter->setPen(QPen(color, 1.0));
    painter->drawLines(slopes);
    painter->setAntialiasing(false);
    painter->setPen(Qt::NoPen);
    painter->setBrush(color);
    painter->drawRects(uprights);
    painter->setBrush(Qt::NoBrush);
}

void CurveLayer::drawRaw(QCPPainter *painter, const SceneCurve &curve) const
{
    std::vector<double> means;
    means.reserve(curve.columns.size());
    for (const PixelColumn &column : curve.columns)
        means.push_back(column.mean());
    painter->setAntialiasing(true);
    painter->setPen(rawPen(curve.color, scene().colors.background));
    for (const QPolygonF &part : partsOf(curve, means))
        drawRunLine(*painter, part, 0);
}

void CurveLayer::drawLine(QCPPainter *painter, const SceneCurve &curve) const
{
    const SceneRun &run = scene().runs[curve.run];
    const bool isThin = curve.isNoisy || !run.isShown;
    painter->setPen(isThin ? besidePen(curve.color) : meanPen(curve.color));
    const QList<QPolygonF> parts = partsOf(curve, curve.line);
    for (const QPolygonF &part : parts)
        drawRunLine(*painter, part, run.style);
    drawDots(painter, curve, parts);
}

void CurveLayer::drawDots(QCPPainter *painter, const SceneCurve &curve,
                          const QList<QPolygonF> &parts) const
{
    const bool hasRoom = static_cast<double>(curve.line.size()) * 9.0 < m_rect.width();
    // On other runs' lines they would hide the style.
    const bool hasAll = curve.drawing == CurveDrawing::Points && hasRoom && !curve.isSmoothed
                        && scene().runs[curve.run].isShown;
    painter->setPen(Qt::NoPen);
    painter->setBrush(curve.color);
    for (const QPolygonF &part : parts) {
        if (!hasAll && part.size() != 1)
            continue;
        for (const QPointF &point : part)
            painter->drawEllipse(point, 2.2, 2.2);
    }
    painter->setBrush(Qt::NoBrush);
}

} // namespace nabla::ui
