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
    /// delta *= f'(z) for n values, from a = f(z); f' of all three is a function of a alone.
    void (*multiplyByDerivative)(const Scalar *a, Scalar *delta, std::ptrdiff_t n);
};

[[nodiscard]] std::span<const Activation> activations();
/// Throws std::invalid_argument that names the known ones.
[[nodiscard]] const Activation &findActivation(std::string_view id);

} // namespace nabla::inline NABLA_PRECISION
