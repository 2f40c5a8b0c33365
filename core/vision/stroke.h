// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace nabla {

/// A point of a pen's path; any unit, y downwards.
struct StrokePoint
{
    double x = 0.0;
    double y = 0.0;
    /// Of the pen, 0 ... 1; a mouse presses fully. For the look of the line on the paper alone: the
    /// network's picture is drawn with the pen of its frame.
    double pressure = 1.0;
    bool operator==(const StrokePoint &) const = default;
};

/// Farther coordinates are no points: squares of differences stay finite.
inline constexpr double farthestCoordinate = 1e150;

/// What the pen drew between touching and leaving the paper.
using Stroke = std::vector<StrokePoint>;
using Drawing = std::vector<Stroke>;

} // namespace nabla
