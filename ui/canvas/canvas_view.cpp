// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/canvas_view.h"

#include <algorithm>

namespace nabla::ui {

namespace {

constexpr double margin = 1.0; // for the border

} // namespace

void CanvasView::setSize(QSizeF size)
{
    const double side = std::max(1.0, std::min(size.width(), size.height()) - 2.0 * margin);
    m_frame = {margin, margin, side, side};
}

QRectF CanvasView::sheet() const
{
    const double side = m_zoom * m_frame.width();
    return {m_frame.topLeft() - side * m_origin, QSizeF(side, side)};
}

StrokePoint CanvasView::toSheet(QPointF position) const
{
    const QRectF whole = sheet();
    return {std::clamp((position.x() - whole.left()) / whole.width(), 0.0, 1.0),
            std::clamp((position.y() - whole.top()) / whole.height(), 0.0, 1.0)};
}

void CanvasView::zoomBy(double factor, QPointF fixed)
{
    const QPointF inFrame = (fixed - m_frame.topLeft()) / m_frame.width();
    const double zoom = std::clamp(m_zoom * factor, 1.0, largestZoom);
    m_origin += inFrame / m_zoom - inFrame / zoom;
    m_zoom = zoom;
    clampOrigin();
}

void CanvasView::moveBy(QPointF distance)
{
    m_origin -= distance / (m_zoom * m_frame.width());
    clampOrigin();
}

void CanvasView::showAll()
{
    m_zoom = 1.0;
    m_origin = {};
}

void CanvasView::clampOrigin()
{
    const double last = 1.0 - 1.0 / m_zoom;
    m_origin = {std::clamp(m_origin.x(), 0.0, last), std::clamp(m_origin.y(), 0.0, last)};
}

} // namespace nabla::ui
