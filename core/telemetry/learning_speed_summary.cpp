// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/learning_speed_summary.h"

#include "core/telemetry/run_history.h"

#include <cmath>

namespace nabla {

namespace {

/// A probe after the first one counts at this step.
bool hasMovedBy(const MetricSeries &probe, std::optional<std::uint64_t> moment)
{
    if (!moment || probe.count() < 2)
        return probe.count() > 1;
    const MetricBucket &first = probe.buckets().front();
    return *moment >= (first.count > 1 ? first.lastStep : probe.buckets()[1].firstStep);
}

} // namespace

LearningSpeedSummary summarizeLearningSpeed(const RunHistory &history,
                                            std::optional<std::uint64_t> moment)
{
    LearningSpeedSummary summary;
    for (int layer = 1; layer <= history.hiddenLayerCount(); ++layer) {
        const MetricSeries &probe = history.series({Metric::ProbeSpeed, layer});
        const auto now = history.valueAt({Metric::ProbeSpeed, layer}, moment);
        if (!now)
            return {};
        // In a very long run the first bucket holds several probes: their mean stands for the
        // start.
        summary.atStart.push_back(probe.buckets().front().mean());
        summary.now.push_back(*now);
        summary.isFromStart = probe.buckets().front().firstStep == 0;
        summary.hasMoved = summary.hasMoved || hasMovedBy(probe, moment);
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
