// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/dense_kernels.h"

#include <array>

namespace nabla::inline NABLA_PRECISION {

namespace {

/// Pixel byte -> input: 255 is 1.
const std::array<Scalar, 256> inputOfByte = [] {
    std::array<Scalar, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i)
        table[i] = static_cast<Scalar>(i) / Scalar(255);
    return table;
}();

/// GCC's vector type of one SSE register: it stays in registers where an array would not.
constexpr int lanes = static_cast<int>(16 / sizeof(Scalar));
using Packet = Scalar __attribute__((vector_size(16)));

const Packet *packets(const Scalar *p)
{
    return reinterpret_cast<const Packet *>(p);
}

Packet *packets(Scalar *p)
{
    return reinterpret_cast<Packet *>(p);
}

/// Count packets of z for one row, the sums held in registers.
template <int Count>
void weightedInputTile(const SparseRow &row, const Scalar *W, const Scalar *b, int stride,
                       Scalar *z)
{
    Packet sum[Count];
#pragma GCC unroll 8
    for (int k = 0; k < Count; ++k)
        sum[k] = packets(b)[k];
    for (std::uint32_t n = 0; n < row.count; ++n) {
        const Packet *w = packets(W + static_cast<std::ptrdiff_t>(row.index[n]) * stride);
        const Scalar x = inputOfByte[row.value[n]];
#pragma GCC unroll 8
        for (int k = 0; k < Count; ++k)
            sum[k] += x * w[k];
    }
#pragma GCC unroll 8
    for (int k = 0; k < Count; ++k)
        packets(z)[k] = sum[k];
}

} // namespace

void sparseWeightedInput(std::span<const SparseRow> rows, const Scalar *W, const Scalar *b,
                         int stride, Scalar *z)
{
    constexpr int wide = 8 * lanes;
    constexpr int narrow = 4 * lanes; // one cache line: stride is a multiple of it
    for (const SparseRow &row : rows) {
        int k = 0;
        for (; k + wide <= stride; k += wide)
            weightedInputTile<8>(row, W + k, b + k, stride, z + k);
        for (; k < stride; k += narrow)
            weightedInputTile<4>(row, W + k, b + k, stride, z + k);
        z += stride;
    }
}

void accumulateSparseGradient(std::span<const SparseRow> rows, const Scalar *delta, int stride,
                              Scalar *G)
{
    for (const SparseRow &row : rows) {
        for (std::uint32_t n = 0; n < row.count; ++n) {
            Scalar *g = G + static_cast<std::ptrdiff_t>(row.index[n]) * stride;
            const Scalar x = inputOfByte[row.value[n]];
            for (int k = 0; k < stride; k += lanes)
                *packets(g + k) += x * *packets(delta + k);
        }
        delta += stride;
    }
}

} // namespace nabla::inline NABLA_PRECISION
