// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/precision.h"

#include <cstddef>

namespace nabla::inline NABLA_PRECISION {

/// a = sigma(z) = 1 / (1 + e^-z). In single precision with an exponential of our own: the C
/// library's differs between processors in the last bit, which the digest would show.
/// z and a may be the same storage.
void sigmoid(const Scalar *z, Scalar *a, std::ptrdiff_t n);
/// a = tanh(z).
void hyperbolicTangent(const Scalar *z, Scalar *a, std::ptrdiff_t n);
/// a = max(z, 0); NaN stays NaN.
void rectify(const Scalar *z, Scalar *a, std::ptrdiff_t n);
/// a_j = e^z_j / sum_k e^z_k over the n outputs of one example (chapter 3, equation 78); the
/// largest z is subtracted first, so that nothing overflows. NaN anywhere makes all of them NaN.
void softmax(const Scalar *z, Scalar *a, std::ptrdiff_t n);

} // namespace nabla::inline NABLA_PRECISION
