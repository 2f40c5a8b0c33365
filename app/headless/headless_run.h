// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/headless/console.h"
#include "app/headless/epoch_record.h"
#include "core/experiments/recorded_run.h"
#include "core/parallel/worker_pool.h"
#include "core/train/checkpoint.h"
#include "core/train/trainer.h"

#include <chrono>
#include <deque>
#include <functional>
#include <future>
#include <optional>

namespace nabla {

/// A run without a window: trains on this thread, evaluates each epoch's snapshot on another.
class HeadlessRun
{
public:
    HeadlessRun(const ExperimentConfig &config, std::shared_ptr<const Dataset> data,
                const Kernels &kernels);

    /// Goes on from a checkpoint. Throws std::invalid_argument for one of another run.
    void restore(const Checkpoint &checkpoint);
    /// Writes a checkpoint here after so many seconds of training, when it is interrupted, and at
    /// the end; 0 seconds: after every mini-batch.
    void keepCheckpoints(const std::filesystem::path &file, double secondsBetween);

    /// Keeps what every step measures, for record(); before restore().
    void keepHistory();

    /// Trains to the end, to the divergence or to Ctrl+C. finished(record) is called in order; of a
    /// restored run for the epochs before it too.
    void run(ProgressLine &progress, const std::function<void(const EpochRecord &)> &finished);

    [[nodiscard]] const Trainer &trainer() const { return m_trainer; }
    [[nodiscard]] const std::vector<EpochRecord> &epochs() const { return m_epochs; }
    /// Everything that was measured until now; of a restored run what stands in its checkpoint, and
    /// every step since. Needs keepHistory().
    [[nodiscard]] RecordedRun record() const;

private:
    using Clock = std::chrono::steady_clock;
    static constexpr std::size_t maxPending = 4;
    struct Pending
    {
        EpochRecord record;
        std::future<EvaluationResult> evaluation;
    };

    [[nodiscard]] static bool isReady(const Pending &pending);
    [[nodiscard]] int hiddenLayers() const { return static_cast<int>(m_config.layers.size()) - 2; }
    /// Returns the digits a second.
    double trainEpoch(ProgressLine &progress);
    void report(ProgressLine &progress) const;
    void recordStep();
    void recordEpochs();
    [[nodiscard]] double secondsSoFar() const;
    void evaluate(double digitsPerSecond);
    void collect();
    void collectAll();
    [[nodiscard]] bool checkpointIsDue() const;
    void writeCheckpoint();

    ExperimentConfig m_config;
    std::shared_ptr<const Dataset> m_data;
    Trainer m_trainer;
    std::function<void(const EpochRecord &)> m_finished;
    std::filesystem::path m_checkpointFile;
    Clock::duration m_checkpointInterval{};
    Clock::time_point m_lastCheckpoint = Clock::now();
    Clock::time_point m_begin = Clock::now();
    std::uint64_t m_firstStep = 0;
    std::vector<EpochRecord> m_epochs;
    std::optional<RunHistory> m_history;
    std::shared_ptr<const Confusion> m_confusion;
    std::deque<Pending> m_pending;
    WorkerPool m_pool{1}; // last: its job uses what stands above
};

} // namespace nabla
