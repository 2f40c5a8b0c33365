// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/telemetry/layer_histograms.h"
#include "core/telemetry/metric.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace nabla {

/// Rows are the true digits, columns the answers.
using Confusion = std::array<std::array<int, classCount>, classCount>;

/// What was measured on the network as it was at one step, away from the training thread.
struct EvaluationResult
{
    std::uint64_t step = 0;
    std::vector<std::pair<MetricId, double>> values;
    std::shared_ptr<const Confusion> confusion
        = nullptr; ///< of the validation digits; null: not measured
    std::shared_ptr<const NetworkHistograms> histograms = nullptr; ///< of the probe; null: none

    [[nodiscard]] std::optional<double> value(MetricId id) const;
};

inline std::optional<double> EvaluationResult::value(MetricId id) const
{
    for (const auto &[metric, number] : values) {
        if (metric == id)
            return number;
    }
    return std::nullopt;
}

} // namespace nabla
