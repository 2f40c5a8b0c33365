// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vision/color_pixels.h"
#include "core/vision/gray_image.h"

#include <png.h>

#include <algorithm>
#include <cstring>

namespace nabla {

namespace {

/// libpng's simplified interface: no callbacks, no jumps over our destructors.
class PngImage
{
public:
    explicit PngImage(const std::filesystem::path &path)
        : m_path(path)
    {
        std::memset(&m_image, 0, sizeof m_image);
        m_image.version = PNG_IMAGE_VERSION;
        if (!png_image_begin_read_from_file(&m_image, path.c_str()))
            fail();
    }
    ~PngImage() { png_image_free(&m_image); }
    PngImage(const PngImage &) = delete;
    PngImage &operator=(const PngImage &) = delete;

    [[nodiscard]] png_uint_32 width() const { return m_image.width; }
    [[nodiscard]] png_uint_32 height() const { return m_image.height; }
    [[nodiscard]] std::vector<ColorPixel> read()
    {
        m_image.format = PNG_FORMAT_RGBA;
        // Without a gamma they are as those of 8 bits are; libpng would take them to be linear.
        m_image.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
        std::vector<ColorPixel> pixels(std::size_t{width()} * height());
        if (!png_image_finish_read(&m_image, nullptr, pixels.data(), 0, nullptr))
            fail();
        return pixels;
    }

private:
    [[noreturn]] void fail() const
    {
        if (std::filesystem::is_directory(m_path))
            throw PictureError(m_path.string(), "is a folder; name the pictures in it");
        throw PictureError(m_path.string(), std::string("cannot be read as a PNG (")
                                                + m_image.message
                                                + "); save the picture as PNG again");
    }

    std::filesystem::path m_path;
    png_image m_image;
};

} // namespace

GrayImage readPng(const std::filesystem::path &path)
{
    PngImage png(path);
    const std::int64_t width = png.width();
    const std::int64_t height = png.height();
    if (std::max(width, height) > longestPictureSide || width * height > mostPicturePixels)
        throw PictureError(path.string(), "is " + std::to_string(png.width()) + " x "
                                              + std::to_string(png.height())
                                              + " pixels large; scale it down to at most 10,000 a "
                                                "side and 50 million in all");
    std::vector<ColorPixel> pixels = png.read();
    layOnPaper(pixels);
    return grayOf(static_cast<int>(width), static_cast<int>(height), pixels);
}

} // namespace nabla
