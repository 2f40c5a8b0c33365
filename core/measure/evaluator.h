// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/measure/evaluation_result.h"
#include "core/measure/snapshot.h"
#include "core/nn/backpropagation.h"
#include "core/telemetry/metric.h"

#include <array>
#include <optional>
#include <stop_token>

namespace nabla::inline NABLA_PRECISION {

/// How well one digit is read.
struct ClassReading
{
    double precision = 0.0; ///< share of its answers that are right; 0 where it is never answered
    double recall = 0.0; ///< share of its images that are found; 0 where there are none
};
[[nodiscard]] std::array<ClassReading, classCount> classReadings(const Confusion &confusion);

/// How well a network reads a set.
struct SetEvaluation
{
    double cost = 0.0; ///< mean over the digits, without the penalty
    double accuracy = 0.0; ///< fraction
    Confusion confusion{};
};

/// Evaluates the first `count` digits (all when count is 0) in small batches; nothing when stopped.
[[nodiscard]] std::optional<SetEvaluation> evaluateSet(const Network &network, const Cost &cost,
                                                       const LabelledImages &images, int count = 0,
                                                       std::stop_token stop = {});

/// The lambdas of the penalty lambda_2 / 2n sum w^2 + lambda_1 / n sum |w|.
struct Regularization
{
    double l2 = 0.0;
    double l1 = 0.0;
};

/// Everything that is measured at an epoch: costs and accuracies of all three sets, penalty, probe.
/// `trainingDigits` is the size of the training set in use, n of the penalty.
[[nodiscard]] std::optional<EvaluationResult>
evaluateSnapshot(const Snapshot &snapshot, const Cost &cost, const Dataset &data,
                 int trainingDigits, const Regularization &regularization,
                 std::stop_token stop = {});

} // namespace nabla::inline NABLA_PRECISION
