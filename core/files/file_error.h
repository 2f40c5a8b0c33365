// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace nabla {

/// A file or folder that cannot be used: what() says what, where and what to do.
class FileError : public std::runtime_error
{
public:
    /// offset: the byte (of the decompressed content) where it went wrong; 0 for the whole file.
    /// what() becomes "path, at byte offset: what".
    FileError(std::filesystem::path path, std::uint64_t offset, const std::string &what);
    [[nodiscard]] const std::filesystem::path &path() const { return m_path; }
    [[nodiscard]] std::uint64_t offset() const { return m_offset; }

private:
    std::filesystem::path m_path;
    std::uint64_t m_offset;
};

} // namespace nabla
