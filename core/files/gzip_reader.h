// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

namespace nabla {

/// Reads a file front to back, decompressing it if it is gzipped. One thread at a time.
class GzipReader
{
public:
    /// Throws FileError if the file is absent, not a plain file or not readable.
    explicit GzipReader(std::filesystem::path file);

    /// Fills as much of the buffer as there is left and says how much; less than the buffer's size
    /// only at the end. Throws FileError for a damaged or cut off gzip stream and for a read error.
    std::size_t read(std::span<std::uint8_t> buffer);

    /// Decompressed bytes read so far.
    [[nodiscard]] std::uint64_t position() const { return m_position; }
    /// Bytes on the disk, compressed or not.
    [[nodiscard]] std::uint64_t fileSize() const { return m_fileSize; }
    [[nodiscard]] bool isCompressed() const { return m_compressed; }
    [[nodiscard]] const std::filesystem::path &path() const { return m_path; }

private:
    struct Close
    {
        void operator()(void *handle) const;
    };

    std::filesystem::path m_path;
    std::unique_ptr<void, Close> m_handle; ///< a gzFile; zlib.h stays out of the header
    std::uint64_t m_position = 0;
    std::uint64_t m_fileSize = 0;
    bool m_compressed = false;
};

} // namespace nabla
