// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vision/gray_image.h"

#include <png.h>

#include <algorithm>
#include <cstring>

namespace nabla {

namespace {

constexpr std::size_t channels = 2; // grey, alpha
constexpr int likeness = 24; // levels within which a picture is of one colour
constexpr int seenAlpha = 128; // what is fainter says nothing about the colour

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
    /// Grey and alpha, 8 bits each.
    [[nodiscard]] std::vector<std::uint8_t> read()
    {
        m_image.format = PNG_FORMAT_GA;
        std::vector<std::uint8_t> pixels(PNG_IMAGE_SIZE(m_image));
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
    const std::vector<std::uint8_t> pixels = png.read();
    GrayImage image{static_cast<int>(png.width()), static_cast<int>(png.height()), {}};
    int darkest = 255;
    int lightest = 0;
    bool hasAlpha = false;
    for (std::size_t i = 0; i < pixels.size(); i += channels) {
        hasAlpha = hasAlpha || pixels[i + 1] != 255;
        if (pixels[i + 1] < seenAlpha)
            continue;
        darkest = std::min<int>(darkest, pixels[i]);
        lightest = std::max<int>(lightest, pixels[i]);
    }
    const bool isOneColor = lightest - darkest <= likeness;
    image.pixels.reserve(pixels.size() / channels);
    for (std::size_t i = 0; i < pixels.size(); i += channels) {
        // A drawing of one colour says everything with its transparency, even when it is white.
        const int gray = isOneColor && hasAlpha ? 0 : pixels[i];
        const int alpha = pixels[i + 1];
        image.pixels.push_back(
            static_cast<std::uint8_t>((gray * alpha + 255 * (255 - alpha) + 127) / 255));
    }
    return image;
}

} // namespace nabla
