// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace nabla {

// How much work a dense network of these layers is, from the sizes alone, never from a clock:
// chunks decide the order of summation.

/// Its weights and biases.
[[nodiscard]] std::uint64_t parameterCount(const std::vector<int> &layers);
/// Examples that a slow core works through in a few milliseconds: long work rests between so many,
/// so that Pause and Stop never wait for a full batch.
[[nodiscard]] int examplesPerChunk(const std::vector<int> &layers);
/// Examples that are evaluated together: no more than fit a cache.
[[nodiscard]] int evaluationBatchSize(const std::vector<int> &layers);

} // namespace nabla
