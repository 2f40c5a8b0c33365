// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/file_error.h"

#include <utility>

namespace nabla {

namespace {

std::string locate(const std::filesystem::path &path, std::uint64_t offset)
{
    if (offset == 0)
        return path.string() + ": ";
    return path.string() + ", at byte " + std::to_string(offset) + ": ";
}

} // namespace

FileError::FileError(std::filesystem::path path, std::uint64_t offset, const std::string &what)
    : std::runtime_error(locate(path, offset) + what)
    , m_path(std::move(path))
    , m_offset(offset)
{
}

} // namespace nabla
