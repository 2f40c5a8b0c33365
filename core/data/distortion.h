// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace nabla {

/// How far training digits are distorted to make more of them (chapter 3, "Artificially expanding
/// the training data"; Simard, Steinkraus & Platt 2003).
struct Distortion
{
    double shift = 0.0; ///< pixels; uniform in +- shift along both axes
    double rotation = 0.0; ///< degrees; uniform in +- rotation
    double scaling = 0.0; ///< each axis times 1 +- scaling, uniform
    double shear = 0.0; ///< of the rows, as a share of the height; uniform in +- shear
    double elasticStrength = 0.0; ///< root mean square of the displacement along an axis, pixels
    double elasticSmoothness = 4.0; ///< sigma of the Gaussian that smooths it, pixels
    bool operator==(const Distortion &) const = default;
};

/// Everything times a factor; the smoothness stays.
[[nodiscard]] Distortion scaled(const Distortion &distortion, double factor);

struct NamedDistortion
{
    const char *id;
    Distortion distortion;
};

/// "none"; "shift": by up to a pixel; "affine": also rotated, scaled and sheared; "elastic": also
/// bent, as strongly as Simard's sigma 4, alpha 34.
[[nodiscard]] std::span<const NamedDistortion> distortions();
/// Throws std::invalid_argument that names the known ones.
[[nodiscard]] const Distortion &findDistortion(std::string_view id);

/// Distorts the images of one epoch. Each image's random numbers come from the seed, the epoch and
/// its index alone: any image can be made at any time, on any thread, with the same bytes on every
/// machine. Immutable once made.
class Distorter
{
public:
    /// Draws the epoch's elastic displacement fields.
    Distorter(const Distortion &distortion, std::uint64_t seed, int epoch);

    /// imagePixels bytes from imagePixels bytes; what comes from beyond the edge is paper.
    void distort(std::span<const std::uint8_t> image, int index,
                 std::span<std::uint8_t> result) const;

private:
    /// From a pixel of the result to where its ink comes from.
    struct Map
    {
        float xx, xy, yx, yy, x0, y0;
        const float *fieldX;
        const float *fieldY;
    };
    [[nodiscard]] Map drawMap(int index) const;
    void drawFields();

    Distortion m_distortion;
    std::uint64_t m_seed; ///< of this epoch
    std::vector<float> m_fields; ///< imagePixels numbers each; empty without elasticity
};

} // namespace nabla
