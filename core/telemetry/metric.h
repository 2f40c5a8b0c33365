// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <tuple>
#include <vector>

namespace nabla {

/// What is measured in a run. Costs are the data term, without the penalty; accuracies are
/// fractions; a learning speed is the norm of dC/db^l (chapter 5), of the unregularised cost.
enum class Metric
{
    MiniBatchCost, ///< mean over the mini-batch, before its update; every step
    MiniBatchAccuracy, ///< of the mini-batch, before its update; every step
    LearningSpeed, ///< a layer's, of the mini-batch; every step
    Seconds, ///< training time since the run began, pauses excluded; every step
    TrainingCost, ///< over the first 10,000 training digits; at evaluations, as all below
    TrainingAccuracy,
    Penalty, ///< lambda / 2n times the squared weights: what regularisation adds to the cost
    ValidationCost,
    ValidationAccuracy,
    TestCost,
    TestAccuracy,
    // A layer's, of a mini-batch, as often as the trainer finds time to look: see
    // measuredMetrics().
    GradientSize, ///< root mean square of dC/dW^l: does not grow with the layer
    UpdateRatio, ///< |what the step changed W^l by| / |W^l|
    ActivationSpread, ///< standard deviation of a^l over neurons and examples
    SaturatedShare, ///< of the answers, those where f' is below a twenty-fifth of its largest
    DeadShare, ///< of the neurons, those that learn from fewer than 1 % of the examples
    // A layer's, over the fixed probe of (at most) 1,000 training images; at probes.
    ProbeSpeed, ///< the learning speed
    ProbeGradientSize,
    ProbeActivationSpread,
    ProbeSaturatedShare,
    ProbeDeadShare,
    ErrorSize, ///< mean over the examples of |delta^l|
    MeanSlope, ///< mean of |f'(z^l)|: at most 1/4 for sigmoid
    WeightNorm, ///< largest singular value of W^l: what its transpose can multiply an error by
    // Not of the run but of an image that a person shows it, at any step: in no record of the run.
    DigitScore, ///< how far the network speaks for a digit, which stands in the layer's place
};

/// A metric, and for the speeds the layer: 1 is the first layer with weights (the first hidden
/// one). For a score the digit, 0 ... 9.
struct MetricId
{
    Metric metric = Metric::MiniBatchCost;
    int layer = 0;
    bool operator==(const MetricId &) const = default;
    bool operator<(const MetricId &other) const
    {
        return std::tie(metric, layer) < std::tie(other.metric, other.layer);
    }
};

/// A metric as files name it.
struct MetricName
{
    Metric metric;
    const char *name; ///< "miniBatchCost"
    bool isOfLayer; ///< measured of every layer, 1 and up; else of the whole network, layer 0
};
/// All that a run records, in the order of the enumeration.
[[nodiscard]] std::span<const MetricName> metricNames();
/// Null for an unknown name.
[[nodiscard]] const MetricName *findMetricName(std::string_view name);

/// What is asked of every layer, in one or in both of two ways.
enum class LayerQuantity
{
    LearningSpeed,
    GradientSize,
    UpdateRatio,
    ActivationSpread,
    SaturatedShare,
    DeadShare,
};
enum class MeasuredOn
{
    MiniBatches,
    Probe,
};
/// Nothing for the update ratio of the probe, which updates nothing.
[[nodiscard]] std::optional<Metric> metricOf(LayerQuantity quantity, MeasuredOn source);

/// The metrics that the trainer records at every step, in the order in which it pushes them: cost,
/// accuracy, seconds, then the learning speed of layer 1 ... layerCount (the output layer is last).
[[nodiscard]] std::vector<MetricId> stepMetrics(int layerCount);

/// The metrics that the trainer looks at now and then, layer by layer: gradient size, update ratio,
/// spread, saturated share, dead share.
[[nodiscard]] std::vector<MetricId> measuredMetrics(int layerCount);

} // namespace nabla
