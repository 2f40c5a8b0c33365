// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/sha256.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>

namespace nabla {

/// Thrown for content that is not what was announced; the caller may try another source.
class ContentError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// Proves gzipped bytes, as they arrive, to be the compressed form of a known content. Never
/// produces more than the announced size, whatever the bytes claim.
class GzipContentCheck
{
public:
    GzipContentCheck(std::uint64_t contentBytes, std::string contentSha256);

    /// Throws ContentError as soon as the bytes are wrong.
    void add(std::span<const std::uint8_t> compressed);
    /// Throws ContentError unless the content is complete and right.
    void finish() const;

private:
    struct Inflater;
    struct Release
    {
        void operator()(Inflater *inflater) const;
    };

    std::unique_ptr<Inflater, Release> m_inflater;
    std::uint64_t m_expectedBytes;
    std::string m_expectedSha256;
    std::uint64_t m_bytes = 0;
    bool m_ended = false;
    Sha256 m_hash;
};

/// What a finished file survives.
enum class Durability
{
    Always,
    UntilPowerFails ///< for what can be made again and proves itself: it need not reach the disk
};

/// A file that is written beside its final name and gets it only when it is complete. Its partial
/// form is removed otherwise, also one that a crash left behind earlier. Errors are FileErrors.
class PartialFile
{
public:
    explicit PartialFile(std::filesystem::path target);
    ~PartialFile();
    PartialFile(const PartialFile &) = delete;
    PartialFile &operator=(const PartialFile &) = delete;

    void write(std::span<const std::uint8_t> bytes);
    /// Back to an empty file.
    void restart();
    /// Everything on the disk, under its final name.
    void commit(Durability durability = Durability::Always);

private:
    [[noreturn]] void fail(const char *action, int reason) const;

    std::filesystem::path m_target;
    std::filesystem::path m_partial;
    std::uint64_t m_bytes = 0;
    int m_descriptor = -1;
};

} // namespace nabla
