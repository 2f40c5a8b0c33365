// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vision/stroke.h"

#include <QPointF>

#include <optional>

class QKeyEvent;
class QPainter;
class QPalette;

namespace nabla::ui {

/// A pen for those who draw without mouse, finger or tablet: the arrow keys move it (by smaller
/// steps with Shift), Enter puts it on the paper and lifts it again, Escape puts it away. The
/// first of these keys fetches it.
class KeyboardPen
{
public:
    enum class Act
    {
        None, ///< not a key of the pen
        Move,
        Press, ///< put it on the paper, or lift it
        PutAway, ///< only a pen that is there
    };
    [[nodiscard]] Act actOf(const QKeyEvent &event) const;
    /// What an arrow key moves it by, in units of the paper's height.
    [[nodiscard]] static QPointF step(const QKeyEvent &event);

    /// On the sheet; nothing where it is put away.
    [[nodiscard]] const std::optional<StrokePoint> &place() const { return m_place; }
    void putAt(StrokePoint place) { m_place = place; }
    void putAway() { m_place.reset(); }

    /// Crosshairs around a place in the widget, closed to a ring while the pen is down.
    static void paint(QPainter &painter, QPointF place, const QPalette &palette, bool isDown);

private:
    std::optional<StrokePoint> m_place;
};

} // namespace nabla::ui
