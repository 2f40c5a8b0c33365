// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>

namespace nabla {

/// Write the IDX files in which MNIST is published, not gzipped; a file has its name only when it
/// is complete. Throw FileError.
void writeIdxImages(const std::filesystem::path &file, std::span<const std::uint8_t> pixels);
void writeIdxLabels(const std::filesystem::path &file, std::span<const std::uint8_t> labels);

} // namespace nabla
