// SPDX-License-Identifier: GPL-3.0-or-later
// Read once for every instruction set, by vector_kernels.cpp: no #pragma once.
#if defined(NABLA_DENSE_KERNELS_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef NABLA_DENSE_KERNELS_INL_H
#undef NABLA_DENSE_KERNELS_INL_H
#else
#define NABLA_DENSE_KERNELS_INL_H
#endif

#include "core/kernels/vector_types-inl.h"

#include <algorithm>
#include <utility>

HWY_BEFORE_NAMESPACE();
namespace nabla::inline NABLA_PRECISION {
namespace HWY_NAMESPACE {

// Matrix products by tiles that stay in registers: of `rows` x `vectors` sums, each row has a
// factor that is broadcast, each vector is read once for all rows.

constexpr int tileVectors = 2;
constexpr int tileRows = tileRegisters / tileVectors;

/// sum_rv += sum over n < count of factor(r, n) B_n[v]; factor(r, n) = a[r rowStep + n step].
template <int Rows, int Vectors>
HWY_INLINE void accumulate(const Scalar *a, std::ptrdiff_t rowStep, std::ptrdiff_t step, int count,
                           const Scalar *B, std::ptrdiff_t stride, Vec (&sum)[Rows][Vectors])
{
    for (int n = 0; n < count; ++n) {
        Vec b[Vectors];
#pragma GCC unroll 16
        for (int v = 0; v < Vectors; ++v)
            b[v] = load(B + v * lanes);
#pragma GCC unroll 16
        for (int r = 0; r < Rows; ++r) {
            const Vec factor = broadcast(a[r * rowStep]);
#pragma GCC unroll 16
            for (int v = 0; v < Vectors; ++v)
                sum[r][v] = hn::MulAdd(factor, b[v], sum[r][v]);
        }
        a += step;
        B += stride;
    }
}

/// Calls Tile<rows, vectors>::work(first row, first column, arguments ...) until rows x stride is
/// covered.
template <template <int, int> class Tile, class... Arguments>
class Tiling
{
    using Work = void (*)(int, int, Arguments...);

    template <int Vectors, int... Rows>
    static void workColumns(int rows, int column, std::integer_sequence<int, Rows...>,
                            Arguments... arguments)
    {
        static constexpr Work works[] = {Tile<Rows + 1, Vectors>::work...};
        // Tiles of nearly equal heights: none is too low to hide the latency of an addition.
        const int tiles = (rows + tileRows - 1) / tileRows;
        int row = 0;
        for (int left = tiles; left > 0; --left) {
            const int height = (rows - row) / left;
            works[height - 1](row, column, arguments...);
            row += height;
        }
    }

public:
    static HWY_INLINE void cover(int rows, int stride, Arguments... arguments)
    {
        constexpr std::make_integer_sequence<int, tileRows> heights;
        int column = 0;
        for (; column + tileVectors * lanes <= stride; column += tileVectors * lanes)
            workColumns<tileVectors>(rows, column, heights, arguments...);
        if (column < stride)
            workColumns<1>(rows, column, heights, arguments...);
    }
};

/// Rows are examples, what is summed over are the inputs.
template <int Rows, int Vectors>
struct WeighTile
{
    static void work(int row, int column, const ConstBlock &a, int inputs, const Scalar *W,
                     const Scalar *b, const Block &z)
    {
        Vec sum[Rows][Vectors];
#pragma GCC unroll 16
        for (int r = 0; r < Rows; ++r) {
#pragma GCC unroll 16
            for (int v = 0; v < Vectors; ++v)
                sum[r][v] = load(b + column + v * lanes);
        }
        accumulate<Rows, Vectors>(a.data + static_cast<std::ptrdiff_t>(row) * a.stride, a.stride, 1,
                                  inputs, W + column, z.stride, sum);
        Scalar *to = z.data + static_cast<std::ptrdiff_t>(row) * z.stride + column;
#pragma GCC unroll 16
        for (int r = 0; r < Rows; ++r) {
#pragma GCC unroll 16
            for (int v = 0; v < Vectors; ++v)
                store(sum[r][v], to + r * z.stride + v * lanes);
        }
    }
};

HWY_INLINE void weighInputs(ConstBlock a, int inputs, const Scalar *W, const Scalar *b, Block z)
{
    Tiling<WeighTile, const ConstBlock &, int, const Scalar *, const Scalar *,
           const Block &>::cover(z.examples, z.stride, a, inputs, W, b, z);
}

/// Rows are inputs, what is summed over are the examples.
template <int Rows, int Vectors>
struct ProductTile
{
    static void work(int row, int column, const ConstBlock &a, const ConstBlock &delta, Scalar kept,
                     Scalar factor, Scalar *W)
    {
        Vec sum[Rows][Vectors];
#pragma GCC unroll 16
        for (int r = 0; r < Rows; ++r) {
#pragma GCC unroll 16
            for (int v = 0; v < Vectors; ++v)
                sum[r][v] = hn::Zero(Tag());
        }
        accumulate<Rows, Vectors>(a.data + row, 1, a.stride, delta.examples, delta.data + column,
                                  delta.stride, sum);
        Scalar *to = W + static_cast<std::ptrdiff_t>(row) * delta.stride + column;
#pragma GCC unroll 16
        for (int r = 0; r < Rows; ++r) {
#pragma GCC unroll 16
            for (int v = 0; v < Vectors; ++v) {
                Scalar *w = to + r * delta.stride + v * lanes;
                store(hn::MulAdd(broadcast(factor), sum[r][v], hn::Mul(broadcast(kept), load(w))),
                      w);
            }
        }
    }
};

HWY_INLINE void addProducts(ConstBlock a, int inputs, ConstBlock delta, Scalar kept, Scalar factor,
                            Scalar *W)
{
    Tiling<ProductTile, const ConstBlock &, const ConstBlock &, Scalar, Scalar, Scalar *>::cover(
        inputs, delta.stride, a, delta, kept, factor, W);
}

/// The sum of v's blocks of 16 bytes.
template <class T>
HWY_INLINE void storeSumOfBlocks(T tag, hn::Vec<T> v, Scalar *to)
{
    if constexpr (hn::MaxLanes(T()) == 4) {
        hn::Store(v, tag, to);
    } else {
        const hn::Half<T> half;
        storeSumOfBlocks(half, hn::Add(hn::LowerHalf(half, v), hn::UpperHalf(half, v)), to);
    }
}

/// Sums of lanes of four vectors, into four numbers.
HWY_INLINE void storeSums(Vec a, Vec b, Vec c, Vec d, Scalar *to)
{
#if NABLA_DOUBLE
    const Vec vectors[] = {a, b, c, d};
    for (int i = 0; i < 4; ++i)
        to[i] = hn::GetLane(hn::SumOfLanes(Tag(), vectors[i]));
#else
    // Within each block of four lanes: pairs of a and b, pairs of c and d, then all four.
    const hn::Repartition<double, Tag> pairs;
    const Vec ab = hn::Add(hn::InterleaveLower(Tag(), a, b), hn::InterleaveUpper(Tag(), a, b));
    const Vec cd = hn::Add(hn::InterleaveLower(Tag(), c, d), hn::InterleaveUpper(Tag(), c, d));
    const Vec low = hn::BitCast(
        Tag(), hn::InterleaveLower(pairs, hn::BitCast(pairs, ab), hn::BitCast(pairs, cd)));
    const Vec high = hn::BitCast(
        Tag(), hn::InterleaveUpper(pairs, hn::BitCast(pairs, ab), hn::BitCast(pairs, cd)));
    storeSumOfBlocks(Tag(), hn::Add(low, high), to);
#endif
}

constexpr int propagatedInputs = 4;
constexpr int propagatedExamples = tileRegisters == 24 ? 5 : 2;

/// before_ij for `Inputs` rows of W and `Examples` examples.
template <int Inputs, int Examples>
HWY_INLINE void propagateTile(const Scalar *delta, int stride, const Scalar *W, Scalar *before,
                              int beforeStride)
{
    Vec sum[Inputs][Examples];
#pragma GCC unroll 16
    for (int i = 0; i < Inputs; ++i) {
#pragma GCC unroll 16
        for (int j = 0; j < Examples; ++j)
            sum[i][j] = hn::Zero(Tag());
    }
    for (int k = 0; k < stride; k += lanes) {
        Vec of[Examples];
#pragma GCC unroll 16
        for (int j = 0; j < Examples; ++j)
            of[j] = load(delta + j * stride + k);
#pragma GCC unroll 16
        for (int i = 0; i < Inputs; ++i) {
            const Vec w = load(W + i * stride + k);
#pragma GCC unroll 16
            for (int j = 0; j < Examples; ++j)
                sum[i][j] = hn::MulAdd(w, of[j], sum[i][j]);
        }
    }
#pragma GCC unroll 16
    for (int j = 0; j < Examples; ++j) {
        if constexpr (Inputs == propagatedInputs) {
            storeSums(sum[0][j], sum[1][j], sum[2][j], sum[3][j], before + j * beforeStride);
        } else {
#pragma GCC unroll 16
            for (int i = 0; i < Inputs; ++i)
                before[j * beforeStride + i] = hn::GetLane(hn::SumOfLanes(Tag(), sum[i][j]));
        }
    }
}

/// All inputs, for `Examples` examples.
template <int Examples>
void propagateExamples(const Scalar *delta, int stride, int inputs, const Scalar *W, Scalar *before,
                       int beforeStride)
{
    int i = 0;
    for (; i + propagatedInputs <= inputs; i += propagatedInputs)
        propagateTile<propagatedInputs, Examples>(
            delta, stride, W + static_cast<std::ptrdiff_t>(i) * stride, before + i, beforeStride);
    for (; i < inputs; ++i)
        propagateTile<1, Examples>(delta, stride, W + static_cast<std::ptrdiff_t>(i) * stride,
                                   before + i, beforeStride);
    for (int j = 0; j < Examples; ++j)
        std::fill(before + j * beforeStride + inputs, before + (j + 1) * beforeStride, Scalar(0));
}

HWY_INLINE void propagate(ConstBlock delta, int inputs, const Scalar *W, Block before)
{
    const auto work = [&]<int... Examples>(std::integer_sequence<int, Examples...>) HWY_ATTR
    {
        using Work = void (*)(const Scalar *, int, int, const Scalar *, Scalar *, int);
        static constexpr Work works[] = {propagateExamples<Examples + 1>...};
        int j = 0;
        for (int left = (delta.examples + propagatedExamples - 1) / propagatedExamples; left > 0;
             --left) {
            const int examples = (delta.examples - j) / left;
            works[examples - 1](
                delta.data + static_cast<std::ptrdiff_t>(j) * delta.stride, delta.stride, inputs, W,
                before.data + static_cast<std::ptrdiff_t>(j) * before.stride, before.stride);
            j += examples;
        }
    };
    work(std::make_integer_sequence<int, propagatedExamples>());
}

HWY_INLINE void addColumns(ConstBlock delta, Scalar *sum)
{
    for (int k = 0; k < delta.stride; k += lanes) {
        Vec of = load(sum + k);
        for (int j = 0; j < delta.examples; ++j)
            of = hn::Add(of, load(delta.data + static_cast<std::ptrdiff_t>(j) * delta.stride + k));
        store(of, sum + k);
    }
}

HWY_INLINE double squaredNorm(const Scalar *values, std::size_t n)
{
    DoubleSum sum;
    for (std::size_t i = 0; i < n; i += lanes)
        sum.addSquare(load(values + i));
    return sum.value();
}

} // namespace HWY_NAMESPACE
} // namespace nabla::inline NABLA_PRECISION
HWY_AFTER_NAMESPACE();

#endif // the toggle
