// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiments/experiment_config.h"
#include "core/measure/evaluation_result.h"
#include "core/telemetry/run_history.h"
#include "core/train/run_status.h"

#include <filesystem>
#include <memory>
#include <string>

namespace nabla {

/// The digits that a run learned from, without the digits.
struct RecordedData
{
    std::string title; ///< for a person: "MNIST"; what to load is ExperimentConfig::data
    int training = 0;
    int validation = 0;
    int test = 0;
    bool operator==(const RecordedData &) const = default;
};

/// What was measured in a run, without the network: to compare with and to report on, not to go on
/// from (a checkpoint is for that). Histograms are left out: of a whole run they are many times as
/// large as all its curves.
struct RecordedRun
{
    ExperimentConfig experiment;
    RecordedData data;
    std::string program; ///< version that recorded it: "0.1.0"
    std::string kernels; ///< that its digest was computed with: "avx2"; empty: not known
    RunStatusData status; ///< a run is at rest in its record: never Running
    RunHistory history; ///< its histograms are empty
    std::shared_ptr<const Confusion> confusion; ///< of the validation digits; null: not measured
};

/// The usual ending of a file's name.
inline constexpr const char *recordedRunSuffix = ".nablarun";

/// Writes JSON, aside, then renamed. Every number is read back to the same bits. Throws
/// std::runtime_error that names the file.
void saveRecordedRun(const std::filesystem::path &path, const RecordedRun &run);

/// Throws std::invalid_argument that begins with the path and says what is wrong, where in the file
/// and what to do: no JSON, no record, of a newer program, changed or damaged since it was written.
[[nodiscard]] RecordedRun loadRecordedRun(const std::filesystem::path &path);

} // namespace nabla
