// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vision/gray_image.h"
#include "core/vision/mnist_raster.h"
#include "core/vision/normalization.h"

#include <array>
#include <cstddef>
#include <optional>

namespace nabla {

/// A picture of one digit, prepared in every way that the steps can be switched; the picture itself
/// is not kept. It has no pen: its lines are as wide as they are, and penInFrame changes nothing.
class PreparedPicture
{
public:
    PreparedPicture() = default; ///< blank
    /// Of a picture that is as MNIST's are: no step has anything left to do.
    explicit PreparedPicture(const Raster &prepared) { m_rasters.fill(prepared); }
    /// Of ink on its paper, and fitted into the box in its shape and as a square.
    PreparedPicture(const Raster &onPaper, const Raster &inShape, const Raster &asSquare);

    /// With the steps that are switched on. With all of them: what normalizeDigit() gives.
    [[nodiscard]] const Raster &raster(const Normalization &steps = {}) const;
    /// As normalizationStages() of a drawing: 0 is the ink as it stands on the paper, which is the
    /// square around the picture.
    [[nodiscard]] NormalizationStages stages(const Normalization &steps) const;

    bool operator==(const PreparedPicture &) const = default;

private:
    std::array<Raster, 8> m_rasters{}; ///< by fitBox, keepAspect and centerByMass, a bit each
};

/// Nothing where there is no ink.
[[nodiscard]] std::optional<PreparedPicture> preparePicture(const GrayImage &image);

} // namespace nabla
