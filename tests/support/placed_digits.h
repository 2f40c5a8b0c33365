// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vision/gray_image.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>

namespace nabla::test {

/// A black picture.
inline GrayImage blackPicture(int width, int height)
{
    return {width, height,
            std::vector<std::uint8_t>(static_cast<std::size_t>(width)
                                      * static_cast<std::size_t>(height))};
}

/// Adds a 28 x 28 digit of bright ink, `scale` times as large, its middle at (x, y) pixels:
/// interpolated where it grows, averaged over some samples a pixel where it shrinks, copied where
/// it does neither and the middle is on whole pixels.
inline void placeDigit(GrayImage &picture, std::span<const std::uint8_t> digit, double scale,
                       double x, double y)
{
    constexpr int side = 28;
    const int samples = scale < 1.0 ? 4 : 1;
    const auto pixel = [&](int u, int v) {
        return u < 0 || v < 0 || u >= side || v >= side
                   ? 0.0
                   : static_cast<double>(digit[static_cast<std::size_t>(v * side + u)]);
    };
    const auto interpolated = [&](double u, double v) {
        const int left = static_cast<int>(std::floor(u));
        const int top = static_cast<int>(std::floor(v));
        const double a = u - left;
        const double b = v - top;
        return (1 - b) * ((1 - a) * pixel(left, top) + a * pixel(left + 1, top))
               + b * ((1 - a) * pixel(left, top + 1) + a * pixel(left + 1, top + 1));
    };
    for (int row = 0; row < picture.height; ++row) {
        for (int column = 0; column < picture.width; ++column) {
            double sum = 0.0;
            for (int i = 0; i < samples * samples; ++i) {
                const double px = column + (i % samples + 0.5) / samples - x;
                const double py = row + (i / samples + 0.5) / samples - y;
                if (std::fabs(px) <= scale * side && std::fabs(py) <= scale * side)
                    sum += interpolated(px / scale + 0.5 * side - 0.5,
                                        py / scale + 0.5 * side - 0.5);
            }
            std::uint8_t &target
                = picture.pixels[static_cast<std::size_t>(row * picture.width + column)];
            target = static_cast<std::uint8_t>(
                std::min(255.0, target + sum / (samples * samples) + 0.5));
        }
    }
}

} // namespace nabla::test
