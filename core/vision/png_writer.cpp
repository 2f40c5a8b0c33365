// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vision/gray_image.h"

#include <png.h>

#include <stdexcept>

namespace nabla {

std::vector<std::uint8_t> pngBytes(const GrayImage &image)
{
    png_image header{};
    header.version = PNG_IMAGE_VERSION;
    header.width = static_cast<png_uint_32>(image.width);
    header.height = static_cast<png_uint_32>(image.height);
    header.format = PNG_FORMAT_GRAY;
    std::vector<std::uint8_t> bytes(PNG_IMAGE_PNG_SIZE_MAX(header));
    png_alloc_size_t size = bytes.size();
    const bool isWritten = png_image_write_to_memory(&header, bytes.data(), &size, 0,
                                                     image.pixels.data(), 0, nullptr)
                           != 0;
    png_image_free(&header);
    if (!isWritten)
        throw std::runtime_error("a picture could not be made into a PNG");
    bytes.resize(size);
    return bytes;
}

} // namespace nabla
