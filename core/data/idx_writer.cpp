// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/idx_writer.h"

#include "core/data/dataset.h"
#include "core/data/idx_format.h"
#include "core/files/verified_file.h"

#include <initializer_list>
#include <vector>

namespace nabla {

namespace {

void write(const std::filesystem::path &file, std::initializer_list<std::uint32_t> header,
           std::span<const std::uint8_t> bytes)
{
    std::vector<std::uint8_t> start;
    for (const std::uint32_t number : header) { // big-endian
        for (int shift = 24; shift >= 0; shift -= 8)
            start.push_back(static_cast<std::uint8_t>(number >> shift));
    }
    PartialFile output(file);
    output.write(start);
    output.write(bytes);
    output.commit();
}

} // namespace

void writeIdxImages(const std::filesystem::path &file, std::span<const std::uint8_t> pixels)
{
    write(file,
          {imagesMagic, static_cast<std::uint32_t>(pixels.size() / imagePixels), imageSide,
           imageSide},
          pixels);
}

void writeIdxLabels(const std::filesystem::path &file, std::span<const std::uint8_t> labels)
{
    write(file, {labelsMagic, static_cast<std::uint32_t>(labels.size())}, labels);
}

} // namespace nabla
