// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/files/idx_bytes.h"

#include <zlib.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace nabla::test {

namespace {

constexpr std::size_t pixels = 28 * 28;

} // namespace

std::string bigEndian(std::uint32_t value)
{
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += static_cast<char>((value >> shift) & 0xffU);
    return bytes;
}

std::string idxImages(std::uint32_t count)
{
    std::string bytes = bigEndian(0x803) + bigEndian(count) + bigEndian(28) + bigEndian(28);
    for (std::uint32_t i = 0; i < count; ++i) {
        std::string image(pixels, '\0');
        image[0] = static_cast<char>(i % 255 + 1);
        image[pixels / 2] = '\x7f';
        bytes += image;
    }
    return bytes;
}

std::string idxLabels(std::uint32_t count)
{
    std::string bytes = bigEndian(0x801) + bigEndian(count);
    for (std::uint32_t i = 0; i < count; ++i)
        bytes += static_cast<char>(i % 10);
    return bytes;
}

std::string gzipped(const std::string &bytes)
{
    constexpr int gzipFormat = 16 + MAX_WBITS;
    z_stream stream{};
    if (deflateInit2(&stream, 9, Z_DEFLATED, gzipFormat, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error("deflateInit2");
    std::string result(deflateBound(&stream, bytes.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(result.data());
    stream.avail_out = static_cast<uInt>(result.size());
    const int code = deflate(&stream, Z_FINISH);
    result.resize(stream.total_out);
    deflateEnd(&stream);
    if (code != Z_STREAM_END)
        throw std::runtime_error("deflate");
    return result;
}

void writeFile(const std::filesystem::path &path, const std::string &bytes)
{
    // A file system may write a truncated file to the disk at once; a new one it need not.
    std::filesystem::remove(path);
    std::ofstream(path, std::ios::binary) << bytes;
}

std::string readFile(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void writeIdxSet(const std::filesystem::path &folder, std::uint32_t training, std::uint32_t test)
{
    std::filesystem::create_directories(folder);
    writeFile(folder / "train-images-idx3-ubyte.gz", gzipped(idxImages(training)));
    writeFile(folder / "train-labels-idx1-ubyte.gz", gzipped(idxLabels(training)));
    writeFile(folder / "t10k-images-idx3-ubyte.gz", gzipped(idxImages(test)));
    writeFile(folder / "t10k-labels-idx1-ubyte.gz", gzipped(idxLabels(test)));
}

} // namespace nabla::test
