// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/precision.h"
#include "core/nn/output_code.h"

#include <span>
#include <string>
#include <string_view>

namespace nabla::inline NABLA_PRECISION {

struct Activation;

/// What the outputs of one example should have been.
struct Target
{
    int label = 0;
    OutputCode code = OutputCode::OneHot;

    /// y_k
    [[nodiscard]] Scalar operator()(int k) const
    {
        return isTarget(code, k, label) ? Scalar(1) : Scalar(0);
    }
};

/// A cost of the output layer: its value and its output error, a pair as in network2.py, because
/// activation and cost are combined at the output.
struct Cost
{
    const char *id;
    /// The cost of one example, from z and a of the outputs; in double, safe for saturated outputs.
    double (*value)(const Scalar *z, const Scalar *a, int outputs, const Target &y);
    /// delta^L of one example, from a. `activation` is the output layer's. (BP1)
    void (*outputError)(const Scalar *a, Scalar *delta, int outputs, const Target &y,
                        const Activation &activation);
    /// The only activation of the outputs that it is defined for; null: any.
    const char *outputActivation;
};

[[nodiscard]] std::span<const Cost> costs();
/// Throws std::invalid_argument that names the known ones.
[[nodiscard]] const Cost &findCost(std::string_view id);

} // namespace nabla::inline NABLA_PRECISION
