// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/metric.h"

#include <algorithm>

namespace nabla {

namespace {

constexpr MetricName names[] = {
    {Metric::MiniBatchCost, "miniBatchCost", false},
    {Metric::MiniBatchAccuracy, "miniBatchAccuracy", false},
    {Metric::LearningSpeed, "learningSpeed", true},
    {Metric::Seconds, "seconds", false},
    {Metric::TrainingCost, "trainingCost", false},
    {Metric::TrainingAccuracy, "trainingAccuracy", false},
    {Metric::Penalty, "penalty", false},
    {Metric::ValidationCost, "validationCost", false},
    {Metric::ValidationAccuracy, "validationAccuracy", false},
    {Metric::TestCost, "testCost", false},
    {Metric::TestAccuracy, "testAccuracy", false},
    {Metric::GradientSize, "gradientSize", true},
    {Metric::UpdateRatio, "updateRatio", true},
    {Metric::ActivationSpread, "activationSpread", true},
    {Metric::SaturatedShare, "saturatedShare", true},
    {Metric::DeadShare, "deadShare", true},
    {Metric::ProbeSpeed, "probeSpeed", true},
    {Metric::ProbeGradientSize, "probeGradientSize", true},
    {Metric::ProbeActivationSpread, "probeActivationSpread", true},
    {Metric::ProbeSaturatedShare, "probeSaturatedShare", true},
    {Metric::ProbeDeadShare, "probeDeadShare", true},
    {Metric::ErrorSize, "errorSize", true},
    {Metric::MeanSlope, "meanSlope", true},
    {Metric::WeightNorm, "weightNorm", true},
};

} // namespace

std::span<const MetricName> metricNames()
{
    return names;
}

const MetricName *findMetricName(std::string_view name)
{
    const auto found = std::ranges::find_if(
        names, [name](const MetricName &metric) { return name == metric.name; });
    return found == std::end(names) ? nullptr : &*found;
}

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
