// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/kernels.h"

#include <span>
#include <string_view>

namespace nabla::inline NABLA_PRECISION {

struct Activation;

/// The outputs of some examples and what they should have been, y: stride x examples each, of which
/// the first `count` rows are outputs and the padding of y is zero.
struct Outputs
{
    ConstBlock weightedInput;
    ConstBlock activation;
    const Scalar *target = nullptr;
    int count = 0;
};

/// A cost of the output layer: its value and its output error, a pair as in network2.py, because
/// activation and cost are combined at the output.
struct Cost
{
    const char *id;
    /// Summed over outputs and examples, in double; from the weighted inputs where that is what
    /// makes it safe for saturated outputs.
    double (*Kernels::*sum)(ConstBlock, int, const Scalar *);
    bool isOfWeightedInput;
    /// The only activation of the outputs that it is defined for, whose derivative then cancels in
    /// the output error; null: any.
    const char *outputActivation;

    [[nodiscard]] double value(const Kernels &kernels, const Outputs &outputs) const;
    /// delta^L of every example into delta, whose padding becomes zero. `activation` is the output
    /// layer's. (BP1)
    void outputError(const Kernels &kernels, const Outputs &outputs, const Activation &activation,
                     Scalar *delta) const;
};

[[nodiscard]] std::span<const Cost> costs();
/// Throws std::invalid_argument that names the known ones.
[[nodiscard]] const Cost &findCost(std::string_view id);

} // namespace nabla::inline NABLA_PRECISION
