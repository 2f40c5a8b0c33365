// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/own_digits.h"

#include "core/math/digest.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace nabla {

namespace {

constexpr std::string_view suffix = "+mine";
constexpr std::size_t fewestToTestWith = 10;
constexpr std::uint64_t testShare = 5; ///< one in so many
constexpr std::size_t taughtShare = 10; ///< one in so many training digits
constexpr std::size_t mostCopies = 100;

std::uint64_t digestOf(const Raster &raster)
{
    Digest digest;
    for (const std::uint8_t pixel : raster)
        digest.add(static_cast<float>(pixel));
    return digest.value();
}

std::uint8_t checkedLabel(int label)
{
    if (label < 0 || label >= classCount)
        throw std::invalid_argument("the label " + std::to_string(label)
                                    + " is not a digit 0 ... 9");
    return static_cast<std::uint8_t>(label);
}

struct Preparation
{
    Raster raster{};
    std::string problem; ///< why the drawing cannot be kept; mostly empty
};

Preparation prepare(const Drawing &drawing)
{
    std::size_t points = 0;
    for (const Stroke &stroke : drawing)
        points += stroke.size();
    if (points > maxOwnPoints)
        return {{},
                "a digit has at most " + std::to_string(maxOwnPoints) + " points, this drawing has "
                    + std::to_string(points)};
    const Raster raster = rasterize(drawing, paperPen());
    return {raster, reasonNotToKeepPicture(raster)};
}

std::shared_ptr<const OwnDigit> make(Drawing drawing, const Preparation &prepared, int label)
{
    if (!prepared.problem.empty())
        throw std::invalid_argument(prepared.problem);
    auto digit = std::make_shared<OwnDigit>();
    digit->raster = prepared.raster;
    digit->digest = digestOf(digit->raster);
    digit->drawing = std::move(drawing);
    digit->label = checkedLabel(label);
    return digit;
}

} // namespace

std::string reasonNotToKeepPicture(const Raster &picture)
{
    const bool isBlank
        = std::ranges::all_of(picture, [](std::uint8_t pixel) { return pixel == 0; });
    return isBlank ? "nothing is drawn" : "";
}

std::string reasonNotToKeep(const Drawing &drawing)
{
    return prepare(drawing).problem;
}

std::shared_ptr<const OwnDigit> makeOwnDigit(Drawing drawing, int label)
{
    const Preparation prepared = prepare(drawing);
    for (Stroke &stroke : drawing) // a file could not hold them
        std::erase_if(stroke, [](const StrokePoint &point) {
            return !std::isfinite(point.x) || !std::isfinite(point.y);
        });
    return make(std::move(drawing), prepared, label);
}

std::shared_ptr<const OwnDigit> makeOwnPicture(const Raster &picture, int label)
{
    return make({}, {picture, reasonNotToKeepPicture(picture)}, label);
}

std::shared_ptr<const OwnDigit> relabelled(const OwnDigit &digit, int label)
{
    auto other = std::make_shared<OwnDigit>(digit);
    other->label = checkedLabel(label);
    return other;
}

OwnDigits digitsToTeach(const OwnDigits &digits)
{
    if (digits.size() < fewestToTestWith)
        return digits;
    OwnDigits taught;
    std::ranges::copy_if(digits, std::back_inserter(taught),
                         [](const auto &digit) { return digit->digest % testShare != 0; });
    return taught.empty() ? digits : taught;
}

std::shared_ptr<const Dataset> withOwnDigits(const Dataset &base, const OwnDigits &taught)
{
    if (taught.empty())
        throw std::invalid_argument("there are no own digits to train on");
    const auto digits = static_cast<std::size_t>(base.training.size());
    const std::size_t places
        = std::min((digits + taughtShare - 1) / taughtShare, taught.size() * mostCopies);
    std::vector<std::uint8_t> pixels;
    std::vector<std::uint8_t> labels;
    pixels.reserve(digits * imagePixels);
    labels.reserve(digits);
    std::size_t taken = 0;
    for (std::size_t i = 0; i < digits; ++i) {
        const bool isPlace = taken < places && i == taken * digits / places;
        const OwnDigit *own = isPlace ? taught[taken++ % taught.size()].get() : nullptr;
        const auto image = base.training.image(static_cast<int>(i));
        const std::span<const std::uint8_t> chosen = own ? std::span(own->raster) : image;
        pixels.insert(pixels.end(), chosen.begin(), chosen.end());
        labels.push_back(own ? own->label : base.training.label(static_cast<int>(i)));
    }
    auto mixed = std::make_shared<Dataset>();
    mixed->source = sourceWithOwnDigits(base.source);
    mixed->title = base.title + " + my digits";
    mixed->training = LabelledImages(std::move(pixels), std::move(labels));
    mixed->validation = base.validation;
    mixed->test = base.test;
    return mixed;
}

std::string sourceWithOwnDigits(const std::string &base)
{
    return base + std::string(suffix);
}

std::string sourceWithoutOwnDigits(const std::string &source)
{
    return source.ends_with(suffix) ? source.substr(0, source.size() - suffix.size()) : source;
}

} // namespace nabla
