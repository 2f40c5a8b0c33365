// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/precision.h"

#include <span>
#include <string_view>

namespace nabla::inline NABLA_PRECISION {

/// An activation function, applied in place to a block of weighted inputs.
struct Activation
{
    const char *id;
    /// a = f(z) for n values. z and a may be the same storage.
    void (*apply)(const Scalar *z, Scalar *a, std::ptrdiff_t n);
    /// delta <- J^T delta, from a = f(z): for an elementwise function delta_j f'(z_j); f' of all of
    /// them is a function of a alone.
    void (*multiplyByDerivative)(const Scalar *a, Scalar *delta, std::ptrdiff_t n);
    /// True for softmax, whose n values are the outputs of one example and depend on each other;
    /// the others take any number of values of any number of examples.
    bool isOfWholeExample = false;
};

[[nodiscard]] std::span<const Activation> activations();
/// Throws std::invalid_argument that names the known ones.
[[nodiscard]] const Activation &findActivation(std::string_view id);

/// f' of leaky ReLU below zero (Maas, Hannun & Ng 2013).
inline constexpr Scalar leak = Scalar(0.01);

} // namespace nabla::inline NABLA_PRECISION
