// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The numeric core is compiled twice from the same sources: NABLA_PRECISION is f32 (the program) or
// f64 (proofs), set by CMake for each library, and names the inline namespace that holds the
// result. A translation unit sees one of them.
#if !defined(NABLA_PRECISION)
#error "link nabla_f32 or nabla_f64: they define NABLA_PRECISION"
#endif

#include <Eigen/Core>

namespace nabla::inline NABLA_PRECISION {

#if NABLA_DOUBLE
using Scalar = double;
#else
using Scalar = float;
#endif

/// Column-major; one example a column.
using Matrix = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic>;
using Vector = Eigen::Matrix<Scalar, Eigen::Dynamic, 1>;

} // namespace nabla::inline NABLA_PRECISION
