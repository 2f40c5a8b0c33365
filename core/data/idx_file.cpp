// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/idx_file.h"

#include "core/data/idx_format.h"
#include "core/files/file_error.h"
#include "core/files/gzip_reader.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

namespace nabla {

namespace {

constexpr std::size_t chunkSize = 1U << 20;
/// Digits compress five- to tenfold. Only a file made to fill the memory does so hundredfold.
constexpr std::uint64_t plausibleExpansion = 100;
constexpr std::uint64_t alwaysAcceptedBytes = 64U << 20;

std::string hex(std::uint32_t value)
{
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text = "0x00000000";
    for (std::size_t i = 0; i < 8; ++i)
        text[9 - i] = digits[(value >> (4 * i)) & 0xfU];
    return text;
}

std::uint32_t readWord(GzipReader &reader, const char *meaning)
{
    std::array<std::uint8_t, 4> bytes{};
    if (reader.read(bytes) != bytes.size())
        throw FileError(reader.path(), reader.position(),
                        std::string("the file ends before its ") + meaning
                            + "; it is not a complete IDX file. Copy or download it again");
    return static_cast<std::uint32_t>(bytes[0]) << 24 | static_cast<std::uint32_t>(bytes[1]) << 16
           | static_cast<std::uint32_t>(bytes[2]) << 8 | static_cast<std::uint32_t>(bytes[3]);
}

void checkMagic(GzipReader &reader, std::uint32_t expected)
{
    const std::uint32_t magic = readWord(reader, "magic number");
    if (magic == expected)
        return;
    std::string message = "begins with " + hex(magic) + " where an IDX file of "
                          + (expected == imagesMagic ? "images" : "labels") + " begins with "
                          + hex(expected);
    if (magic == imagesMagic || magic == labelsMagic)
        message += "; image and label files are mixed up: exchange their names";
    else
        message += "; choose an IDX file such as MNIST's";
    throw FileError(reader.path(), 0, message);
}

std::uint32_t readCount(GzipReader &reader, const char *items)
{
    const std::uint64_t at = reader.position();
    const std::uint32_t count = readWord(reader, "count");
    if (count == 0)
        throw FileError(reader.path(), at,
                        std::string("declares no ") + items + "; choose a file with at least one");
    if (count > idxMaxItems)
        throw FileError(reader.path(), at,
                        "declares " + std::to_string(count) + " " + items + "; at most "
                            + std::to_string(idxMaxItems)
                            + " are read. The file is damaged or needs to be split");
    return count;
}

void checkPlausible(const GzipReader &reader, std::uint64_t expected)
{
    const std::uint64_t onDisk = reader.fileSize();
    if (!reader.isCompressed()) {
        const std::uint64_t total = reader.position() + expected;
        if (onDisk < total)
            throw FileError(reader.path(), onDisk,
                            "the file ends here, but its header declares " + std::to_string(total)
                                + " bytes; it was cut off. Copy or download it again");
        return;
    }
    if (expected > alwaysAcceptedBytes && expected / plausibleExpansion > onDisk)
        throw FileError(reader.path(), 4,
                        "declares " + std::to_string(expected) + " bytes of content in "
                            + std::to_string(onDisk)
                            + " compressed bytes; no set of digits is like that. "
                              "Choose another file");
}

/// The expected bytes and not one more; empty if cancelled. Memory grows as bytes arrive.
std::vector<std::uint8_t> readBody(GzipReader &reader, std::uint64_t expected,
                                   const ProgressFunction &progress)
{
    checkPlausible(reader, expected);
    std::vector<std::uint8_t> body;
    if (!reader.isCompressed())
        body.reserve(expected);
    while (body.size() < expected) {
        const std::size_t old = body.size();
        const std::size_t wanted = std::min<std::uint64_t>(chunkSize, expected - old);
        body.resize(old + wanted);
        const std::size_t got = reader.read(std::span(body).subspan(old));
        if (got != wanted)
            throw FileError(reader.path(), reader.position(),
                            "the content ends here, but the header declares "
                                + std::to_string(expected - old - got)
                                + " bytes more; it was cut off. Copy or download it again");
        if (progress && !progress(static_cast<double>(body.size()) / static_cast<double>(expected)))
            return {};
    }
    std::array<std::uint8_t, 1> extra{};
    if (reader.read(extra) != 0)
        throw FileError(reader.path(), reader.position() - 1,
                        "there is more content than the header declares; the count is wrong or "
                        "two files were joined. Copy or download it again");
    return body;
}

std::filesystem::path findVariant(const std::filesystem::path &folder, const std::string &stem,
                                  const std::string &ending)
{
    for (const char *separator : {"-", "."}) {
        for (const char *compression : {"", ".gz"}) {
            std::filesystem::path file = folder / (stem + separator + ending + compression);
            std::error_code error;
            if (std::filesystem::exists(file, error))
                return file;
        }
    }
    return {};
}

void checkFolder(const std::filesystem::path &folder)
{
    std::error_code error;
    const auto status = std::filesystem::status(folder, error);
    if (status.type() == std::filesystem::file_type::not_found)
        throw FileError(folder, 0, "there is no such folder; check the name");
    if (error)
        throw FileError(folder, 0,
                        "cannot be looked at (" + error.message()
                            + "); check the rights of the folders above it");
    if (!std::filesystem::is_directory(status))
        throw FileError(folder, 0, "is a file; choose the folder that holds the four IDX files");
    const std::filesystem::directory_iterator listing(folder, error);
    if (error)
        throw FileError(folder, 0,
                        "the folder cannot be read (" + error.message()
                            + "); allow reading it or choose another folder");
}

LabelledImages take(std::vector<std::uint8_t> &pixels, std::vector<std::uint8_t> &labels,
                    std::size_t first)
{
    const auto firstPixel = static_cast<std::ptrdiff_t>(first * imagePixels);
    const auto firstLabel = static_cast<std::ptrdiff_t>(first);
    LabelledImages taken({pixels.begin() + firstPixel, pixels.end()},
                         {labels.begin() + firstLabel, labels.end()});
    pixels.resize(first * imagePixels);
    labels.resize(first);
    return taken;
}

void checkSameCount(const std::filesystem::path &labelFile, std::size_t labels,
                    const std::filesystem::path &imageFile, std::size_t images)
{
    if (labels == images)
        return;
    throw FileError(labelFile, 4,
                    "holds " + std::to_string(labels) + " labels, but "
                        + imageFile.filename().string() + " holds " + std::to_string(images)
                        + " images; use the two files that belong together");
}

} // namespace

std::vector<std::uint8_t> readIdxImages(const std::filesystem::path &file,
                                        const ProgressFunction &progress)
{
    GzipReader reader(file);
    checkMagic(reader, imagesMagic);
    const std::uint32_t count = readCount(reader, "images");
    const std::uint32_t rows = readWord(reader, "number of rows");
    const std::uint32_t columns = readWord(reader, "number of columns");
    if (rows != imageSide || columns != imageSide)
        throw FileError(file, 8,
                        "holds images of " + std::to_string(columns) + " x " + std::to_string(rows)
                            + " pixels; choose a set of 28 x 28 images");
    return readBody(reader, std::uint64_t{count} * imagePixels, progress);
}

std::vector<std::uint8_t> readIdxLabels(const std::filesystem::path &file)
{
    GzipReader reader(file);
    checkMagic(reader, labelsMagic);
    const std::uint32_t count = readCount(reader, "labels");
    const std::uint64_t header = reader.position();
    std::vector<std::uint8_t> labels = readBody(reader, count, {});
    const auto wrong = std::find_if(labels.begin(), labels.end(),
                                    [](std::uint8_t label) { return label >= classCount; });
    if (wrong != labels.end()) {
        const auto index = static_cast<std::uint64_t>(std::distance(labels.begin(), wrong));
        throw FileError(file, header + index,
                        "label number " + std::to_string(index + 1) + " is "
                            + std::to_string(*wrong)
                            + "; only 0 to 9 can be learned. Choose a set of ten classes");
    }
    return labels;
}

IdxFolder findIdxFiles(const std::filesystem::path &folder)
{
    checkFolder(folder);
    IdxFolder found;
    std::string missing;
    const auto find = [&](std::filesystem::path &file, const char *stem, const char *ending) {
        file = findVariant(folder, stem, ending);
        if (file.empty())
            missing += std::string(missing.empty() ? "" : ", ") + stem + "-" + ending;
    };
    find(found.trainingImages, "train-images", "idx3-ubyte");
    find(found.trainingLabels, "train-labels", "idx1-ubyte");
    find(found.testImages, "t10k-images", "idx3-ubyte");
    find(found.testLabels, "t10k-labels", "idx1-ubyte");
    if (!missing.empty())
        throw FileError(folder, 0,
                        "the folder lacks " + missing
                            + " (each may end in .gz); choose a folder that holds all "
                              "four files of a set");
    return found;
}

std::optional<Dataset> readIdxFolder(const std::filesystem::path &folder,
                                     const ProgressFunction &progress)
{
    const IdxFolder files = findIdxFiles(folder);
    const auto part = [&](double from, double to) -> ProgressFunction {
        if (!progress)
            return {};
        return [&progress, from, to](double done) {
            return progress(from + done * (to - from));
        };
    };
    std::vector<std::uint8_t> labels = readIdxLabels(files.trainingLabels);
    std::vector<std::uint8_t> testLabels = readIdxLabels(files.testLabels);
    std::vector<std::uint8_t> pixels = readIdxImages(files.trainingImages, part(0.0, 0.8));
    if (pixels.empty())
        return std::nullopt;
    checkSameCount(files.trainingLabels, labels.size(), files.trainingImages,
                   pixels.size() / imagePixels);
    std::vector<std::uint8_t> testPixels = readIdxImages(files.testImages, part(0.8, 0.95));
    if (testPixels.empty())
        return std::nullopt;
    checkSameCount(files.testLabels, testLabels.size(), files.testImages,
                   testPixels.size() / imagePixels);

    const std::size_t validation = validationShare(labels.size());
    if (validation == 0)
        throw FileError(files.trainingImages, 4,
                        "holds " + std::to_string(labels.size())
                            + " images; at least 6 are needed, because the last sixth is kept "
                              "for validation");
    Dataset set;
    set.source = folder.string();
    set.title = (folder.has_filename() ? folder : folder.parent_path()).filename().string();
    set.validation = take(pixels, labels, labels.size() - validation);
    set.training = LabelledImages(std::move(pixels), std::move(labels));
    set.test = LabelledImages(std::move(testPixels), std::move(testLabels));
    if (progress && !progress(1.0))
        return std::nullopt;
    return set;
}

} // namespace nabla
