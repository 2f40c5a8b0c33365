// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/moment_folder.h"

#include "core/files/file_error.h"
#include "core/files/verified_file.h"

#include <zlib.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <string>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace nabla {

namespace {

namespace fs = std::filesystem;

constexpr const char *prefix = "moments-";
constexpr const char *lockName = "lock";

/// Takes the lock in a folder, if nobody else has it: the descriptor, or -1.
int takeLock(const fs::path &folder, int extraFlags)
{
    const fs::path file = folder / lockName;
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CLOEXEC | extraFlags, 0600);
    if (descriptor >= 0 && ::flock(descriptor, LOCK_EX | LOCK_NB) == 0)
        return descriptor;
    if (descriptor >= 0)
        ::close(descriptor);
    return -1;
}

/// Is the open file still the one of this name?
bool isStill(int descriptor, const fs::path &file)
{
    struct stat opened
    {
    };
    struct stat named
    {
    };
    return ::fstat(descriptor, &opened) == 0 && ::stat(file.c_str(), &named) == 0
           && opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

void extend(FileMark &mark, std::span<const std::byte> bytes)
{
    mark.checksum = static_cast<std::uint32_t>(crc32_z(
        mark.checksum, reinterpret_cast<const unsigned char *>(bytes.data()), bytes.size()));
    mark.bytes += bytes.size();
}

} // namespace

MomentFolder::MomentFolder(const fs::path &parent)
{
    std::error_code error;
    fs::create_directories(parent, error);
    if (error)
        throw FileError(parent, 0, "cannot be made: " + error.message() + "; may you write there?");
    constexpr int attempts = 8;
    for (int i = 0; i < attempts; ++i) {
        std::string name = parent / (std::string(prefix) + "XXXXXX");
        if (!::mkdtemp(name.data()))
            throw FileError(parent, 0,
                            std::string("no folder can be made in it: ") + std::strerror(errno)
                                + "; may you write there?");
        m_path = name;
        if (lock())
            return;
        fs::remove_all(m_path, error);
    }
    throw FileError(parent, 0, "no file in it can be locked");
}

/// False also where a program that cleans up was faster: the folder is gone or about to go.
bool MomentFolder::lock()
{
    m_lock = takeLock(m_path, O_CREAT);
    if (m_lock < 0 || isStill(m_lock, m_path / lockName))
        return m_lock >= 0;
    ::close(std::exchange(m_lock, -1));
    return false;
}

MomentFolder::~MomentFolder()
{
    std::error_code error; // a folder that somebody else removed is gone all the same
    fs::remove_all(m_path, error);
    ::close(m_lock);
}

void MomentFolder::removeLeftovers(const fs::path &parent)
{
    std::error_code error;
    for (const auto &entry : fs::directory_iterator(parent, error)) {
        if (!entry.path().filename().string().starts_with(prefix))
            continue;
        const int descriptor = takeLock(entry.path(), 0);
        if (descriptor < 0)
            continue;
        fs::remove_all(entry.path(), error);
        ::close(descriptor);
    }
}

FileMark markOf(const fs::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    FileMark mark;
    std::array<char, 65536> part{};
    while (stream) {
        stream.read(part.data(), part.size());
        extend(mark, std::as_bytes(std::span(part).first(std::size_t(stream.gcount()))));
    }
    if (!stream.eof())
        throw FileError(file, 0, "cannot be read; does it exist, and may you read it?");
    return mark;
}

FileMark writeWhole(const fs::path &file, std::span<const std::byte> bytes)
{
    PartialFile partial(file);
    partial.write({reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size()});
    partial.commit(Durability::UntilPowerFails);
    FileMark mark;
    extend(mark, bytes);
    return mark;
}

} // namespace nabla
