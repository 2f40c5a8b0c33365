// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/scope_layers.h"

#include "ui/plots/label_layout.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace nabla::ui {

namespace {

constexpr double labelGap = 6.0;
/// A long polyline is stroked as one path, and that costs more than its pieces do. They overlap by
/// a segment, so that no seam shows.
constexpr qsizetype pieceLength = 16;

void drawInPieces(QCPPainter *painter, const QPolygonF &line)
{
    for (qsizetype from = 0; from + 1 < line.size(); from += pieceLength - 2)
        painter->drawPolyline(line.constData() + from,
                              static_cast<int>(std::min(pieceLength, line.size() - from)));
}

QFont strong(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

ScopeLayer::ScopeLayer(QCustomPlot *plot, const QString &targetLayer, const ScopeScene &scene)
    : QCPLayerable(plot, targetLayer)
    , m_scene(scene)
{
}

QRect ScopeLayer::plotRect() const
{
    return mParentPlot->axisRect()->rect();
}

bool CurveLayer::canDraw(double value) const
{
    return std::isfinite(value) && (scene().scale != ScopeScale::Logarithmic || value > 0.0);
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
        if (curve.drawing == CurveDrawing::Envelope
            || curve.drawing == CurveDrawing::EnvelopeAndMean)
            drawEnvelope(painter, curve);
    }
    painter->setAntialiasing(true);
    for (const SceneCurve &curve : scene().curves) {
        if (curve.drawing != CurveDrawing::Envelope)
            drawLine(painter, curve);
    }
}

QPolygonF CurveLayer::lineOf(const SceneCurve &curve) const
{
    QPolygonF line;
    line.reserve(static_cast<qsizetype>(curve.line.size()));
    for (std::size_t i = 0; i < curve.line.size(); ++i) {
        if (canDraw(curve.line[i]))
            line.append({mParentPlot->xAxis->coordToPixel(curve.x[i]), pixelY(curve.line[i])});
    }
    return line;
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
    const QPen pen = streamingPen(curve.color, scene().colors.background);
    painter->setAntialiasing(true);
    painter->setPen(pen);
    painter->drawLines(slopes);
    painter->setAntialiasing(false);
    painter->setPen(Qt::NoPen);
    painter->setBrush(pen.color());
    painter->drawRects(uprights);
    painter->setBrush(Qt::NoBrush);
}

void CurveLayer::drawLine(QCPPainter *painter, const SceneCurve &curve) const
{
    const QPolygonF line = lineOf(curve);
    painter->setPen(meanPen(curve.color));
    drawInPieces(painter, line);
    const bool hasRoomForDots = static_cast<double>(line.size()) * 9.0 < m_rect.width();
    if (line.size() != 1 && (curve.drawing != CurveDrawing::Points || !hasRoomForDots))
        return;
    painter->setPen(Qt::NoPen);
    painter->setBrush(curve.color);
    for (const QPointF &point : line)
        painter->drawEllipse(point, 2.2, 2.2);
    painter->setBrush(Qt::NoBrush);
}

void LabelLayer::draw(QCPPainter *painter)
{
    const QFont font = strong(scene().font);
    const double height = QFontMetricsF(font).height() - 1.0;
    const QRect rect = plotRect();
    std::vector<const SceneCurve *> curves;
    std::vector<double> wanted;
    for (const SceneCurve &curve : scene().curves) {
        if (curve.label.isEmpty() || curve.line.empty() || !std::isfinite(curve.line.back()))
            continue;
        if (scene().scale == ScopeScale::Logarithmic && curve.line.back() <= 0.0)
            continue;
        curves.push_back(&curve);
        const double y = mParentPlot->yAxis->coordToPixel(curve.line.back());
        wanted.push_back(std::clamp<double>(y, rect.top(), rect.bottom()));
    }
    const std::vector<double> centres
        = spreadLabels(wanted, height, rect.top() - height / 2.0, rect.bottom() + height / 2.0);
    painter->setFont(font);
    for (std::size_t i = 0; i < curves.size(); ++i) {
        const QRectF box(rect.right() + labelGap, centres[i] - height, 400.0, 2.0 * height);
        painter->setPen(curves[i]->color);
        painter->drawText(box, Qt::AlignLeft | Qt::AlignVCenter, curves[i]->label);
    }
}

void MarkLayer::draw(QCPPainter *painter)
{
    const QRect rect = plotRect();
    const QFontMetricsF metrics(scene().font);
    std::vector<double> rowEnds(4, rect.left());
    painter->setFont(scene().font);
    painter->setAntialiasing(false);
    for (const SceneMark &mark : scene().marks) {
        const double x = mParentPlot->xAxis->coordToPixel(mark.x);
        if (x < rect.left() || x > rect.right())
            continue;
        const bool isKnob = mark.kind == SceneMark::Kind::Knob;
        const QColor color = isKnob ? scene().colors.secondaryText : scene().colors.text;
        painter->setPen(isKnob ? markPen(color) : QPen(color, 1.0));
        painter->drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()));
        const double width = metrics.horizontalAdvance(mark.text) + 2.0 * labelGap;
        const double left
            = x + width <= rect.right() ? x : std::max<double>(rect.left(), x - width);
        const auto free
            = std::find_if(rowEnds.begin(), rowEnds.end(), [&](double end) { return end <= left; });
        if (free == rowEnds.end())
            continue; // the line says that something was turned; there is no room to say what
        *free = left + width;
        const double y
            = rect.top() + static_cast<double>(free - rowEnds.begin()) * metrics.height();
        painter->setPen(color);
        painter->drawText(QRectF(left + labelGap, y, width, metrics.height()), Qt::AlignLeft,
                          mark.text);
    }
}

void CrosshairLayer::draw(QCPPainter *painter)
{
    if (!scene().crosshair)
        return;
    const QRect rect = plotRect();
    const double x = mParentPlot->xAxis->coordToPixel(*scene().crosshair);
    if (x < rect.left() || x > rect.right())
        return;
    painter->setAntialiasing(false);
    painter->setPen(QPen(scene().colors.secondaryText, 1.0));
    painter->drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()));
    painter->setAntialiasing(true);
    drawReadout(painter, x);
}

std::vector<CrosshairLayer::Reading> CrosshairLayer::readings() const
{
    std::vector<std::pair<double, const SceneCurve *>> read;
    for (const SceneCurve &curve : scene().curves) {
        const auto value = valueAt(curve, *scene().crosshair);
        if (value && !curve.label.isEmpty())
            read.emplace_back(*value, &curve);
    }
    // From top to bottom, as the curves lie.
    std::stable_sort(read.begin(), read.end(),
                     [](const auto &a, const auto &b) { return a.first > b.first; });
    std::vector<Reading> rows{{scene().colors.secondaryText, scene().crosshairTitle, {}}};
    for (const auto &[value, curve] : read)
        rows.push_back({curve->color, curve->label, valueText(scene().scale, value)});
    return rows;
}

void CrosshairLayer::drawReadout(QCPPainter *painter, double pixelX) const
{
    const std::vector<Reading> rows = readings();
    const QFontMetricsF metrics(scene().font);
    double nameWidth = 0.0;
    double valueWidth = 0.0;
    for (const Reading &row : rows) {
        valueWidth = std::max(valueWidth, metrics.horizontalAdvance(row.value));
        if (!row.value.isEmpty())
            nameWidth = std::max(nameWidth, metrics.horizontalAdvance(row.name));
    }
    const double padding = 6.0;
    const double gap = rows.size() > 1 ? 12.0 : 0.0;
    const double width
        = std::max(nameWidth + gap + valueWidth, metrics.horizontalAdvance(rows.front().name))
          + 2.0 * padding;
    const QRect rect = plotRect();
    // A narrow scope has room on neither side: better over the line than cut.
    const double left = pixelX + 10.0 + width < rect.right() ? pixelX + 10.0
                                                             : std::max(1.0, pixelX - 10.0 - width);
    const QRectF box(left, rect.top() + 2.0, width,
                     static_cast<double>(rows.size()) * metrics.height() + padding);
    painter->setPen(QPen(scene().colors.border, 1.0));
    painter->setBrush(scene().colors.background);
    painter->drawRoundedRect(box, 4.0, 4.0);
    painter->setFont(scene().font);
    QRectF line(left + padding, box.top() + padding / 2.0, width - 2.0 * padding, metrics.height());
    for (const Reading &row : rows) {
        painter->setPen(row.color);
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, row.name);
        painter->setPen(scene().colors.text);
        painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, row.value);
        line.translate(0.0, metrics.height());
    }
}

} // namespace nabla::ui
