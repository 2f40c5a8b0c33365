// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/verified_file.h"

#include "core/files/file_error.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <zlib.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace nabla {

struct GzipContentCheck::Inflater
{
    z_stream stream{};
};

void GzipContentCheck::Release::operator()(Inflater *inflater) const
{
    inflateEnd(&inflater->stream);
    delete inflater;
}

GzipContentCheck::GzipContentCheck(std::uint64_t contentBytes, std::string contentSha256)
    : m_inflater(new Inflater)
    , m_expectedBytes(contentBytes)
    , m_expectedSha256(std::move(contentSha256))
{
    constexpr int gzipOnly = 16 + MAX_WBITS;
    if (inflateInit2(&m_inflater->stream, gzipOnly) != Z_OK)
        throw std::bad_alloc();
}

void GzipContentCheck::add(std::span<const std::uint8_t> compressed)
{
    z_stream &stream = m_inflater->stream;
    std::array<std::uint8_t, 65536> content; // filled by inflate before it is read
    stream.next_in = const_cast<std::uint8_t *>(compressed.data()); // zlib only reads it
    stream.avail_in = static_cast<unsigned>(compressed.size());
    while (stream.avail_in > 0) {
        if (m_ended)
            throw ContentError("sent more than the file");
        stream.next_out = content.data();
        stream.avail_out = static_cast<unsigned>(content.size());
        const int code = inflate(&stream, Z_NO_FLUSH);
        if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR)
            throw ContentError("sent something that is no sound gzip file");
        const std::size_t produced = content.size() - stream.avail_out;
        m_bytes += produced;
        if (m_bytes > m_expectedBytes)
            throw ContentError("sent a file whose content is larger than the right one");
        m_hash.add(std::span(content).first(produced));
        m_ended = code == Z_STREAM_END;
    }
}

void GzipContentCheck::finish() const
{
    if (!m_ended)
        throw ContentError("sent an incomplete file");
    if (m_bytes != m_expectedBytes || m_hash.hex() != m_expectedSha256)
        throw ContentError("sent a file with the wrong content (its SHA-256 differs)");
}

PartialFile::PartialFile(std::filesystem::path target)
    : m_target(std::move(target))
    , m_partial(m_target.string() + ".part")
{
    constexpr int readableByAll = 0666; // less the umask
    const int descriptor
        = ::open(m_partial.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, readableByAll);
    if (descriptor < 0)
        fail("created", errno);
    // Held until it is closed: two windows must not write into one file.
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        ::close(descriptor);
        throw FileError(m_partial, 0,
                        "is being downloaded by another window or program; wait for "
                        "that one to end");
    }
    m_descriptor = descriptor;
    restart();
}

PartialFile::~PartialFile()
{
    if (m_descriptor < 0)
        return;
    ::unlink(m_partial.c_str()); // before the lock goes, or another's file could be hit
    ::close(m_descriptor);
}

void PartialFile::restart()
{
    if (::ftruncate(m_descriptor, 0) != 0 || ::lseek(m_descriptor, 0, SEEK_SET) != 0)
        fail("emptied", errno);
    m_bytes = 0;
}

void PartialFile::write(std::span<const std::uint8_t> bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(m_descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            fail("written", errno);
        bytes = bytes.subspan(static_cast<std::size_t>(written));
        m_bytes += static_cast<std::uint64_t>(written);
    }
}

void PartialFile::commit(Durability durability)
{
    if (durability == Durability::Always && ::fsync(m_descriptor) != 0)
        fail("written", errno);
    if (::rename(m_partial.c_str(), m_target.c_str()) != 0)
        fail("renamed", errno);
    ::close(std::exchange(m_descriptor, -1));
}

void PartialFile::fail(const char *action, int reason) const
{
    std::string advice = "check the rights of its folder, or choose another one";
    if (reason == ENOSPC || reason == EDQUOT)
        advice = "the disk is full: free some space and try again";
    else if (reason == EFBIG)
        advice = "a limit on the size of files is too low: raise it and try again";
    else if (reason == EROFS)
        advice = "the disk is read-only: choose another folder";
    throw FileError(m_partial, m_bytes,
                    std::string("cannot be ") + action + " (" + std::strerror(reason) + "); "
                        + advice);
}

} // namespace nabla
