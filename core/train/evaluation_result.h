// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/telemetry/metric.h"

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace nabla {

/// What was measured on the network as it was at one step, away from the training thread.
struct EvaluationResult
{
    std::uint64_t step = 0;
    std::vector<std::pair<MetricId, double>> values;

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
