// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/precision.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace nabla::inline NABLA_PRECISION {

struct Activation;

/// A cost of the output layer: its value and its output error, a pair as in network2.py, because
/// activation and cost are combined at the output. Targets are one-hot: y_k = 1 for k = label.
struct Cost
{
    const char *id;
    /// The cost of one example, from z and a of the outputs; in double, safe for saturated outputs.
    double (*value)(const Scalar *z, const Scalar *a, int outputs, int label);
    /// delta^L of one example, from a. `activation` is the output layer's. (BP1)
    void (*outputError)(const Scalar *a, Scalar *delta, int outputs, int label,
                        const Activation &activation);
};

[[nodiscard]] std::span<const Cost> costs();
/// Throws std::invalid_argument that names the known ones.
[[nodiscard]] const Cost &findCost(std::string_view id);

} // namespace nabla::inline NABLA_PRECISION
