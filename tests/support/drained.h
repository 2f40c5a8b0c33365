// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/telemetry/telemetry_channel.h"

namespace nabla::test {

/// What the channel has for a reader who keeps nothing for the next time.
[[nodiscard]] inline std::vector<MetricSeries> drained(TelemetryChannel &channel)
{
    std::vector<MetricSeries> series;
    channel.drain(series);
    return series;
}

} // namespace nabla::test
