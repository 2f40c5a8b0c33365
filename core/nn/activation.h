// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/kernels.h"

#include <span>
#include <string_view>

namespace nabla::inline NABLA_PRECISION {

/// How a neuron can stop to learn because its f' becomes nothing.
enum class Silence
{
    Never,
    Saturation, ///< towards both ends, by degrees
    Rectification ///< below zero, at once
};

/// An activation function of a layer, applied to all its examples at once.
struct Activation
{
    const char *id;
    /// Of single numbers; null for linear and softmax.
    ActivationKernel Kernels::*elementwise;
    double largestSlope; ///< of f'
    Silence silence;
    /// True for softmax, whose outputs of one example depend on each other.
    bool isOfWholeExample = false;

    /// a = f(z). z, a: stride x examples; the first `outputs` rows count.
    void apply(const Kernels &kernels, ConstBlock z, int outputs, Block a) const;
    /// delta <- J^T delta, from a = f(z): for an elementwise function delta_j f'(z_j); f' of all of
    /// them is a function of a alone.
    void multiplyByDerivative(const Kernels &kernels, ConstBlock a, int outputs, Block delta) const;
};

[[nodiscard]] std::span<const Activation> activations();
/// Throws std::invalid_argument that names the known ones.
[[nodiscard]] const Activation &findActivation(std::string_view id);

} // namespace nabla::inline NABLA_PRECISION
