// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/telemetry_channel.h"

#include <cmath>
#include <stdexcept>

namespace nabla {

TelemetryChannel::TelemetryChannel(std::size_t metricCount)
    : m_metricCount(metricCount)
    , m_series(metricCount)
{
}

void TelemetryChannel::push(std::uint64_t step, std::span<const double> values)
{
    if (values.size() != m_metricCount)
        throw std::invalid_argument("TelemetryChannel: one value a metric is needed");
    const std::lock_guard lock(m_mutex);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!std::isnan(values[i]))
            m_series[i].append(step, values[i]);
    }
}

void TelemetryChannel::drain(std::vector<MetricSeries> &into)
{
    into.resize(m_metricCount);
    for (MetricSeries &series : into)
        series.clear();
    const std::lock_guard lock(m_mutex);
    m_series.swap(into);
}

} // namespace nabla
