// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiments/experiment_config.h"
#include "core/experiments/recorded_run.h"
#include "core/measure/evaluation_result.h"
#include "core/measure/snapshot.h"
#include "core/telemetry/run_history.h"
#include "core/train/command_queue.h"
#include "core/train/run_status.h"
#include "ui/session/frame.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace nabla {
inline namespace f32 {
class MomentArchive;
class TrainerThread;
struct Checkpoint;
struct SavedCheckpoint;
} // namespace f32
struct Dataset;
} // namespace nabla

namespace nabla::ui {

/// One run: its trainer's thread and, on the GUI's side, all that was heard of it. GUI thread only,
/// but for its end, which may take a moment: threads are joined, files removed.
class Run final
{
public:
    /// At rest, untrained or where the checkpoint was. Throws what TrainerThread does.
    Run(std::uint64_t id, const ExperimentConfig &config, std::shared_ptr<const Dataset> data,
        double pace, const Checkpoint *from = nullptr);
    Run(std::uint64_t id, RecordedRun record);
    ~Run();

    [[nodiscard]] std::uint64_t id() const { return m_id; }
    /// What it was made from, and the same with its knobs as they are now.
    [[nodiscard]] const ExperimentConfig &config() const { return m_config; }
    [[nodiscard]] const ExperimentConfig &turned() const { return m_turned; }
    [[nodiscard]] const std::shared_ptr<const Dataset> &data() const { return m_data; }
    [[nodiscard]] bool isTraining() const { return m_status.state == RunState::Running; }
    /// It will never train again.
    [[nodiscard]] bool isOver() const;

    /// It was recorded before: it can be compared with, but neither trained nor looked into.
    [[nodiscard]] bool isRecord() const { return m_trainer == nullptr; }
    /// What was measured so far, without the network.
    [[nodiscard]] RecordedRun record() const;

    void post(Command command);
    /// Hands the knobs of this setup that can be turned while it trains to the trainer.
    void turnKnobs(const ExperimentConfig &setup);

    /// Takes what there is to hear. True when anything moved.
    [[nodiscard]] bool poll(bool wantsSnapshot);
    [[nodiscard]] std::vector<SavedCheckpoint> takeSavedCheckpoints();
    /// Where it was before; not of a record, as the next one.
    [[nodiscard]] const std::shared_ptr<MomentArchive> &moments() const;
    /// Once: why its moments cannot be kept on the disk.
    [[nodiscard]] std::optional<std::string> takeMomentProblem();

    [[nodiscard]] const RunHistory &history() const { return m_history; }
    [[nodiscard]] const RunStatusData &status() const { return m_status; }
    [[nodiscard]] const std::shared_ptr<const Snapshot> &snapshot() const { return m_snapshot; }
    /// The last one of whole sets; null before it.
    [[nodiscard]] const std::shared_ptr<const EvaluationResult> &evaluation() const
    {
        return m_evaluation;
    }

    /// What a person calls it beside the others.
    QString title;
    int style = 0; ///< of RunView
    std::shared_ptr<const Teaching> teaching; ///< of Frame
    [[nodiscard]] RunView view() const;

private:
    std::uint64_t m_id;
    ExperimentConfig m_config;
    ExperimentConfig m_turned;
    std::shared_ptr<const Dataset> m_data;
    std::unique_ptr<TrainerThread> m_trainer;
    RunHistory m_history;
    RunStatusData m_status;
    std::shared_ptr<const Snapshot> m_snapshot;
    std::shared_ptr<const EvaluationResult> m_evaluation;
    std::vector<MetricSeries> m_drained; ///< kept for its memory, as the next one
    std::vector<MetricSeries> m_drainedMeasurements;
};

} // namespace nabla::ui
