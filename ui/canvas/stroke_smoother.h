// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vision/stroke.h"

#include <cstddef>

namespace nabla::ui {

/// Where a slow machine or a quick hand leaves the points of a stroke far apart, it lays points of
/// a smooth curve between them: a cubic Hermite curve through all of them, whose tangent at a point
/// is that of the circle through it and its two neighbours. Points that show no corners stay as
/// they came, and so does every corner that the hand made. What is shown and what is read are
/// therefore one and the same line. Points are in units of the paper's side.
class StrokeSmoother
{
public:
    /// A curve that leaves the straight line by less is not worth its points: an eighth of the pen.
    static constexpr double leastBow = 0.01;
    /// About how far the points of a curve lie from each other.
    static constexpr double step = 0.03;
    /// A turn of more than 60 degrees is a corner, not a bow: its cosine.
    static constexpr double sharpest = 0.5;

    void begin(StrokePoint point);
    /// Appends the point to the stroke that begin() began. Whether points were laid before it too:
    /// the curve between two points is known when the next one is there.
    bool extend(Stroke &stroke, StrokePoint point);
    /// Lays the curve of the last two points. Whether it did.
    bool finish(Stroke &stroke);

private:
    bool join(Stroke &stroke, const StrokePoint *after);

    Stroke m_given; ///< the last three that came, or fewer
};

} // namespace nabla::ui
