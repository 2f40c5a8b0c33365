// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPolygonF>

class QPainter;

namespace nabla::ui {

/// How many lines of runs can be told apart: 0 solid, 1 dashed, 2 dotted, 3 dashed and dotted.
inline constexpr int runLineStyles = 4;

/// The strokes of a line in the style of its run; a solid line is one. Qt's own dashes cost
/// several times as much on lines of many points.
[[nodiscard]] QList<QPolygonF> runStrokes(const QPolygonF &line, int style);

/// Draws a line with the painter's pen, which must be solid.
void drawRunLine(QPainter &painter, const QPolygonF &line, int style);

} // namespace nabla::ui
