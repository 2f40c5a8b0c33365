// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/random_stream.h"
#include "core/measure/snapshot.h"
#include "core/nn/network.h"
#include "core/train/progress_judge.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace nabla::inline NABLA_PRECISION {

/// Everything that decides how a run goes on, at a mini-batch boundary, in numbers that a file can
/// hold: part of a checkpoint.
struct TrainerState
{
    std::uint64_t step = 0;
    double learningRate = 0.0; ///< as turned, unscheduled
    double regularizationParameter = 0.0;
    ProgressJudge::Memory progress;
    std::vector<std::uint64_t> shuffling; ///< RandomStream::state()
    std::vector<std::uint64_t> dropout;
    std::vector<int> order; ///< of the training digits in this epoch
    std::vector<AlignedBuffer<Scalar>> optimizer; ///< laid out like Network::buffer()
    double weightScale = 1.0; ///< Network::weightScale()
    std::vector<Scalar> storedWeights; ///< of the first layer, where the scale is not 1
};

/// A run at a mini-batch boundary: to look at, and to go on from. The trainer's own objects,
/// copied, because that is many times cheaper than a TrainerState: the streams are not spelled out
/// and the order is shared by all moments of an epoch.
struct Moment
{
    Network network; ///< as the trainer keeps it: its weightScale() may stand aside
    std::uint64_t step = 0;
    double learningRate = 0.0;
    double regularizationParameter = 0.0;
    ProgressJudge::Memory progress;
    RandomStream shuffling;
    RandomStream dropout;
    std::shared_ptr<const std::vector<int>> order; ///< never null
    std::vector<AlignedBuffer<Scalar>> optimizer;
};

[[nodiscard]] TrainerState stateOf(const Moment &moment);
[[nodiscard]] Snapshot snapshotOf(const Moment &moment);
/// Memory that the moment takes; its order, which others share, is left out.
[[nodiscard]] std::size_t bytesWithoutOrder(const Moment &moment);

} // namespace nabla::inline NABLA_PRECISION
