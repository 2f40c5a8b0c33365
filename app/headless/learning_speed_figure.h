// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/headless/svg_chart.h"

#include <string>
#include <vector>

namespace nabla {

/// Chapter 5's figure: the learning speed of every hidden layer through 500 full-batch steps,
/// measured by us with some seeds, and what the book recorded.
struct LearningSpeedFigure
{
    int hiddenLayers = 0;
    /// By seed (1 and up), step and layer.
    std::vector<std::vector<std::vector<double>>> ours;
};

/// Of several seeds the median, in a band from the least to the most. A step that a seed did not
/// reach, because it diverged, is left out of all.
[[nodiscard]] Chart chartOf(const LearningSpeedFigure &figure);

/// "source,seed,layer,step,speed": a row a number, ours and then the book's, which has no seed.
[[nodiscard]] std::string csvOf(const LearningSpeedFigure &figure);

} // namespace nabla
