// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/file_error.h"
#include "core/sources/own_digits.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace nabla {

/// Where "My digits" live: userDataFolder()/my-digits.jsonl.
[[nodiscard]] std::filesystem::path ownDigitsFile();

/// The digits of such a file, one a line, {"strokes": [[[x, y], ...], ...], "label": 7}, or a
/// picture, {"pixels": [0, ...], "label": 7}, and what could not be read of it. No file: no digits.
/// Throws FileError where there is one that cannot be read at all.
struct OwnDigitsReading
{
    OwnDigits digits;
    std::size_t damagedLines = 0;
    std::string firstProblem; ///< file, line, what is wrong
};
[[nodiscard]] OwnDigitsReading readOwnDigits(const std::filesystem::path &file);

/// The file of "My digits" for one who changes it. Nothing in it is ever lost: a file that is
/// damaged, or that somebody else wrote meanwhile, is copied aside before it is written over. For
/// one thread at a time.
class OwnDigitsStore
{
public:
    explicit OwnDigitsStore(std::filesystem::path file);

    struct Opened
    {
        OwnDigits digits;
        std::string warning; ///< what could not be read and where it is kept; or empty
    };
    /// Throws FileError.
    [[nodiscard]] Opened open();
    /// Atomic, to the disk. A warning where another one's file was kept aside; or empty. Throws
    /// FileError: the old file is then untouched.
    [[nodiscard]] std::string save(const OwnDigits &digits);

private:
    /// Tells one version of the file from every other: each save makes a new one.
    struct Version
    {
        std::uint64_t node = 0;
        std::int64_t nanoseconds = 0;
        std::int64_t bytes = 0;
        bool operator==(const Version &) const = default;
    };
    [[nodiscard]] std::optional<Version> versionOnDisk() const;
    [[nodiscard]] std::filesystem::path copyAside() const;
    void write(const OwnDigits &digits);

    std::filesystem::path m_file;
    std::optional<Version> m_version; ///< read or written by this store
};

} // namespace nabla
