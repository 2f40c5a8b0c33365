// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/measure/evaluation_result.h"
#include "core/measure/snapshot.h"
#include "core/nn/cost.h"
#include "core/telemetry/layer_histograms.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace nabla::inline NABLA_PRECISION {

/// What the probe tells of one layer. See Metric for what each number is.
struct ProbedLayer
{
    double learningSpeed = 0.0;
    double gradientSize = 0.0;
    double activationSpread = 0.0;
    std::optional<double> saturatedShare; ///< nothing: this function does not saturate
    std::optional<double> deadShare;
    double errorSize = 0.0;
    double meanSlope = 0.0;
    std::optional<double> weightNorm; ///< nothing for layer 1, through which no error goes back
};

struct ProbeReading
{
    std::vector<ProbedLayer> layers; ///< the output layer last
    std::shared_ptr<const NetworkHistograms> histograms;
};

/// Forward and backward over the first (at most) 1,000 training digits, exact, as in chapter 5, of
/// their mean cost without the penalty. The network is not changed. Nothing when stopped.
[[nodiscard]] std::optional<ProbeReading> probe(const Network &network, const Cost &cost,
                                                const LabelledImages &training,
                                                std::stop_token stop = {});

/// The learning speeds of the probe alone, output layer last; nothing when stopped.
[[nodiscard]] std::optional<std::vector<double>> probeLearningSpeed(const Network &network,
                                                                    const Cost &cost,
                                                                    const LabelledImages &training,
                                                                    std::stop_token stop = {});

/// The probe as a result.
[[nodiscard]] std::optional<EvaluationResult> probeSnapshot(const Snapshot &snapshot,
                                                            const Cost &cost, const Dataset &data,
                                                            std::stop_token stop = {});

/// Largest singular value, to about a thousandth; 0 for a matrix of zeros.
[[nodiscard]] double spectralNorm(const Matrix &matrix);

} // namespace nabla::inline NABLA_PRECISION
