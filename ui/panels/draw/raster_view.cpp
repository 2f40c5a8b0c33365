// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/draw/raster_view.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace nabla::ui {

namespace {

constexpr int side = 28;

} // namespace

RasterView::RasterView(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void RasterView::setRaster(const Raster &raster)
{
    if (raster == m_raster)
        return;
    m_raster = raster;
    update();
}

void RasterView::paintEvent(QPaintEvent *)
{
    const double room = std::min(width(), height()) - 2.0;
    // Whole device pixels a pixel, as long as that leaves a picture of a useful size.
    const double ratio = devicePixelRatioF();
    const double whole = std::floor(room * ratio / side) * side / ratio;
    const double shown = whole > 0.0 ? whole : room;
    const QRectF frame((width() - shown) / 2.0, (height() - shown) / 2.0, shown, shown);

    QPainter painter(this);
    painter.setPen(QPen(palette().color(QPalette::Mid), 1.0));
    painter.setBrush(Qt::black);
    painter.drawRect(frame.adjusted(-0.5, -0.5, 0.5, 0.5));
    const QImage image(m_raster.data(), side, side, side, QImage::Format_Grayscale8);
    painter.drawImage(frame, image);
}

} // namespace nabla::ui
