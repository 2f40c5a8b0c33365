// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/digit_cache.h"

#include "core/digits/digit_generator.h"
#include "core/files/file_error.h"
#include "core/files/verified_file.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <fstream>
#include <stdexcept>
#include <utility>
#include <vector>

namespace nabla {

namespace {

using Bytes = std::vector<std::uint8_t>;

// The file: a header, then for each of the three sets its labels, a bit for every pixel that is not
// zero, and the values of those. Little-endian, as all machines are that this program is built for.
struct Header
{
    std::array<char, 8> magic{'N', 'B', 'L', 'D', 'I', 'G', 'I', '1'};
    std::array<std::uint32_t, 3> sizes{};
    std::uint32_t checksum = 0; ///< CRC-32 of what follows
};
static_assert(std::endian::native == std::endian::little && sizeof(Header) == 24);

constexpr std::size_t bitmapBytes = imagePixels / 8;

std::uint32_t checksumOf(std::span<const std::uint8_t> bytes)
{
    return static_cast<std::uint32_t>(crc32_z(0, bytes.data(), bytes.size()));
}

void append(Bytes &bytes, const LabelledImages &set)
{
    for (int i = 0; i < set.size(); ++i)
        bytes.push_back(set.label(i));
    const std::size_t bitmaps = bytes.size();
    bytes.resize(bytes.size() + static_cast<std::size_t>(set.size()) * bitmapBytes);
    for (int i = 0; i < set.size(); ++i) {
        const LabelledImages::Row row = set.row(i);
        std::uint8_t *bitmap = bytes.data() + bitmaps + static_cast<std::size_t>(i) * bitmapBytes;
        for (const std::uint16_t pixel : row.index)
            bitmap[pixel / 8] = static_cast<std::uint8_t>(bitmap[pixel / 8] | 1U << pixel % 8);
        bytes.insert(bytes.end(), row.value.begin(), row.value.end());
    }
}

/// Takes bytes from the front of what is left, if there are so many.
class Reader
{
public:
    explicit Reader(std::span<const std::uint8_t> bytes)
        : m_rest(bytes)
    {
    }
    [[nodiscard]] bool take(std::size_t count, std::span<const std::uint8_t> &bytes)
    {
        if (count > m_rest.size())
            return false;
        bytes = m_rest.first(count);
        m_rest = m_rest.subspan(count);
        return true;
    }
    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }

private:
    std::span<const std::uint8_t> m_rest;
};

std::size_t inkedPixels(std::span<const std::uint8_t> bitmaps)
{
    std::size_t count = 0;
    for (const std::uint8_t byte : bitmaps)
        count += static_cast<std::size_t>(std::popcount(byte));
    return count;
}

std::optional<LabelledImages> takeSet(Reader &reader, std::uint32_t size)
{
    std::span<const std::uint8_t> labels;
    std::span<const std::uint8_t> bitmaps;
    std::span<const std::uint8_t> values;
    if (!reader.take(size, labels) || !reader.take(size * bitmapBytes, bitmaps)
        || !reader.take(inkedPixels(bitmaps), values))
        return std::nullopt;
    Bytes pixels(size * static_cast<std::size_t>(imagePixels));
    const std::uint8_t *value = values.data();
    std::uint8_t *pixel = pixels.data();
    for (const std::uint8_t byte : bitmaps) {
        for (unsigned rest = byte; rest != 0; rest &= rest - 1)
            pixel[std::countr_zero(rest)] = *value++;
        pixel += 8;
    }
    return LabelledImages(std::move(pixels), Bytes(labels.begin(), labels.end()));
}

std::optional<Bytes> readFile(const std::filesystem::path &file)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    constexpr std::uintmax_t largest = 100'000'000; // a set is 17 MB
    if (error || size < sizeof(Header) || size > largest)
        return std::nullopt;
    Bytes bytes(size);
    std::ifstream stream(file, std::ios::binary);
    if (!stream.read(reinterpret_cast<char *>(bytes.data()), static_cast<std::streamsize>(size)))
        return std::nullopt;
    return bytes;
}

/// Some digits of the set are made anew: the generator, the style or the seed may be another now.
bool isOf(const Dataset &set, const DigitStyle &style, std::uint64_t seed)
{
    constexpr std::uint64_t between = 997;
    std::uint64_t first = 0;
    for (const LabelledImages *part : {&set.training, &set.validation, &set.test}) {
        for (int i = 0; i < part->size(); i += between) {
            const std::uint64_t number = first + static_cast<std::uint64_t>(i);
            const std::uint8_t label = generatedLabel(seed, number);
            const Raster raster = generateDigit(style, seed, number, label);
            if (part->label(i) != label || !std::ranges::equal(raster, part->image(i)))
                return false;
        }
        first += static_cast<std::uint64_t>(part->size());
    }
    return first > 0;
}

} // namespace

std::optional<Dataset> cachedDigits(const std::filesystem::path &file, const DigitStyle &style,
                                    std::uint64_t seed, const ProgressFunction &progress)
{
    if (progress && !progress(0.0))
        return std::nullopt;
    if (auto kept = readDigitCache(file); kept && isOf(*kept, style, seed))
        return kept;
    auto made = generateDataset(style, seed, progress);
    try {
        if (made)
            writeDigitCache(file, *made);
    } catch (const FileError &) {
        // A full disk, no rights, or another program that writes it now: it is only a cache.
    }
    return made;
}

std::optional<Dataset> readDigitCache(const std::filesystem::path &file)
{
    const auto bytes = readFile(file);
    if (!bytes)
        return std::nullopt;
    Header header;
    const Header expected;
    std::memcpy(&header, bytes->data(), sizeof header);
    const std::span<const std::uint8_t> content = std::span(*bytes).subspan(sizeof header);
    if (header.magic != expected.magic || header.checksum != checksumOf(content))
        return std::nullopt;
    try {
        Reader reader(content);
        auto training = takeSet(reader, header.sizes[0]);
        auto validation = takeSet(reader, header.sizes[1]);
        auto test = takeSet(reader, header.sizes[2]);
        if (training && validation && test && reader.atEnd())
            return Dataset{{}, {}, std::move(*training), std::move(*validation), std::move(*test)};
    } catch (const std::invalid_argument &) {
        // A label that is no digit, under a right checksum.
    }
    return std::nullopt;
}

void writeDigitCache(const std::filesystem::path &file, const Dataset &set)
{
    Header header;
    header.sizes = {static_cast<std::uint32_t>(set.training.size()),
                    static_cast<std::uint32_t>(set.validation.size()),
                    static_cast<std::uint32_t>(set.test.size())};
    Bytes content;
    for (const LabelledImages *part : {&set.training, &set.validation, &set.test})
        append(content, *part);
    header.checksum = checksumOf(content);
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    PartialFile output(file);
    output.write({reinterpret_cast<const std::uint8_t *>(&header), sizeof header});
    output.write(content);
    output.commit(Durability::UntilPowerFails); // the checksum tells
}

} // namespace nabla
