// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    ProbeSpeed, ///< a layer's, over the fixed probe of (at most) 1,000 training images
};

/// A metric, and for the speeds the layer: 1 is the first layer with weights (the first hidden
/// one).
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

/// The metrics that the trainer records at every step, in the order in which it pushes them: cost,
/// accuracy, seconds, then the learning speed of layer 1 ... layerCount (the output layer is last).
[[nodiscard]] std::vector<MetricId> stepMetrics(int layerCount);

} // namespace nabla
