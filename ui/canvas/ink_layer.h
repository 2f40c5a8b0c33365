// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vision/normalization.h"
#include "core/vision/stroke.h"

#include <QPixmap>

#include <cstddef>

class QPainter;
class QRectF;

namespace nabla::ui {

/// Paints a drawing's ink and keeps what it painted: a long scribble costs no more a point than a
/// short one.
class InkLayer
{
public:
    enum class LastStroke
    {
        Finished,
        Growing
    };

    /// Of a pen's line, as a share of the paper's height.
    static constexpr double penWidth = Sheet{}.penWidth;

    /// Call when strokes changed otherwise than by growing at their end.
    void invalidate() { m_isValid = false; }
    /// The drawing's unit is the sheet's height.
    void paint(QPainter &painter, const Drawing &drawing, LastStroke last, const QRectF &sheet);

private:
    void render(const Drawing &finished, QSizeF size, double pixelRatio);
    void inkSettledPieces(const Stroke &stroke, double side);

    QPixmap m_ink; ///< without the tail of the stroke that grows
    bool m_isValid = false;
    std::size_t m_finished = 0;
    std::size_t m_inkedPieces = 0; ///< of the stroke that grows
};

} // namespace nabla::ui
