// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vision/gray_image.h"

#include <cstdint>
#include <span>

namespace nabla {

/// A pixel of a picture as files have it: 8 bits a channel, not premultiplied. In memory as
/// libpng's PNG_FORMAT_RGBA and Qt's Format_RGBA8888.
struct ColorPixel
{
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    std::uint8_t alpha = 255;
    bool operator==(const ColorPixel &) const = default;
};
static_assert(sizeof(ColorPixel) == 4);

/// The one grey of a colour here, as light as the colour is: whatever reads a picture reads it in
/// this grey.
[[nodiscard]] std::uint8_t luminance(const ColorPixel &pixel);

/// Makes a picture opaque. What is transparent shows white paper; but a picture that is transparent
/// somewhere and has one grey, or nearly, everywhere else tells all by its transparency: that is
/// black ink then, be it drawn in white. Decided on the grey that is read, so that what is shown of
/// a picture is what is read of it.
void layOnPaper(std::span<ColorPixel> picture);

/// Of opaque pixels, row by row.
[[nodiscard]] GrayImage grayOf(int width, int height, std::span<const ColorPixel> pixels);

} // namespace nabla
