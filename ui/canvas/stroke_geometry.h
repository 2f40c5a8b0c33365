// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vision/stroke.h"

#include <QPainterPath>

#include <cstddef>
#include <vector>

namespace nabla::ui {

// A stroke is drawn as it is read, as the line through its points; only its corners are rounded, by
// less than the pen's own roundness hides. The line comes in pieces, so that a growing stroke is
// painted piece by piece: piece i ends in the middle between points i and i + 1 and never changes
// once point i + 1 is there; the tail runs from the last middle to the last point. Coordinates are
// multiplied by `scale`.

/// How far from a point its corner begins, in the stroke's units. A right angle loses 0.0071.
constexpr double cornerReach = 0.02;

/// Pieces that are settled: a stroke of n points has n - 1.
[[nodiscard]] std::size_t settledPieces(const Stroke &stroke);
[[nodiscard]] QPainterPath strokePiece(const Stroke &stroke, std::size_t piece, double scale);
/// A dot when the stroke has one point only. The stroke must not be empty.
[[nodiscard]] QPainterPath strokeTail(const Stroke &stroke, double scale);
/// The whole stroke, one path after the other. The time that a path takes which crosses itself
/// grows with the square of its length, so a long stroke, a scribble, has several.
[[nodiscard]] std::vector<QPainterPath> strokePaths(const Stroke &stroke, double scale);

/// What is left of a drawing when a round eraser moves in a straight line from one point to
/// another. Strokes are cut where it passes; strokes that it does not touch stay as they are.
[[nodiscard]] Drawing erased(const Drawing &drawing, StrokePoint from, StrokePoint to,
                             double radius);

} // namespace nabla::ui
