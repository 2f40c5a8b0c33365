// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiments/experiment_config.h"

#include <optional>
#include <span>

namespace nabla {

/// One thing that can be changed in a setup. A function and the weights that belong to it are one.
enum class RemedyKind
{
    ReluWithHe,
    LeakyRelu,
    ScaledWeights,
    HeWeights,
    BatchNormalization,
    TenthOfRate,
    HundredthOfRate,
    TenTimesRate,
    HundredTimesRate,
    CrossEntropy,
    ClippedGradient,
    BookRegularization,
    AllDigits,
    DistortedDigits,
    EarlyStopping,
};

/// title is a text to translate under the context "Doctor".
struct RemedyInfo
{
    RemedyKind kind;
    const char *id;
    const char *title; ///< names the run that tries it: "ReLU with He's weights"
};
/// In the order of the enumeration.
[[nodiscard]] std::span<const RemedyInfo> remedies();
[[nodiscard]] const RemedyInfo &remedyInfo(RemedyKind kind);

/// A remedy for one setup: that setup with the one thing changed, the seed the same.
struct Remedy
{
    RemedyKind kind = RemedyKind::ReluWithHe;
    ExperimentConfig config;
    bool operator==(const Remedy &) const = default;
};

/// What a remedy starts from.
struct Treated
{
    ExperimentConfig experiment; ///< as the run began
    double learningRate = 0.0; ///< as it is now
    double trainingDigits = 0.0; ///< n
};

/// Nothing where it would change nothing, or make no setup that can be run.
[[nodiscard]] std::optional<Remedy> remedyFor(RemedyKind kind, const Treated &treated);

} // namespace nabla
