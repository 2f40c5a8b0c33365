// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/reading.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <string>

namespace nabla {

namespace {

constexpr double nothingStandsOut = 0.25;
constexpr double ratherNo = 0.5;
constexpr double close = 0.6; ///< share of the best from which another is as good
constexpr double notable = 0.15; ///< share of the best from which another is worth a word
constexpr double likeAny = 0.5; ///< what ten equal outputs add up to that say nothing, not "no"
constexpr int imageSide = 28;
// Of MNIST's 60,000 training digits the smallest is 18 pixels long; one in a thousand has more ink.
constexpr int shortest = 12; ///< pixels
constexpr double mostInk = 235.0; ///< full pixels
constexpr std::uint8_t seen = 25; ///< fainter pixels are the rim of the line

Doubt doubtOf(double best, double second, double third, double sum)
{
    if (best < nothingStandsOut && (third < close * best || sum < likeAny))
        return Doubt::NotADigit;
    if (third >= close * best)
        return Doubt::Unsure;
    if (second >= close * best)
        return Doubt::Between;
    if (second >= notable * best)
        return Doubt::Slight;
    return best < ratherNo ? Doubt::NotADigit : Doubt::None;
}

/// The longer side of what is drawn, in pixels.
int lengthOf(std::span<const std::uint8_t, 28 * 28> image)
{
    int left = imageSide;
    int right = -1;
    int top = imageSide;
    int bottom = -1;
    for (int i = 0; i < imageSide * imageSide; ++i) {
        if (image[static_cast<std::size_t>(i)] <= seen)
            continue;
        left = std::min(left, i % imageSide);
        right = std::max(right, i % imageSide);
        top = std::min(top, i / imageSide);
        bottom = std::max(bottom, i / imageSide);
    }
    return std::max(right - left, bottom - top) + 1;
}

} // namespace

Reading readOutputs(std::span<const float> outputs)
{
    Reading reading;
    if (outputs.size() != reading.outputs.size())
        throw std::invalid_argument("a digit is read from 10 outputs, not "
                                    + std::to_string(outputs.size()));
    bool isFinite = true;
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        const bool usable = std::isfinite(outputs[i]);
        isFinite = isFinite && usable;
        reading.outputs[i] = usable ? static_cast<double>(outputs[i]) : 0.0;
    }
    std::array<std::size_t, 10> order{};
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&reading](std::size_t a, std::size_t b) {
        return reading.outputs[a] > reading.outputs[b];
    });
    reading.digit = static_cast<int>(order[0]);
    reading.runnerUp = static_cast<int>(order[1]);
    if (isFinite)
        reading.doubt = doubtOf(
            reading.outputs[order[0]], reading.outputs[order[1]], reading.outputs[order[2]],
            std::accumulate(reading.outputs.begin(), reading.outputs.end(), 0.0));
    return reading;
}

bool hasInkOfADigit(std::span<const std::uint8_t, 28 * 28> image)
{
    const double ink = std::accumulate(image.begin(), image.end(), 0.0) / 255.0;
    return lengthOf(image) >= shortest && ink <= mostInk;
}

Reading readImage(std::span<const std::uint8_t, 28 * 28> image, std::span<const float> outputs)
{
    Reading reading = readOutputs(outputs);
    if (!hasInkOfADigit(image))
        reading.doubt = Doubt::NotADigit;
    return reading;
}

} // namespace nabla
