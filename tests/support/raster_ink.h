// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vision/mnist_raster.h"

#include <algorithm>
#include <cstddef>

namespace nabla::test {

/// The ink of a raster: bounding box, centre of mass, and sum of the levels 0 ... 255.
struct RasterInk
{
    static constexpr int side = 28;
    int left = side, right = -1, top = side, bottom = -1;
    double x = 0.0, y = 0.0, sum = 0.0;

    explicit RasterInk(const Raster &raster)
    {
        for (int row = 0; row < side; ++row) {
            for (int column = 0; column < side; ++column) {
                const int value = raster[static_cast<std::size_t>(row * side + column)];
                if (value == 0)
                    continue;
                left = std::min(left, column);
                right = std::max(right, column);
                top = std::min(top, row);
                bottom = std::max(bottom, row);
                sum += value;
                x += value * column;
                y += value * row;
            }
        }
        if (sum > 0.0) {
            x /= sum;
            y /= sum;
        }
    }
    [[nodiscard]] int width() const { return right - left + 1; }
    [[nodiscard]] int height() const { return bottom - top + 1; }
    [[nodiscard]] int longerSide() const { return std::max(width(), height()); }
};

} // namespace nabla::test
