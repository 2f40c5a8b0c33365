// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/work_size.h"

#include <algorithm>

namespace nabla {

std::uint64_t parameterCount(const std::vector<int> &layers)
{
    std::uint64_t count = 0;
    for (std::size_t l = 1; l < layers.size(); ++l)
        count += (static_cast<std::uint64_t>(layers[l - 1]) + 1)
                 * static_cast<std::uint64_t>(layers[l]);
    return count;
}

int examplesPerChunk(const std::vector<int> &layers)
{
    constexpr std::uint64_t multiplicationsPerChunk = 40'000'000;
    constexpr std::uint64_t passes = 3; // forward, error, gradient
    const std::uint64_t anExample = passes * std::max<std::uint64_t>(parameterCount(layers), 1);
    return static_cast<int>(
        std::clamp<std::uint64_t>(multiplicationsPerChunk / anExample, 1, 1000));
}

int evaluationBatchSize(const std::vector<int> &layers)
{
    constexpr int cacheFriendly = 100;
    return std::min(cacheFriendly, examplesPerChunk(layers));
}

} // namespace nabla
