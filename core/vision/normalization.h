// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vision/mnist_raster.h"
#include "core/vision/stroke.h"

#include <array>
#include <cstddef>

namespace nabla {

/// The steps from the ink on the paper to the picture that a network reads. Each can be left out,
/// to see what it is for.
struct Normalization
{
    /// The ink fills the 20 x 20 box in the middle of the frame; otherwise the paper is the frame
    /// and the digit stays as small, and where, it was drawn.
    bool fitBox = true;
    /// Height and width are scaled alike; otherwise each to 20 pixels. Of the box only.
    bool keepAspect = true;
    /// The pen's width is that of the final frame; otherwise the paper's pen is scaled with the
    /// drawing, so that a small digit gets a fat line.
    bool penInFrame = true;
    /// The centre of mass is moved to pixel index (14, 14).
    bool centerByMass = true;
    bool operator==(const Normalization &) const = default;
};

inline constexpr std::size_t normalizationSteps = 4;
/// In the order in which they are taken.
inline constexpr std::array<bool Normalization::*, normalizationSteps> normalizationSwitches{
    &Normalization::fitBox, &Normalization::keepAspect, &Normalization::penInFrame,
    &Normalization::centerByMass};
inline constexpr Normalization noNormalization{false, false, false, false};

/// The sheet that was drawn on, in the drawing's units.
struct Sheet
{
    double left = 0.0;
    double top = 0.0;
    double side = 1.0;
    double penWidth = 0.06;
};

/// As rasterize() without paper does, which takes all the steps, with those that are switched on.
/// Never fails either; ink beyond the paper is lost where the box is not fitted.
[[nodiscard]] Raster rasterize(const Drawing &drawing, const Pen &pen, const Sheet &sheet,
                               const Normalization &steps);

using NormalizationStages = std::array<Raster, normalizationSteps + 1>;

/// Stage 0 is the ink as it stands on the paper; stage k has the first k steps taken, of those that
/// are switched on. rasterOf gives the raster with certain steps taken.
template <typename RasterOf>
[[nodiscard]] NormalizationStages stagesOf(const Normalization &steps, RasterOf rasterOf)
{
    NormalizationStages stages;
    Normalization taken = noNormalization;
    stages[0] = rasterOf(taken);
    for (std::size_t step = 0; step < normalizationSteps; ++step) {
        taken.*normalizationSwitches[step] = steps.*normalizationSwitches[step];
        stages[step + 1] = rasterOf(taken);
    }
    return stages;
}

/// Those of a drawing. The last one is what rasterize() gives.
[[nodiscard]] NormalizationStages normalizationStages(const Drawing &drawing, const Pen &pen,
                                                      const Sheet &sheet,
                                                      const Normalization &steps);

} // namespace nabla
