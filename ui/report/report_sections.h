// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/doctor/doctor_thresholds.h"
#include "ui/session/frame.h"

#include <QString>

// The parts of a report, each as HTML with its heading; empty where there is nothing to tell.

namespace nabla::ui {

/// State, steps, time, data, seed and digest of the shown run.
[[nodiscard]] QString runSection(const Frame &frame);
/// What a reader must know of every run, and every field that differs from a fresh experiment.
[[nodiscard]] QString setupSection(const ExperimentConfig &experiment);
/// Costs and accuracies, as they were measured last.
[[nodiscard]] QString numbersSection(const RunHistory &history);
/// How fast each hidden layer learned at the start and in the end, beside the last one.
[[nodiscard]] QString layersSection(const RunHistory &history);
/// Knobs that were turned while it trained.
[[nodiscard]] QString marksSection(const RunHistory &history);
/// What the doctor says of it, with the numbers.
[[nodiscard]] QString findingsSection(const Frame &frame, const DoctorThresholds &thresholds);
[[nodiscard]] QString confusionSection(const Frame &frame);
/// What differs in the setups of the runs that are compared, and what came out; empty for one run.
[[nodiscard]] QString comparisonSection(std::span<const RunView> runs);

} // namespace nabla::ui
