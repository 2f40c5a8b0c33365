// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vision/stroke.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace nabla::ui {

/// How large the paper is shown and which part of it is seen. Lengths are the widget's, points of
/// the sheet are in units of its height.
class CanvasView
{
public:
    static constexpr double largestZoom = 4.0;
    static constexpr double zoomStep = 1.25; ///< a notch of the wheel, a press of the key

    void setSize(QSizeF size);
    /// The sheet's width against its height; 1 for a digit.
    void setAspect(double aspect);
    /// 1: the whole sheet is seen.
    [[nodiscard]] double zoom() const { return m_zoom; }
    /// What the sheet is seen through.
    [[nodiscard]] QRectF frame() const { return m_frame; }
    /// Where the whole sheet lies: around the frame, where it is zoomed.
    [[nodiscard]] QRectF sheet() const;
    [[nodiscard]] StrokePoint toSheet(QPointF position) const; ///< at most its rim

    /// The point under `fixed` stays there, as far as the sheet's rim allows.
    void zoomBy(double factor, QPointF fixed);
    void moveBy(QPointF distance);
    void showAll();

private:
    [[nodiscard]] QPointF inShares(QPointF distance) const; ///< of the frame's size
    void clampOrigin();

    QSizeF m_size{3.0, 3.0};
    double m_aspect = 1.0;
    QRectF m_frame{1.0, 1.0, 1.0, 1.0};
    double m_zoom = 1.0;
    QPointF m_origin; ///< of the frame's upper left corner, in shares of the sheet's size
};

} // namespace nabla::ui
