// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/atomic_file.h"

#include <cerrno>
#include <cstring>
#include <stdexcept>
#include <string>

#include <fcntl.h>
#include <unistd.h>

namespace nabla {

namespace {

[[noreturn]] void fail(const std::string &what, int error)
{
    const char *remedy = error == ENOSPC || error == EDQUOT ? "make room on the disk"
                         : error == ENOENT                  ? "does the folder exist?"
                                                            : "may you write there?";
    throw std::runtime_error(what + ": " + std::strerror(error) + "; " + remedy);
}

/// A file descriptor that is closed in any case.
class Descriptor
{
public:
    Descriptor(const std::filesystem::path &path, int flags)
        : m_descriptor(::open(path.c_str(), flags | O_CLOEXEC, 0666))
    {
    }
    ~Descriptor() { close(); }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    [[nodiscard]] int get() const { return m_descriptor; }
    int close()
    {
        const int result = m_descriptor < 0 ? 0 : ::close(m_descriptor);
        m_descriptor = -1;
        return result;
    }

private:
    int m_descriptor;
};

/// Removes the file aside unless it was renamed.
class Leftover
{
public:
    explicit Leftover(std::filesystem::path path)
        : m_path(std::move(path))
    {
    }
    ~Leftover()
    {
        if (!m_path.empty())
            ::unlink(m_path.c_str());
    }
    Leftover(const Leftover &) = delete;
    Leftover &operator=(const Leftover &) = delete;
    void release() { m_path.clear(); }

private:
    std::filesystem::path m_path;
};

void writeAll(int descriptor, std::span<const std::byte> bytes)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            fail("could not be written completely", errno);
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
}

bool isDeviceOrPipe(const std::filesystem::path &path)
{
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    return std::filesystem::exists(status) && std::filesystem::is_other(status);
}

void writeInto(const std::filesystem::path &path, std::span<const std::span<const std::byte>> parts)
{
    Descriptor file(path, O_WRONLY);
    if (file.get() < 0)
        fail("cannot be written", errno);
    for (const auto part : parts)
        writeAll(file.get(), part);
    if (file.close() != 0)
        fail("could not be written completely", errno);
}

} // namespace

void writeAtomically(const std::filesystem::path &path,
                     std::span<const std::span<const std::byte>> parts)
{
    if (isDeviceOrPipe(path)) {
        writeInto(path, parts); // it holds nothing that could be lost, and no file may replace it
        return;
    }
    std::filesystem::path aside = path;
    aside += ".part";
    Descriptor file(aside, O_WRONLY | O_CREAT | O_TRUNC);
    if (file.get() < 0)
        fail("cannot be written", errno);
    Leftover leftover(aside);
    for (const auto part : parts)
        writeAll(file.get(), part);
    if (::fsync(file.get()) != 0 || file.close() != 0)
        fail("could not be brought to the disk", errno);
    if (::rename(aside.c_str(), path.c_str()) != 0)
        fail("could not be put in its place", errno);
    leftover.release();
    // The new name is on the disk when the folder is; failing that the file is whole all the same.
    const Descriptor folder(path.has_parent_path() ? path.parent_path() : ".", O_RDONLY);
    if (folder.get() >= 0)
        ::fsync(folder.get());
}

} // namespace nabla
