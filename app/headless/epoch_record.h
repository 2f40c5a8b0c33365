// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/evaluation_result.h"

#include <nlohmann/json_fwd.hpp>

#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace nabla {

/// What one epoch measured; entry 0 is the untrained network. NaN: not a number, or not measured.
struct EpochRecord
{
    int epoch = 0;
    double trainingCost = NAN; ///< without the penalty
    double trainingAccuracy = NAN;
    double penalty = NAN;
    double validationCost = NAN;
    double validationAccuracy = NAN;
    double testCost = NAN;
    double testAccuracy = NAN;
    double learningRate = NAN; ///< of the next step, as scheduled
    double digitsPerSecond = 0.0;
    std::vector<double> learningSpeed; ///< |dC/db^l| of the hidden layers
};

/// Takes what was measured; `hiddenLayers` of the speeds.
void fill(EpochRecord &record, const EvaluationResult &evaluation, int hiddenLayers);

/// The same numbers under the names of their metrics.
[[nodiscard]] std::vector<std::pair<MetricId, double>> measuredIn(const EpochRecord &record);

[[nodiscard]] nlohmann::json toJson(const EpochRecord &record);
/// Throws std::invalid_argument for what toJson() cannot have given.
[[nodiscard]] EpochRecord epochRecordFromJson(const nlohmann::json &object);

/// A line for people, under the two lines of epochTableHeading().
[[nodiscard]] std::string describe(const EpochRecord &record);
[[nodiscard]] std::string epochTableHeading(int hiddenLayers);

} // namespace nabla
