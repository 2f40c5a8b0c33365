// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/sparse_row.h"
#include "core/math/precision.h"

#include <span>

namespace nabla::inline NABLA_PRECISION {

/// Numbers in one cache line: columns of weights, z, a and delta are padded to a multiple of it.
inline constexpr int vectorWidth = static_cast<int>(64 / sizeof(Scalar));

[[nodiscard]] constexpr int paddedSize(int size)
{
    return (size + vectorWidth - 1) / vectorWidth * vectorWidth;
}

/// z_j = b + sum over the non-zero pixels i of x_ij W[i], for every row j.
/// W: inputs x stride, row i the weights that leave input i; b: stride; z: stride x rows.size(),
/// column-major; stride a multiple of vectorWidth; all aligned to 64 bytes.
void sparseWeightedInput(std::span<const SparseRow> rows, const Scalar *W, const Scalar *b,
                         int stride, Scalar *z);

/// G[i] += sum over the rows j of x_ij delta_j: BP4 of a layer that is fed by sparse rows.
/// G: inputs x stride, delta: stride x rows.size(), column-major.
void accumulateSparseGradient(std::span<const SparseRow> rows, const Scalar *delta, int stride,
                              Scalar *G);

} // namespace nabla::inline NABLA_PRECISION
