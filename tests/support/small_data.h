// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <algorithm>
#include <cstdint>
#include <memory>

namespace nabla::test {

/// Digits that need no generator: label d is a bar in row 2d + 4 with noise, so that a small
/// network can learn them. Deterministic.
inline LabelledImages barDigits(int count, std::uint64_t seed)
{
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(count) * imagePixels);
    std::vector<std::uint8_t> labels(static_cast<std::size_t>(count));
    std::uint64_t state = seed * 2654435761U + 1;
    const auto next = [&state] {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<int>(state >> 33);
    };
    for (std::size_t i = 0; i < labels.size(); ++i) {
        labels[i] = static_cast<std::uint8_t>(next() % classCount);
        std::uint8_t *image = pixels.data() + i * imagePixels;
        for (int column = 4; column < 24; ++column)
            image[(2 * labels[i] + 4) * imageSide + column]
                = static_cast<std::uint8_t>(155 + next() % 100);
        for (int n = 0; n < 40; ++n)
            image[next() % imagePixels] = static_cast<std::uint8_t>(next() % 256);
    }
    return {std::move(pixels), std::move(labels)};
}

inline std::shared_ptr<const Dataset> barData(int training = 600, int validation = 100,
                                              int test = 100)
{
    auto data = std::make_shared<Dataset>();
    data->source = "bars";
    data->title = "Bars";
    data->training = barDigits(training, 1);
    data->validation = barDigits(validation, 2);
    data->test = barDigits(test, 3);
    return data;
}

/// The same images with the same labels.
inline bool areEqual(const LabelledImages &a, const LabelledImages &b)
{
    if (a.size() != b.size())
        return false;
    for (int i = 0; i < a.size(); ++i) {
        if (a.label(i) != b.label(i) || !std::ranges::equal(a.image(i), b.image(i)))
            return false;
    }
    return true;
}

inline bool areEqual(const Dataset &a, const Dataset &b)
{
    return areEqual(a.training, b.training) && areEqual(a.validation, b.validation)
           && areEqual(a.test, b.test);
}

} // namespace nabla::test
