// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/canvas_view.h"

#include <algorithm>

namespace nabla::ui {

namespace {

constexpr double margin = 1.0; // for the border

} // namespace

CanvasView::CanvasView(QObject *parent)
    : QObject(parent)
{
}

void CanvasView::setSize(QSizeF size)
{
    m_size = size;
    fit();
}

void CanvasView::setAspect(double aspect)
{
    m_aspect = aspect;
    fit();
}

void CanvasView::fit()
{
    const double height = std::max(
        1.0, std::min((m_size.width() - 2.0 * margin) / m_aspect, m_size.height() - 2.0 * margin));
    m_frame = {margin, margin, m_aspect * height, height};
    emit moved();
}

QRectF CanvasView::paper() const
{
    const QSizeF size = m_zoom * m_frame.size();
    const QPointF hidden(size.width() * m_origin.x(), size.height() * m_origin.y());
    return {m_frame.topLeft() - hidden, size};
}

QRectF CanvasView::placeOf(QSizeF picture) const
{
    const QRectF whole = paper();
    QRectF place(QPointF(), picture.scaled(whole.size(), Qt::KeepAspectRatio));
    place.moveCenter(whole.center());
    return place;
}

StrokePoint CanvasView::toPaper(QPointF position) const
{
    const QRectF whole = paper();
    return {std::clamp((position.x() - whole.left()) / whole.height(), 0.0, m_aspect),
            std::clamp((position.y() - whole.top()) / whole.height(), 0.0, 1.0)};
}

QPointF CanvasView::fromPaper(StrokePoint point) const
{
    const QRectF whole = paper();
    return whole.topLeft() + whole.height() * QPointF(point.x, point.y);
}

QPointF CanvasView::inShares(QPointF distance) const
{
    return {distance.x() / m_frame.width(), distance.y() / m_frame.height()};
}

void CanvasView::zoomBy(double factor, QPointF fixed)
{
    const QPointF inFrame = inShares(fixed - m_frame.topLeft());
    const double zoom = std::clamp(m_zoom * factor, 1.0, largestZoom);
    m_origin += inFrame / m_zoom - inFrame / zoom;
    m_zoom = zoom;
    clampOrigin();
    emit moved();
}

void CanvasView::moveBy(QPointF distance)
{
    m_origin -= inShares(distance) / m_zoom;
    clampOrigin();
    emit moved();
}

void CanvasView::showAll()
{
    m_zoom = 1.0;
    m_origin = {};
    emit moved();
}

void CanvasView::clampOrigin()
{
    const double last = 1.0 - 1.0 / m_zoom;
    m_origin = {std::clamp(m_origin.x(), 0.0, last), std::clamp(m_origin.y(), 0.0, last)};
}

} // namespace nabla::ui
