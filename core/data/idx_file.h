// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/files/progress.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace nabla {

// Readers of the IDX files in which MNIST is published, gzipped or not. Nothing in a file is
// trusted: memory grows with the bytes really read and never beyond idxMaxItems. Everything wrong
// is a FileError that says what, where and what to do.

/// A file that declares more images or labels is refused (MNIST has 60,000).
inline constexpr std::uint32_t idxMaxItems = 1'000'000;

/// The pixels of an IDX file of 28 x 28 byte images, image after image; empty only if progress said
/// to cancel (a file without images is an error).
[[nodiscard]] std::vector<std::uint8_t> readIdxImages(const std::filesystem::path &file,
                                                      const ProgressFunction &progress = {});
/// Labels 0 ... 9, at least one.
[[nodiscard]] std::vector<std::uint8_t> readIdxLabels(const std::filesystem::path &file);

/// The four files of a data set, as found in its folder.
struct IdxFolder
{
    std::filesystem::path trainingImages;
    std::filesystem::path trainingLabels;
    std::filesystem::path testImages;
    std::filesystem::path testLabels;
};

/// Accepts the names train-images-idx3-ubyte and train-images.idx3-ubyte, each with or without .gz.
/// Throws FileError that names what is missing.
[[nodiscard]] IdxFolder findIdxFiles(const std::filesystem::path &folder);

/// Reads the four files; the last sixth of the training images is validation. Null only if progress
/// said to cancel. source and title are the folder's; the caller may rename it.
[[nodiscard]] std::optional<Dataset> readIdxFolder(const std::filesystem::path &folder,
                                                   const ProgressFunction &progress = {});

} // namespace nabla
