// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vision/color_pixels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace nabla {

namespace {

constexpr int likeness = 24; // levels within which a picture is of one grey
constexpr int seenAlpha = 128; // what is fainter says nothing about the colour

/// The light of a channel's levels, and of those half a level above them: sRGB's curve.
struct Light
{
    std::array<double, 256> of{};
    std::array<double, 255> above{};

    Light()
    {
        for (std::size_t level = 0; level < of.size(); ++level)
            of[level] = at(static_cast<double>(level));
        for (std::size_t level = 0; level < above.size(); ++level)
            above[level] = at(static_cast<double>(level) + 0.5);
    }
    static double at(double level)
    {
        const double value = level / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    }
};

/// Everything is in the transparency.
bool isInkAlone(std::span<const ColorPixel> picture)
{
    if (std::ranges::all_of(picture, [](const ColorPixel &pixel) { return pixel.alpha == 255; }))
        return false;
    int darkest = 255;
    int lightest = 0;
    for (const ColorPixel &pixel : picture) {
        if (pixel.alpha < seenAlpha)
            continue;
        const int gray = luminance(pixel);
        darkest = std::min(darkest, gray);
        lightest = std::max(lightest, gray);
    }
    return lightest - darkest <= likeness;
}

} // namespace

std::uint8_t luminance(const ColorPixel &pixel)
{
    if (pixel.red == pixel.green && pixel.green == pixel.blue)
        return pixel.red;
    static const Light light;
    const double sum = 0.2126 * light.of[pixel.red] + 0.7152 * light.of[pixel.green]
                       + 0.0722 * light.of[pixel.blue];
    const auto next = std::ranges::lower_bound(light.above, sum);
    return static_cast<std::uint8_t>(next - light.above.begin());
}

void layOnPaper(std::span<ColorPixel> picture)
{
    const int ink = isInkAlone(picture) ? 0 : 255;
    for (ColorPixel &pixel : picture) {
        const auto onPaper = [ink, alpha = pixel.alpha](int channel) {
            const int light = std::min(channel, ink);
            return static_cast<std::uint8_t>((light * alpha + 255 * (255 - alpha) + 127) / 255);
        };
        pixel = {onPaper(pixel.red), onPaper(pixel.green), onPaper(pixel.blue), 255};
    }
}

GrayImage grayOf(int width, int height, std::span<const ColorPixel> pixels)
{
    GrayImage image{width, height, {}};
    image.pixels.reserve(pixels.size());
    std::ranges::transform(pixels, std::back_inserter(image.pixels), luminance);
    return image;
}

} // namespace nabla
