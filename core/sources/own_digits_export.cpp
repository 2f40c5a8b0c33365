// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/own_digits_export.h"

#include "core/data/idx_writer.h"
#include "core/files/verified_file.h"
#include "core/vision/gray_image.h"

#include <string>

namespace nabla {

namespace {

/// "7-0001.png": sorted by label.
std::string pngName(const OwnDigit &digit, std::size_t place)
{
    const std::string number = std::to_string(place + 1);
    return std::to_string(digit.label) + '-'
           + std::string(number.size() < 4 ? 4 - number.size() : 0, '0') + number + ".png";
}

} // namespace

void exportOwnDigitsAsIdx(const OwnDigits &digits, const std::filesystem::path &folder)
{
    std::vector<std::uint8_t> pixels;
    std::vector<std::uint8_t> labels;
    for (const auto &digit : digits) {
        pixels.insert(pixels.end(), digit->raster.begin(), digit->raster.end());
        labels.push_back(digit->label);
    }
    writeIdxImages(folder / "my-digits-images-idx3-ubyte", pixels);
    writeIdxLabels(folder / "my-digits-labels-idx1-ubyte", labels);
}

void exportOwnDigitsAsPng(const OwnDigits &digits, const std::filesystem::path &folder)
{
    for (std::size_t place = 0; place < digits.size(); ++place) {
        const OwnDigit &digit = *digits[place];
        const GrayImage image{imageSide, imageSide, {digit.raster.begin(), digit.raster.end()}};
        PartialFile file(folder / pngName(digit, place));
        file.write(pngBytes(image));
        file.commit(Durability::UntilPowerFails); // they can be exported again
    }
}

} // namespace nabla
