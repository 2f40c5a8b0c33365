// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

namespace nabla {

/// A gzipped file to fetch, known by what it contains.
struct DownloadFile
{
    std::string name; ///< below the mirror's address, and in the target folder
    std::uint64_t compressedBytes; ///< about; for the progress until the server says it exactly
    std::uint64_t contentBytes; ///< decompressed, exactly
    std::string contentSha256; ///< of the decompressed content, lower-case hexadecimal
};

/// The four files of MNIST.
[[nodiscard]] std::vector<DownloadFile> mnistFiles();
/// Public servers that carry them, each ending in '/'.
[[nodiscard]] std::vector<std::string> mnistMirrors();

struct DownloadOptions
{
    std::vector<DownloadFile> files = mnistFiles();
    std::vector<std::string> mirrors = mnistMirrors(); ///< tried in turn for each file
    std::chrono::milliseconds connectTimeout{6'000};
    /// A transfer that brings less than leastBytes in this time has stalled.
    std::chrono::milliseconds stallTimeout{8'000};
    std::uint64_t leastBytes = 4'096;
    long maxRedirects = 5;
};

struct DownloadProgress
{
    std::uint64_t bytes = 0; ///< of all files together
    std::uint64_t total = 0;
    std::string mirror; ///< asked at the moment
    std::string file;
};

/// Called at least ten times a second, by the thread that downloads; returns false to cancel.
using DownloadProgressFunction = std::function<bool(const DownloadProgress &)>;

/// Every mirror failed for one file; what() tells why, mirror by mirror, and what to do.
class DownloadError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

enum class DownloadResult
{
    Complete,
    Canceled
};

/// Fetches all files into the folder, which is made if need be. Blocks: call it from a thread that
/// may wait. A file appears in the folder only when its content is proved right; what is already
/// there and right is not fetched again. Whatever else happens, no partial file stays behind.
/// Throws DownloadError, or FileError where the folder cannot be written.
[[nodiscard]] DownloadResult download(const DownloadOptions &options,
                                      const std::filesystem::path &folder,
                                      const DownloadProgressFunction &progress = {});

} // namespace nabla
