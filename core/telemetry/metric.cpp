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

std::vector<MetricId> measuredMetrics(int layerCount)
{
    std::vector<MetricId> ids;
    for (int layer = 1; layer <= layerCount; ++layer) {
        for (const Metric metric :
             {Metric::GradientSize, Metric::UpdateRatio, Metric::ActivationSpread,
              Metric::SaturatedShare, Metric::DeadShare})
            ids.push_back({metric, layer});
    }
    return ids;
}

std::optional<Metric> metricOf(LayerQuantity quantity, MeasuredOn source)
{
    const bool onProbe = source == MeasuredOn::Probe;
    switch (quantity) {
    case LayerQuantity::LearningSpeed:
        return onProbe ? Metric::ProbeSpeed : Metric::LearningSpeed;
    case LayerQuantity::GradientSize:
        return onProbe ? Metric::ProbeGradientSize : Metric::GradientSize;
    case LayerQuantity::UpdateRatio:
        break;
    case LayerQuantity::ActivationSpread:
        return onProbe ? Metric::ProbeActivationSpread : Metric::ActivationSpread;
    case LayerQuantity::SaturatedShare:
        return onProbe ? Metric::ProbeSaturatedShare : Metric::SaturatedShare;
    case LayerQuantity::DeadShare:
        return onProbe ? Metric::ProbeDeadShare : Metric::DeadShare;
    }
    return onProbe ? std::nullopt : std::optional(Metric::UpdateRatio);
}

} // namespace nabla
