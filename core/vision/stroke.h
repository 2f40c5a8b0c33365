// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace nabla {

/// A point of a pen's path; any unit, y downwards.
struct StrokePoint
{
    double x = 0.0;
    double y = 0.0;
    bool operator==(const StrokePoint &) const = default;
};

/// What the pen drew between touching and leaving the paper.
using Stroke = std::vector<StrokePoint>;
using Drawing = std::vector<Stroke>;

} // namespace nabla
