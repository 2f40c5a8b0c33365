// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/experiments/experiment_config.h"
#include "core/measure/evaluation_result.h"
#include "core/measure/snapshot.h"
#include "core/telemetry/run_history.h"
#include "core/train/run_status.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <span>

namespace nabla {
inline namespace f32 {
class MomentArchive;
} // namespace f32
} // namespace nabla

namespace nabla::ui {

/// How a run was taught a person's own digits.
struct Teaching
{
    std::shared_ptr<const Snapshot> before; ///< the network that it went on from
    std::set<std::uint64_t> digests; ///< OwnDigit::digest of those that it trains on
};

/// One of the runs that are compared.
struct RunView
{
    std::uint64_t runId = 0;
    int style = 0; ///< its line in all scopes: 0 solid, 1 dashed, 2 dotted, 3 dashed and dotted
    QString name; ///< for a person, its letter first: "B · ReLU + He"
    const RunHistory *history = nullptr; ///< never null in a frame, as the two below
    const RunStatusData *status = nullptr;
    const ExperimentConfig *experiment = nullptr; ///< with its knobs as they are now
};

/// All that a panel may see of a run at one moment. Handed out at up to 30 Hz on the GUI thread;
/// valid during the call only (keep the shared pointers, not the references).
struct Frame
{
    const RunHistory &history;
    std::shared_ptr<const Snapshot> snapshot; ///< null before the first run is ready
    std::shared_ptr<const Dataset> data; ///< null while data are being made or loaded
    const RunStatusData &status;
    const ExperimentConfig &experiment; ///< of the run that is shown
    std::uint64_t runId = 0; ///< changes at every reset: forget what you kept
    std::shared_ptr<const EvaluationResult> evaluation = nullptr; ///< last one of whole sets
    /// All runs that are compared, the shown one among them, by style; empty: there is only one.
    std::span<const RunView> runs = {};
    /// The time machine stands at this step: snapshot is of then, and panels show then instead of
    /// now.
    std::optional<std::uint64_t> moment = std::nullopt;
    /// Null: this run goes on from no other to learn a person's digits.
    std::shared_ptr<const Teaching> teaching = nullptr;
    /// Where the run was, to look at on another thread; null before the first one. Whoever keeps it
    /// keeps its files: better weakly.
    std::shared_ptr<MomentArchive> moments = nullptr;
};

} // namespace nabla::ui
