// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

namespace nabla {

/// Writes the parts one after the other into a file: aside, then to the disk, then renamed, so that
/// whoever reads the path sees the old content or the new one, even after a crash. Throws
/// std::runtime_error (the path not named) with what went wrong and what to do; the old file then
/// is untouched and nothing is left beside it. A device or a pipe is written to as it is.
void writeAtomically(const std::filesystem::path &path,
                     std::span<const std::span<const std::byte>> parts);

} // namespace nabla
