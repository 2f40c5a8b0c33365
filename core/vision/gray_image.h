// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vision/mnist_raster.h"

#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace nabla {

/// A picture in shades of grey, of any size.
struct GrayImage
{
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels; ///< row by row; 0 black, 255 white
};

/// At most so many pixels of a picture are read, along a side and in all.
inline constexpr int longestPictureSide = 10'000;
inline constexpr std::int64_t mostPicturePixels = 50'000'000; // of a large camera

/// A picture or drawing that cannot be read: what() says which file, what is wrong, what to do.
class PictureError : public std::runtime_error
{
public:
    PictureError(const std::string &file, const std::string &problem)
        : std::runtime_error(file + ": " + problem)
    {
    }
};

/// Reads a PNG of any kind with libpng, laid on paper (layOnPaper()), in shades of grey. At most
/// longestPictureSide and mostPicturePixels. Throws PictureError.
[[nodiscard]] GrayImage readPng(const std::filesystem::path &path);

/// The bytes of a PNG file, 8 bits a pixel. Throws std::runtime_error where memory is short.
[[nodiscard]] std::vector<std::uint8_t> pngBytes(const GrayImage &image);

/// A 28 x 28 picture of bright ink with a black rim, as MNIST's are.
[[nodiscard]] bool isPreparedAlready(const GrayImage &image);

/// A digit as MNIST's are prepared: what is ink and what is paper is told by the picture's rim (the
/// paper may be shaded), the ink's longer side becomes 20 pixels, its centre of mass index (14,
/// 14). What isPreparedAlready() is taken as it is. Empty where there is no ink.
[[nodiscard]] std::vector<std::uint8_t> normalizeDigit(const GrayImage &image);

} // namespace nabla
