// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/metric.h"

namespace nabla {

std::vector<MetricId> stepMetrics(int layerCount)
{
    std::vector<MetricId> ids{
        {Metric::MiniBatchCost}, {Metric::MiniBatchAccuracy}, {Metric::Seconds}};
    for (int layer = 1; layer <= layerCount; ++layer)
        ids.push_back({Metric::LearningSpeed, layer});
    return ids;
}

} // namespace nabla
