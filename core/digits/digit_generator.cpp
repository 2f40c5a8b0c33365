// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/digits/digit_generator.h"

#include "core/digits/digit_random.h"
#include "core/digits/digit_writer.h"
#include "core/math/portable_functions.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <exception>
#include <numbers>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace nabla {

namespace {

Pen choosePen(const DigitStyle &style, DigitRandom &random)
{
    constexpr double thinnest = 1.0;
    Pen pen;
    pen.width = std::clamp(style.penWidth * portableExp(random.normal(style.penWidthSpread)),
                           thinnest, style.penWidthMax);
    pen.edge = std::clamp(1.3 * portableExp(random.normal(style.edgeSpread)), 0.6, 2.0);
    pen.widthVariation = std::fabs(random.normal(style.penVariation));
    pen.widthPhase = 2.0 * std::numbers::pi * random.uniform();
    return pen;
}

} // namespace

std::uint8_t generatedLabel(std::uint64_t seed, std::uint64_t index)
{
    constexpr std::uint64_t purpose = 0x6c6162656cULL; // apart from the digits' own numbers
    DigitRandom random(seed ^ purpose, index / classCount);
    std::array<std::uint8_t, classCount> order{0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    for (std::size_t i = order.size(); i > 1; --i)
        std::swap(order[i - 1], order[random.next() % i]);
    return order[index % classCount];
}

Raster generateDigit(const DigitStyle &style, std::uint64_t seed, std::uint64_t index, int digit)
{
    if (digit < 0 || digit >= classCount)
        throw std::invalid_argument("generateDigit: " + std::to_string(digit) + " is not a digit");
    DigitRandom random(seed, index);
    const Drawing drawing = writeDigit(style, digit, random);
    return rasterize(drawing, choosePen(style, random));
}

void generateRange(const DigitStyle &style, std::uint64_t seed, std::uint64_t first,
                   std::span<std::uint8_t> pixels, std::span<std::uint8_t> labels)
{
    if (pixels.size() != labels.size() * imagePixels)
        throw std::invalid_argument("generateRange: " + std::to_string(pixels.size())
                                    + " pixels for " + std::to_string(labels.size()) + " labels");
    for (std::size_t i = 0; i < labels.size(); ++i) {
        labels[i] = generatedLabel(seed, first + i);
        const Raster raster = generateDigit(style, seed, first + i, labels[i]);
        std::copy(raster.begin(), raster.end(),
                  pixels.begin() + static_cast<std::ptrdiff_t>(i * imagePixels));
    }
}

namespace {

/// Fills both spans, half of it by a second thread. False if cancelled.
bool generateInParallel(const DigitStyle &style, std::uint64_t seed, std::span<std::uint8_t> pixels,
                        std::span<std::uint8_t> labels, const ProgressFunction &progress)
{
    constexpr std::size_t chunk = 250;
    std::atomic<std::size_t> next{0};
    std::atomic<bool> canceled{false};
    const auto makeChunk = [&] {
        const std::size_t first = next.fetch_add(chunk);
        if (first >= labels.size() || canceled)
            return false;
        const std::size_t count = std::min(chunk, labels.size() - first);
        generateRange(style, seed, first, pixels.subspan(first * imagePixels, count * imagePixels),
                      labels.subspan(first, count));
        return true;
    };
    std::exception_ptr failure;
    {
        const std::jthread second([&] {
            try {
                while (makeChunk()) {}
            } catch (...) {
                failure = std::current_exception();
            }
        });
        // Joined also when progress throws: then the second thread has to stop first.
        const struct StopOnLeave
        {
            std::atomic<bool> &flag;
            ~StopOnLeave() { flag = true; }
        } stopOnLeave{canceled};
        while (makeChunk()) {
            const double started = static_cast<double>(next) / static_cast<double>(labels.size());
            if (progress && !progress(std::min(1.0, started)))
                return false;
        }
    }
    if (failure)
        std::rethrow_exception(failure);
    return true;
}

} // namespace

std::optional<Dataset> generateDataset(const DigitStyle &style, std::uint64_t seed,
                                       const ProgressFunction &progress)
{
    constexpr std::size_t forTraining = 60'000;
    constexpr std::size_t forTest = 10'000;
    std::vector<std::uint8_t> pixels((forTraining + forTest) * imagePixels);
    std::vector<std::uint8_t> labels(forTraining + forTest);
    if (!generateInParallel(style, seed, pixels, labels, progress))
        return std::nullopt;
    const std::size_t training = forTraining - validationShare(forTraining);
    const auto part = [&](std::size_t from, std::size_t to) {
        const auto pixel = [&](std::size_t i) {
            return pixels.begin() + static_cast<std::ptrdiff_t>(i * imagePixels);
        };
        const auto label = [&](std::size_t i) {
            return labels.begin() + static_cast<std::ptrdiff_t>(i);
        };
        return LabelledImages({pixel(from), pixel(to)}, {label(from), label(to)});
    };
    Dataset set;
    set.training = part(0, training);
    set.validation = part(training, forTraining);
    set.test = part(forTraining, forTraining + forTest);
    return set;
}

} // namespace nabla
