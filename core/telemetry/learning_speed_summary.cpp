// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/learning_speed_summary.h"

#include "core/telemetry/run_history.h"

#include <cmath>

namespace nabla {

LearningSpeedSummary summarizeLearningSpeed(const RunHistory &history)
{
    LearningSpeedSummary summary;
    for (int layer = 1; layer <= history.hiddenLayerCount(); ++layer) {
        const MetricSeries &probe = history.series({Metric::ProbeSpeed, layer});
        if (probe.empty())
            return {};
        // In a very long run the first bucket holds several probes: their mean stands for the
        // start.
        summary.atStart.push_back(probe.buckets().front().mean());
        summary.now.push_back(probe.buckets().back().last);
        summary.isFromStart = probe.buckets().front().firstStep == 0;
        summary.hasMoved = summary.hasMoved || probe.count() > 1;
    }
    return summary;
}

std::optional<double> timesSlowerThanLast(const std::vector<double> &speeds, int layer)
{
    if (layer < 1 || layer > static_cast<int>(speeds.size()))
        return std::nullopt;
    const double speed = speeds[static_cast<std::size_t>(layer - 1)];
    const double last = speeds.back();
    const double ratio = last / speed;
    if (!(speed > 0.0) || !(last > 0.0) || !std::isfinite(ratio))
        return std::nullopt;
    return ratio;
}

} // namespace nabla
