// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vision/stroke.h"

#include <QObject>
#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace nabla::ui {

/// How large the paper is shown and which part of it is seen. Lengths are the widget's, points on
/// the paper are in units of its height.
class CanvasView final : public QObject
{
    Q_OBJECT

public:
    static constexpr double largestZoom = 4.0;
    static constexpr double zoomStep = 1.25; ///< a notch of the wheel, a press of the key

    explicit CanvasView(QObject *parent = nullptr);

    void setSize(QSizeF size);
    /// The paper's width against its height; 1 for a digit.
    void setAspect(double aspect);
    /// 1: the whole paper is seen.
    [[nodiscard]] double zoom() const { return m_zoom; }
    /// What of the widget the paper is seen through.
    [[nodiscard]] QRectF frame() const { return m_frame; }
    /// Where the whole paper lies: around the frame, where it is zoomed.
    [[nodiscard]] QRectF paper() const;
    /// Where a picture of this size lies: in the paper's middle, as large as it can.
    [[nodiscard]] QRectF placeOf(QSizeF picture) const;
    [[nodiscard]] StrokePoint toPaper(QPointF position) const; ///< at most its rim
    [[nodiscard]] QPointF fromPaper(StrokePoint point) const;

    /// The point under `fixed` stays there, as far as the paper's rim allows.
    void zoomBy(double factor, QPointF fixed);
    void zoomAtMiddle(double factor) { zoomBy(factor, m_frame.center()); }
    void moveBy(QPointF distance);
    void showAll();

signals:
    /// The paper was resized, zoomed, or moved under its frame.
    void moved();

private:
    void fit();
    [[nodiscard]] QPointF inShares(QPointF distance) const; ///< of the frame's size
    void clampOrigin();

    QSizeF m_size{3.0, 3.0};
    double m_aspect = 1.0;
    QRectF m_frame{1.0, 1.0, 1.0, 1.0};
    double m_zoom = 1.0;
    QPointF m_origin; ///< of the frame's upper left corner, in shares of the paper's size
};

} // namespace nabla::ui
