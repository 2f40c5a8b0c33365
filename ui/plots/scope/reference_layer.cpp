// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/scope/reference_layer.h"

#include <QFontMetricsF>

namespace nabla::ui {

namespace {

constexpr double radius = 3.4;
constexpr double nameGap = 7.0;

void drawCircle(QCPPainter *painter, const QPointF &center, const QColor &color,
                const QColor &background)
{
    painter->setPen(QPen(color, 1.5));
    painter->setBrush(background);
    painter->drawEllipse(center, radius, radius);
    painter->setBrush(Qt::NoBrush);
}

} // namespace

void ReferenceLayer::draw(QCPPainter *painter)
{
    const SceneReference &reference = scene().reference;
    if (reference.name.isEmpty())
        return;
    const QRect rect = plotRect();
    painter->setAntialiasing(true);
    for (const SceneReference::Point &point : reference.points) {
        if (isLogarithmic(scene().scale) && !(point.value > 0.0))
            continue;
        const QPointF center(mParentPlot->xAxis->coordToPixel(point.x),
                             mParentPlot->yAxis->coordToPixel(point.value));
        if (center.y() >= rect.top() && center.y() <= rect.bottom())
            drawCircle(painter, center, point.color, scene().colors.background);
    }
    drawName(painter);
}

/// In the upper right corner, where a learning speed seldom is.
void ReferenceLayer::drawName(QCPPainter *painter) const
{
    const PlotColors &colors = scene().colors;
    const QFontMetricsF metrics(scene().font);
    const QRect rect = plotRect();
    const double width = metrics.horizontalAdvance(scene().reference.name);
    QRectF box(rect.right() - width - nameGap, rect.top() + 2.0, width + 1.0, metrics.height());
    painter->setFont(scene().font);
    painter->fillRect(box.adjusted(-2.0 * (radius + nameGap), 0.0, 2.0, 0.0), colors.background);
    drawCircle(painter, QPointF(box.left() - nameGap - radius / 2.0, box.center().y()),
               colors.secondaryText, colors.background);
    painter->setPen(colors.secondaryText);
    painter->drawText(box, Qt::AlignLeft | Qt::AlignVCenter, scene().reference.name);
}

} // namespace nabla::ui
