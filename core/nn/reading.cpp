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
// In full pixels. Those of MNIST's 60,000 training digits have 19.9 to 311.7.
constexpr double leastInk = 10.0;
constexpr double mostInk = 320.0;

Doubt doubtOf(double best, double second, double third)
{
    if (best < nothingStandsOut)
        return Doubt::NotADigit;
    if (third >= close * best)
        return Doubt::Unsure;
    if (second >= close * best)
        return Doubt::Between;
    if (second >= notable * best)
        return Doubt::Slight;
    return best < ratherNo ? Doubt::NotADigit : Doubt::None;
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
        reading.doubt = doubtOf(reading.outputs[order[0]], reading.outputs[order[1]],
                                reading.outputs[order[2]]);
    return reading;
}

Reading readImage(std::span<const std::uint8_t, 28 * 28> image, std::span<const float> outputs)
{
    Reading reading = readOutputs(outputs);
    const double ink = std::accumulate(image.begin(), image.end(), 0.0) / 255.0;
    if (ink < leastInk || ink > mostInk)
        reading.doubt = Doubt::NotADigit;
    return reading;
}

} // namespace nabla
