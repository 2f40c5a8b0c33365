// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/gzip_reader.h"

#include "core/files/file_error.h"

#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

namespace nabla {

namespace {

void requirePlainFile(const std::filesystem::path &path)
{
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (status.type() == std::filesystem::file_type::not_found)
        throw FileError(path, 0, "there is no such file; check the name");
    if (error)
        throw FileError(path, 0,
                        "cannot be looked at (" + error.message()
                            + "); check the rights of its folder");
    if (std::filesystem::is_directory(status))
        throw FileError(path, 0, "is a folder where a file was expected");
    // A pipe or a device could block for ever or never end.
    if (!std::filesystem::is_regular_file(status))
        throw FileError(path, 0, "is not a plain file; copy its content into one");
}

} // namespace

void GzipReader::Close::operator()(void *handle) const
{
    gzclose_r(static_cast<gzFile>(handle));
}

GzipReader::GzipReader(std::filesystem::path file)
    : m_path(std::move(file))
{
    requirePlainFile(m_path);
    errno = 0;
    m_handle.reset(gzopen(m_path.c_str(), "rbe"));
    if (!m_handle) {
        const int reason = errno;
        throw FileError(m_path, 0,
                        "cannot be opened ("
                            + std::string(reason ? std::strerror(reason) : "no memory")
                            + "); check the rights of the file and its folder");
    }
    std::error_code error;
    m_fileSize = std::filesystem::file_size(m_path, error);
    const auto handle = static_cast<gzFile>(m_handle.get());
    gzbuffer(handle, 128 * 1024);
    m_compressed = gzdirect(handle) == 0;
}

std::size_t GzipReader::read(std::span<std::uint8_t> buffer)
{
    const auto handle = static_cast<gzFile>(m_handle.get());
    std::size_t done = 0;
    while (done < buffer.size()) {
        constexpr std::size_t largest = 1U << 20;
        const auto wanted = static_cast<unsigned>(std::min(largest, buffer.size() - done));
        errno = 0;
        const int got = gzread(handle, buffer.data() + done, wanted);
        int code = Z_OK;
        const char *message = gzerror(handle, &code);
        if (got < 0 || (code != Z_OK && code != Z_STREAM_END)) {
            const std::string reason = code == Z_ERRNO ? std::strerror(errno) : message;
            if (code == Z_BUF_ERROR)
                throw FileError(m_path, m_position,
                                "the gzip file ends too early; it was cut off. "
                                "Copy or download it again");
            throw FileError(m_path, m_position,
                            "cannot be read or decompressed (" + reason
                                + "); the file is damaged. "
                                  "Copy or download it again");
        }
        if (got == 0)
            break;
        done += static_cast<std::size_t>(got);
        m_position += static_cast<std::size_t>(got);
    }
    return done;
}

} // namespace nabla
