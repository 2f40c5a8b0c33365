// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vision/gray_image.h"
#include "core/vision/mnist_raster.h"

#include <vector>

namespace nabla {

/// How much darker than its paper (or brighter, where that is the ink) every pixel of a picture is.
struct InkImage
{
    int width = 0; ///< 0: nothing stands out from the paper
    int height = 0;
    std::vector<float> ink; ///< row by row, levels of grey; what is fainter than a stroke is 0
    float full = 0.0F; ///< of a whole stroke
    int reduction = 1; ///< pixels of the picture a pixel of this, along both sides

    [[nodiscard]] float at(int x, int y) const
    {
        return ink[static_cast<std::size_t>(y) * static_cast<std::size_t>(width)
                   + static_cast<std::size_t>(x)];
    }
};

/// Pixels left ... right - 1, top ... bottom - 1.
struct PixelBox
{
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
};

/// What is ink and what is paper is told by the picture's rim; the paper may be shaded. Pictures
/// with more than 2,048 pixels along a side are reduced first, by whole pixels.
[[nodiscard]] InkImage inkOf(const GrayImage &image);

/// The smallest box with all ink.
[[nodiscard]] PixelBox boxOfInk(const InkImage &image);

/// The ink where it stands on its paper: the frame is the square around the whole picture, with the
/// picture in its middle.
[[nodiscard]] Raster inkOnPaper(const InkImage &image);

enum class BoxShape
{
    Kept, ///< its longer side becomes 20 pixels
    Square ///< both do
};

/// The ink of a box, in the middle of the frame.
[[nodiscard]] Raster fitInk(const InkImage &image, const PixelBox &box, BoxShape shape);

/// The ink of a box as MNIST has it: longer side 20 pixels, centre of mass at index (14, 14).
[[nodiscard]] Raster normalizeInk(const InkImage &image, const PixelBox &box);

} // namespace nabla
