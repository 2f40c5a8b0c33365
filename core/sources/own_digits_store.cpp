// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/own_digits_store.h"

#include "core/files/data_folders.h"
#include "core/files/verified_file.h"
#include "core/vision/gray_image.h"
#include "core/vision/strokes_file.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace nabla {

namespace {

constexpr std::uintmax_t maxFileBytes = std::uintmax_t{1} << 30;
constexpr int mostCopiesAside = 10'000;

std::shared_ptr<const OwnDigit> digitOf(const std::string &line, const std::string &place)
{
    std::istringstream input(line);
    std::vector<StrokesEntry> drawings = readLabelledStrokes(input, place);
    if (drawings.size() != 1)
        throw PictureError(place, "must be one drawing");
    if (!drawings.front().label)
        throw PictureError(place, "has no label");
    try {
        StrokesEntry &entry = drawings.front();
        return entry.pixels ? makeOwnPicture(*entry.pixels, *entry.label)
                            : makeOwnDigit(std::move(entry.drawing), *entry.label);
    } catch (const std::invalid_argument &error) {
        throw PictureError(place, error.what());
    }
}

void addLine(OwnDigitsReading &reading, const std::string &line, const std::string &place)
{
    try {
        if (reading.digits.size() >= maxOwnDigits)
            throw PictureError(place, "is beyond the " + std::to_string(maxOwnDigits)
                                          + " digits that can be kept");
        reading.digits.push_back(digitOf(line, place));
    } catch (const PictureError &error) {
        if (++reading.damagedLines == 1)
            reading.firstProblem = error.what();
    }
}

StrokesEntry entryOf(const OwnDigit &digit)
{
    if (digit.drawing.empty())
        return {{}, digit.label, digit.raster};
    return {digit.drawing, digit.label};
}

std::span<const std::uint8_t> bytesOf(const std::string &text)
{
    return {reinterpret_cast<const std::uint8_t *>(text.data()), text.size()};
}

} // namespace

std::filesystem::path ownDigitsFile()
{
    return userDataFolder() / "my-digits.jsonl";
}

OwnDigitsReading readOwnDigits(const std::filesystem::path &file)
{
    OwnDigitsReading reading;
    std::error_code error;
    const auto status = std::filesystem::status(file, error);
    if (status.type() == std::filesystem::file_type::not_found)
        return reading;
    if (!std::filesystem::is_regular_file(status))
        throw FileError(file, 0, "is no file that can be read; move it away");
    if (std::filesystem::file_size(file, error) > maxFileBytes || error)
        throw FileError(file, 0, "is too large for drawn digits; move it away");
    std::ifstream input(file, std::ios::binary);
    if (!input)
        throw FileError(file, 0,
                        std::string("cannot be read (") + std::strerror(errno)
                            + "); check the rights of the file and its folder");
    std::string line;
    for (std::size_t number = 1; std::getline(input, line); ++number) {
        if (line.find_first_not_of(" \t\r") != std::string::npos)
            addLine(reading, line, file.string() + ", line " + std::to_string(number));
    }
    if (input.bad())
        throw FileError(file, 0, "could not be read to its end; is the disk sound?");
    return reading;
}

OwnDigitsStore::OwnDigitsStore(std::filesystem::path file)
    : m_file(std::move(file))
{
}

std::optional<OwnDigitsStore::Version> OwnDigitsStore::versionOnDisk() const
{
    struct stat status
    {
    };
    if (::stat(m_file.c_str(), &status) != 0)
        return std::nullopt;
    return Version{status.st_ino, status.st_mtim.tv_sec * 1'000'000'000LL + status.st_mtim.tv_nsec,
                   status.st_size};
}

std::filesystem::path OwnDigitsStore::copyAside() const
{
    std::error_code error;
    for (int number = 1; number <= mostCopiesAside; ++number) {
        std::filesystem::path aside = m_file;
        aside += ".kept-" + std::to_string(number);
        if (std::filesystem::copy_file(m_file, aside, error))
            return aside;
        if (error && error != std::errc::file_exists)
            break;
    }
    throw FileError(m_file, 0,
                    "could not be copied aside (" + error.message()
                        + "), so it is not written over; make room, or move it away");
}

OwnDigitsStore::Opened OwnDigitsStore::open()
{
    const auto version = versionOnDisk(); // first: what comes later is another's
    OwnDigitsReading reading = readOwnDigits(m_file);
    Opened opened{std::move(reading.digits), {}};
    if (reading.damagedLines == 0) {
        m_version = version;
        return opened;
    }
    const std::filesystem::path aside = copyAside();
    write(opened.digits);
    opened.warning = reading.firstProblem;
    if (reading.damagedLines > 1)
        opened.warning += ", and " + std::to_string(reading.damagedLines - 1) + " more lines";
    opened.warning += ". The other " + std::to_string(opened.digits.size())
                      + " digits are here; the file as it was is kept as " + aside.string();
    return opened;
}

std::string OwnDigitsStore::save(const OwnDigits &digits)
{
    std::string warning;
    if (const auto found = versionOnDisk(); found && found != m_version)
        warning = m_file.string() + " was changed by another program; what it wrote is kept as "
                  + copyAside().string();
    write(digits);
    return warning;
}

void OwnDigitsStore::write(const OwnDigits &digits)
{
    if (m_file.has_parent_path()) {
        std::error_code error;
        std::filesystem::create_directories(m_file.parent_path(), error);
        if (error)
            throw FileError(m_file.parent_path(), 0,
                            "cannot be created (" + error.message() + "); check its rights");
    }
    PartialFile file(m_file);
    for (const auto &digit : digits)
        file.write(bytesOf(strokesLine(entryOf(*digit)) + '\n'));
    file.commit();
    m_version = versionOnDisk();
}

} // namespace nabla
