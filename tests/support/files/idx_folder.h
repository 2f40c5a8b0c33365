// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/small_data.h"

#include <filesystem>
#include <fstream>
#include <string>

namespace nabla::test {

inline std::string bigEndian(std::uint32_t value)
{
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += static_cast<char>(value >> shift & 0xffU);
    return bytes;
}

inline void writeIdxPair(const std::filesystem::path &images, const std::filesystem::path &labels,
                         const LabelledImages &digits)
{
    std::ofstream imageFile(images, std::ios::binary);
    std::ofstream labelFile(labels, std::ios::binary);
    const auto count = static_cast<std::uint32_t>(digits.size());
    imageFile << bigEndian(0x803) << bigEndian(count) << bigEndian(28) << bigEndian(28);
    labelFile << bigEndian(0x801) << bigEndian(count);
    for (int i = 0; i < digits.size(); ++i) {
        const auto image = digits.image(i);
        imageFile.write(reinterpret_cast<const char *>(image.data()),
                        static_cast<std::streamsize>(image.size()));
        labelFile.put(static_cast<char>(digits.label(i)));
    }
}

/// A folder of four plain IDX files with bar digits.
inline void writeIdxFolder(const std::filesystem::path &folder, int training, int test)
{
    std::filesystem::create_directories(folder);
    writeIdxPair(folder / "train-images-idx3-ubyte", folder / "train-labels-idx1-ubyte",
                 barDigits(training, 1));
    writeIdxPair(folder / "t10k-images-idx3-ubyte", folder / "t10k-labels-idx1-ubyte",
                 barDigits(test, 3));
}

} // namespace nabla::test
