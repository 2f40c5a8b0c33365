// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/telemetry/metric_bucket.h"

#include <cstdint>
#include <span>
#include <vector>

namespace nabla::ui {

/// What the x axis of the scopes counts.
enum class XUnit
{
    Epochs,
    Steps,
    Seconds
};

/// Steps to x and back, in one unit, as of one moment of a run.
class StepScale
{
public:
    StepScale() = default;
    /// `seconds`: the run's series of Metric::Seconds.
    StepScale(XUnit unit, std::uint64_t stepsPerEpoch, std::span<const MetricBucket> seconds);

    [[nodiscard]] double xAt(double step) const;
    /// The step at which x is reached; beyond the last known second it goes on at the last speed.
    [[nodiscard]] double stepAt(double x) const;

private:
    struct Moment
    {
        double step;
        double seconds;
    };

    double m_stepsPerUnit = 1.0;
    std::vector<Moment> m_moments; ///< unit seconds only; both ascending
};

} // namespace nabla::ui
