// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace nabla::test {

/// Four bytes, most significant first.
[[nodiscard]] std::string bigEndian(std::uint32_t value);

/// An IDX file of images, image i filled with i + 1 in its first pixel and ink in its middle.
[[nodiscard]] std::string idxImages(std::uint32_t count);
/// An IDX file of the labels 0, 1, ... 9, 0, ...
[[nodiscard]] std::string idxLabels(std::uint32_t count);

[[nodiscard]] std::string gzipped(const std::string &bytes);

void writeFile(const std::filesystem::path &path, const std::string &bytes);
[[nodiscard]] std::string readFile(const std::filesystem::path &path);

/// The four files of a set, gzipped, under their usual names.
void writeIdxSet(const std::filesystem::path &folder, std::uint32_t training, std::uint32_t test);

} // namespace nabla::test
