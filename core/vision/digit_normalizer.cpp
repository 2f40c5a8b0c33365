// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vision/gray_image.h"
#include "core/vision/ink_image.h"
#include "core/vision/mnist_raster.h"

#include <algorithm>

namespace nabla {

bool isPreparedAlready(const GrayImage &image)
{
    if (image.width != rasterSide || image.height != rasterSide
        || std::ranges::max(image.pixels) <= 127)
        return false;
    for (int i = 0; i < rasterSide; ++i) {
        for (const int rim : {i, (rasterSide - 1) * rasterSide + i, i * rasterSide,
                              i * rasterSide + rasterSide - 1}) {
            if (image.pixels[static_cast<std::size_t>(rim)] != 0)
                return false;
        }
    }
    return true;
}

std::vector<std::uint8_t> normalizeDigit(const GrayImage &image)
{
    if (image.width < 1 || image.height < 1)
        return {};
    if (isPreparedAlready(image))
        return image.pixels;
    const InkImage ink = inkOf(image);
    if (ink.width == 0)
        return {};
    const Raster raster = normalizeInk(ink, boxOfInk(ink));
    return {raster.begin(), raster.end()};
}

} // namespace nabla
