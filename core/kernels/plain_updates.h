// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/update_rule.h"
#include "core/math/precision.h"

#include <cstddef>

/// The updates of the plain kernels: UpdateKernel says what they take, Kernels what each is.
namespace nabla::inline NABLA_PRECISION::plain {

void descend(const UpdateRule &rule, Scalar *parameters, const Scalar *gradient, Scalar *first,
             Scalar *second, std::size_t n);
void roll(const UpdateRule &rule, Scalar *parameters, const Scalar *gradient, Scalar *first,
          Scalar *second, std::size_t n);
void rollAhead(const UpdateRule &rule, Scalar *parameters, const Scalar *gradient, Scalar *first,
               Scalar *second, std::size_t n);
void scaleByRootMeanSquare(const UpdateRule &rule, Scalar *parameters, const Scalar *gradient,
                           Scalar *first, Scalar *second, std::size_t n);
void adapt(const UpdateRule &rule, Scalar *parameters, const Scalar *gradient, Scalar *first,
           Scalar *second, std::size_t n);

} // namespace nabla::inline NABLA_PRECISION::plain
