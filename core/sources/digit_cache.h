// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/digits/digit_style.h"
#include "core/files/progress.h"

#include <cstdint>
#include <filesystem>
#include <optional>

namespace nabla {

/// The built-in set of a style, generated once and from then on read from the file, which is ten
/// times faster. What the file holds is proved by its checksum and by digits made anew; whatever is
/// wrong with it, and a file that cannot be written, means no more than that the digits are
/// generated. Empty only if progress said to cancel.
[[nodiscard]] std::optional<Dataset> cachedDigits(const std::filesystem::path &file,
                                                  const DigitStyle &style, std::uint64_t seed,
                                                  const ProgressFunction &progress = {});

/// The file itself: three sets with their pixels, compressed. Nothing for a file that is not there,
/// is no such file or is damaged.
[[nodiscard]] std::optional<Dataset> readDigitCache(const std::filesystem::path &file);
/// Atomic. Throws FileError.
void writeDigitCache(const std::filesystem::path &file, const Dataset &set);

} // namespace nabla
