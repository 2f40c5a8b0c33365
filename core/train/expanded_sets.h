// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/distortion.h"
#include "core/parallel/worker_pool.h"

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>

namespace nabla {

/// The first `count` images of a set, all freshly distorted for an epoch; nothing when stopped.
[[nodiscard]] std::optional<LabelledImages> expandedImages(const LabelledImages &set, int count,
                                                           const Distortion &distortion,
                                                           std::uint64_t seed, int epoch,
                                                           std::stop_token stop = {});

/// Expanded training digits, made on a thread of its own while the epoch before is trained: the
/// trainer waits only where it is faster. Which images come out depends on seed and epoch alone.
/// take() is for one thread.
class ExpandedSets
{
public:
    /// Begins with the set of epoch 0.
    ExpandedSets(std::shared_ptr<const Dataset> data, int count, const Distortion &distortion,
                 std::uint64_t seed);

    /// The set of this epoch, or null when it is not ready within this time; taking it begins the
    /// next one. Another epoch than the one under way, as after a resume, takes its place at once.
    [[nodiscard]] std::shared_ptr<const LabelledImages> tryTake(int epoch,
                                                                std::chrono::milliseconds patience);

private:
    void make(int epoch);
    void publish(int epoch, LabelledImages images);

    std::shared_ptr<const Dataset> m_data;
    int m_count;
    Distortion m_distortion;
    std::uint64_t m_seed;
    std::stop_source m_stopMaking; ///< of the set under way

    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_making = -1; ///< the epoch that was asked for last
    int m_readyEpoch = -1;
    std::shared_ptr<const LabelledImages> m_ready;

    WorkerPool m_pool{1}; // last: its job uses what stands above
};

} // namespace nabla
