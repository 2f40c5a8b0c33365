// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>

namespace nabla {

/// A fresh folder for what a run keeps on the disk while it lives: this user's alone, removed with
/// everything in it at the end. A lock that only a living program holds tells it from what a crash
/// left behind.
class MomentFolder
{
public:
    /// Made below `parent`, which is made where it is missing. Throws FileError.
    explicit MomentFolder(const std::filesystem::path &parent);
    ~MomentFolder();
    MomentFolder(const MomentFolder &) = delete;
    MomentFolder &operator=(const MomentFolder &) = delete;

    [[nodiscard]] const std::filesystem::path &path() const { return m_path; }

    /// Removes the folders below `parent` whose programs are gone. What cannot be removed stays.
    static void removeLeftovers(const std::filesystem::path &parent);

private:
    [[nodiscard]] bool lock();

    std::filesystem::path m_path;
    int m_lock = -1; ///< descriptor of the lock file
};

/// A file as it was written: whoever reads it later can tell whether it still is.
struct FileMark
{
    std::uintmax_t bytes = 0;
    std::uint32_t checksum = 0; ///< CRC-32
    bool operator==(const FileMark &) const = default;
};

/// Throws FileError for a file that cannot be read.
[[nodiscard]] FileMark markOf(const std::filesystem::path &file);

/// Writes a file whole, or not at all; it need not survive a power failure. Throws FileError.
FileMark writeWhole(const std::filesystem::path &file, std::span<const std::byte> bytes);

} // namespace nabla
