// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Computed in double precision whatever the caller's is: it needs nabla_f64 linked, and no Scalar.

#include "core/nn/architecture.h"

#include <cstdint>
#include <string>
#include <vector>

namespace nabla {

/// A small network whose gradient by backpropagation is compared with central differences.
struct GradientCheck
{
    Architecture architecture;
    std::string cost;
    double dropout = 0.0; ///< with one fixed mask

    /// "batch-normalized relu, softmax, log-likelihood, dropout"
    [[nodiscard]] std::string name() const;
    /// Kinks of (leaky) ReLU may lie within a difference.
    [[nodiscard]] bool isSmooth() const;
};

struct GradientCheckResult
{
    /// The largest of all tensors: |g - d| / max(|g|, |d|) of backpropagation's g and the
    /// differences d, as Euclidean norms over the tensor (at least a thousandth of the whole
    /// gradient's).
    double relativeError = 0.0;
    std::string tensor; ///< where: "layer2.weights"
    int parameters = 0;
};

/// What isSmooth() ones must not exceed.
inline constexpr double smoothGradientBound = 1e-7;
/// And the others.
inline constexpr double kinkedGradientBound = 1e-5;

/// Every layer kind x hidden activation x cost with each output activation that it takes, x dropout
/// off and on, and the binary outputs.
[[nodiscard]] std::vector<GradientCheck> allGradientChecks();

/// Of five random examples, parameters N(0, 1/n), everything drawn from the seed.
[[nodiscard]] GradientCheckResult checkGradient(const GradientCheck &check, std::uint64_t seed);

} // namespace nabla
