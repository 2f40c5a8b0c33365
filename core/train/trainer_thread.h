// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/evaluation_result.h"
#include "core/measure/snapshot.h"
#include "core/parallel/worker_pool.h"
#include "core/telemetry/run_history.h"
#include "core/telemetry/snapshot_slot.h"
#include "core/telemetry/telemetry_channel.h"
#include "core/train/checkpoint.h"
#include "core/train/command_queue.h"
#include "core/train/moment_archive.h"
#include "core/train/run_status.h"
#include "core/train/trainer.h"

#include <atomic>
#include <limits>
#include <thread>

namespace nabla::inline NABLA_PRECISION {

/// What became of a SaveCheckpointCommand.
struct SavedCheckpoint
{
    std::filesystem::path file;
    std::string error; ///< empty: it is written
};

/// One run on a thread of its own: the only class that knows both a Trainer and a thread. It owns
/// the network; others see telemetry, snapshots, evaluations and the status, and post commands. All
/// public members may be called from one other thread (the GUI's).
class TrainerThread
{
public:
    static constexpr double flatOut = std::numeric_limits<double>::infinity();

    /// Begins at rest; the network is published and evaluated at once. It is untrained, or goes on
    /// from the checkpoint. Throws what Trainer's constructor and restore() throw.
    TrainerThread(const HyperParameters &config, std::shared_ptr<const Dataset> data,
                  double miniBatchesPerSecond = flatOut, const Checkpoint *from = nullptr,
                  const MomentLimits &limits = {});
    /// Stops within a chunk's time and joins; a checkpoint that was asked for is written before.
    ~TrainerThread();

    void post(Command command) { m_commands.post(command); }
    [[nodiscard]] TelemetryChannel &telemetry() { return m_telemetry; }
    /// The metrics of measuredMetrics(): of a mini-batch now and then, as long as that costs about
    /// a hundredth of the time.
    [[nodiscard]] TelemetryChannel &measurements() { return m_measurements; }
    [[nodiscard]] SnapshotSlot<Snapshot> &snapshots() { return m_snapshots; }
    /// Where the run was: at the start, then ever wider apart (nextMomentAfter()), and where it
    /// rests. Whoever loads from it on another thread holds it.
    [[nodiscard]] const std::shared_ptr<MomentArchive> &moments() const { return m_moments; }
    [[nodiscard]] RunStatusData status() const { return m_status.get(); }
    /// Evaluations since the last call, in the order of their steps.
    [[nodiscard]] std::vector<EvaluationResult> takeEvaluations();
    /// Knobs turned since the last call: the run's interventions.
    [[nodiscard]] std::vector<KnobMark> takeMarks();
    /// Checkpoints that were asked for since the last call: written, or why not.
    [[nodiscard]] std::vector<SavedCheckpoint> takeSavedCheckpoints();
    /// Empty, of this run's shape.
    [[nodiscard]] RunHistory emptyHistory() const;
    /// Returns when no evaluation is under way or waiting.
    void waitForEvaluations() { m_pool.waitUntilIdle(); }

private:
    using Clock = CommandQueue::Clock;

    void run();
    void obeyCommands();
    void obey(const Command &command);
    void setState(RunState state);
    void describeRest();
    void restUntilNextStep();
    void work();
    void record(Clock::time_point now);
    void recordMeasurement(Clock::time_point now);
    void evaluateIfDue(Clock::time_point now);
    void submitEvaluation();
    void submitProbe(Clock::time_point now);
    void saveCheckpointIfAsked();
    void keepMoment(MomentArchive::Kind kind);
    void renewMoment();
    void turn(const char *field, double before, double after);
    void refreshStatus(Clock::time_point now);
    void measureRate(Clock::time_point now);
    [[nodiscard]] double secondsUntil(Clock::time_point now) const;
    [[nodiscard]] std::shared_ptr<const Snapshot> copyNetwork() const;
    void store(std::optional<EvaluationResult> result);

    Trainer m_trainer;
    std::shared_ptr<const Dataset> m_data;
    CommandQueue m_commands;
    TelemetryChannel m_telemetry;
    TelemetryChannel m_measurements;
    SnapshotSlot<Snapshot> m_snapshots;
    RunStatus m_status;
    std::shared_ptr<MomentArchive> m_moments;

    // What the worker shares with the others.
    std::atomic<Clock::duration> m_probeTime{Clock::duration::zero()};
    std::mutex m_resultMutex;
    std::vector<EvaluationResult> m_results;
    std::vector<KnobMark> m_marks;
    std::vector<SavedCheckpoint> m_savedCheckpoints;

    // What only the trainer's thread touches.
    RunStatusData m_now;
    bool m_stop = false;
    double m_pace;
    std::optional<SaveCheckpointCommand> m_checkpoint; ///< asked for and not written yet
    std::uint64_t m_runUntil = 0; ///< step at which to pause again
    std::uint64_t m_nextMoment = 0; ///< step at which one is due
    Clock::time_point m_resumed;
    Clock::time_point m_nextStep;
    Clock::time_point m_nextProbe;
    Clock::time_point m_nextMeasurement;
    Clock::time_point m_stepEnd; ///< of the last mini-batch
    Clock::duration m_stepTime{}; ///< of one that is not measured, where there is no pace
    Clock::time_point m_nextEvaluation;
    Clock::time_point m_rateSince;
    Clock::time_point m_nextStatus; ///< when a running trainer says again where it is
    std::uint64_t m_rateDigits = 0;
    double m_secondsBefore = 0.0; ///< of training before the last pause
    std::vector<double> m_record;

    WorkerPool m_pool{1};
    std::thread m_thread; // last: it starts when all the rest is there
};

} // namespace nabla::inline NABLA_PRECISION
