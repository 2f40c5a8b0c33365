// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/digits/digit_style.h"
#include "core/files/progress.h"
#include "core/vision/mnist_raster.h"

#include <cstdint>
#include <optional>
#include <span>

namespace nabla {

/// The label of the digit with this number: every block of ten holds each digit once, in a random
/// order.
[[nodiscard]] std::uint8_t generatedLabel(std::uint64_t seed, std::uint64_t index);

/// One handwritten digit, normalised like MNIST's. The same style, seed, index and digit give the
/// same bytes on every machine and in every thread.
[[nodiscard]] Raster generateDigit(const DigitStyle &style, std::uint64_t seed, std::uint64_t index,
                                   int digit);

/// Digits number first, first + 1, ... of a seed, each at its place: labels.size() of them,
/// pixels.size() == labels.size() * imagePixels. Ranges can be made in any order and in parallel.
void generateRange(const DigitStyle &style, std::uint64_t seed, std::uint64_t first,
                   std::span<std::uint8_t> pixels, std::span<std::uint8_t> labels);

/// The built-in set: 50,000 training, 10,000 validation and 10,000 test digits, made by two
/// threads. Empty only if progress said to cancel. progress is called by the calling thread.
[[nodiscard]] std::optional<Dataset> generateDataset(const DigitStyle &style, std::uint64_t seed,
                                                     const ProgressFunction &progress = {});

} // namespace nabla
