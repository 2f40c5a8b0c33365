// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/telemetry/metric_series.h"

#include <mutex>
#include <span>

namespace nabla {

/// Trainer -> GUI: one bounded series a metric. The trainer pushes, the GUI drains by swapping; a
/// reader that never comes costs resolution, never memory and never the trainer's time.
/// Thread-safe.
class TelemetryChannel
{
public:
    explicit TelemetryChannel(std::size_t metricCount);

    /// Records one value for every metric; values.size() must be the metric count. NaN: this one
    /// was not measured.
    void push(std::uint64_t step, std::span<const double> values);
    /// Everything since the last drain, a series a metric, into the reader's own vector, whose
    /// memory goes to the trainer in exchange: once both have grown, nothing is allocated. Swaps:
    /// the lock is held for nanoseconds.
    void drain(std::vector<MetricSeries> &into);

private:
    const std::size_t m_metricCount; // read without the lock, which guards the series' sizes too
    std::mutex m_mutex;
    std::vector<MetricSeries> m_series;
};

} // namespace nabla
