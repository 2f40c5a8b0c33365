// SPDX-License-Identifier: GPL-3.0-or-later
// Read once for every instruction set, by vector_kernels.cpp: no #pragma once.
#if defined(NABLA_SPARSE_KERNELS_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef NABLA_SPARSE_KERNELS_INL_H
#undef NABLA_SPARSE_KERNELS_INL_H
#else
#define NABLA_SPARSE_KERNELS_INL_H
#endif

#include "core/kernels/vector_types-inl.h"

HWY_BEFORE_NAMESPACE();
namespace nabla::inline NABLA_PRECISION {
namespace HWY_NAMESPACE {

/// Columns of W that are worked on at a time. Two cache lines of each row that a mini-batch touches
/// stay in the first cache, or nearly so; wider tiles wait for the second one.
constexpr int sparseTile = 2 * vectorWidth;

HWY_INLINE void prefetch(const void *begin, std::size_t bytes)
{
    const auto *line = static_cast<const char *>(begin);
    for (std::size_t at = 0; at < bytes; at += 64)
        __builtin_prefetch(line + at);
}

HWY_INLINE void decode(std::span<const SparseRow> rows, std::span<const SparseRow> upcoming,
                       int stride, Scalar scale, SparseInputs &x)
{
    const hn::Rebind<std::uint8_t, Tag> bytes;
    const hn::Rebind<std::uint16_t, Tag> shorts;
    const hn::Rebind<std::int32_t, Tag> integers;
    const auto step = hn::Set(integers, stride);
    const Vec unit = broadcast(scale / Scalar(255));
    static_assert(lanes <= sparseRowSlack);
    x.layOut(rows);
    for (std::size_t j = 0; j < rows.size(); ++j) {
        const auto [index, value, count] = rows[j];
        const std::uint32_t begin = x.stretches()[j].begin;
        auto *offset = reinterpret_cast<std::int32_t *>(x.offsets() + begin);
        for (std::uint32_t k = 0; k < count; k += lanes) {
            hn::Store(hn::Mul(hn::PromoteTo(integers, hn::LoadU(shorts, index + k)), step),
                      integers, offset + k);
            const auto pixels = hn::PromoteTo(integers, hn::LoadU(bytes, value + k));
#if NABLA_DOUBLE
            store(hn::Mul(unit, hn::PromoteTo(Tag(), pixels)), x.values() + begin + k);
#else
            store(hn::Mul(unit, hn::ConvertTo(Tag(), pixels)), x.values() + begin + k);
#endif
        }
        if (j < upcoming.size()) {
            prefetch(upcoming[j].index, upcoming[j].count * sizeof *index);
            prefetch(upcoming[j].value, upcoming[j].count * sizeof *value);
        }
    }
}

/// Vectors of z for one example. `Sums` partial sums each, so that an addition need not wait for
/// the one before it.
template <int Vectors, int Sums>
HWY_INLINE void weighSparseTile(const std::uint32_t *offset, const Scalar *value,
                                std::uint32_t count, const Scalar *W, const Scalar *b, Scalar *z)
{
    Vec sum[Sums][Vectors];
#pragma GCC unroll 16
    for (int v = 0; v < Vectors; ++v) {
        sum[0][v] = load(b + v * lanes);
#pragma GCC unroll 16
        for (int s = 1; s < Sums; ++s)
            sum[s][v] = hn::Zero(Tag());
    }
    std::uint32_t k = 0;
    for (; k + Sums <= count; k += Sums) {
#pragma GCC unroll 16
        for (int s = 0; s < Sums; ++s) {
            const Vec x = broadcast(value[k + s]);
#pragma GCC unroll 16
            for (int v = 0; v < Vectors; ++v)
                sum[s][v] = hn::MulAdd(x, load(W + offset[k + s] + v * lanes), sum[s][v]);
        }
    }
    for (; k < count; ++k) {
        const Vec x = broadcast(value[k]);
#pragma GCC unroll 16
        for (int v = 0; v < Vectors; ++v)
            sum[0][v] = hn::MulAdd(x, load(W + offset[k] + v * lanes), sum[0][v]);
    }
#pragma GCC unroll 16
    for (int v = 0; v < Vectors; ++v) {
#pragma GCC unroll 16
        for (int s = 1; s < Sums; ++s)
            sum[0][v] = hn::Add(sum[0][v], sum[s][v]);
        store(sum[0][v], z + v * lanes);
    }
}

/// Columns `column` to `column + Columns` of every example.
template <int Columns>
void weighSparseColumns(const SparseInputs &x, const Scalar *W, const Scalar *b, int stride,
                        Scalar *z)
{
    constexpr int vectors = Columns / lanes;
    constexpr int sums = vectors < 8 ? 8 / vectors : 1;
    for (const auto [begin, count] : x.stretches()) {
        weighSparseTile<vectors, sums>(x.offsets() + begin, x.values() + begin, count, W, b, z);
        z += stride;
    }
}

HWY_INLINE void weighSparseInputs(const SparseInputs &x, const Scalar *W, const Scalar *b,
                                  int stride, Scalar *z)
{
    int k = 0;
    for (; k + sparseTile <= stride; k += sparseTile)
        weighSparseColumns<sparseTile>(x, W + k, b + k, stride, z + k);
    if (k < stride)
        weighSparseColumns<vectorWidth>(x, W + k, b + k, stride, z + k);
}

template <int Columns>
void addSparseColumns(const SparseInputs &x, Scalar factor, const Scalar *delta, int stride,
                      Scalar *W)
{
    constexpr int vectors = Columns / lanes;
    for (const auto [begin, count] : x.stretches()) {
        Vec scaled[vectors];
#pragma GCC unroll 16
        for (int v = 0; v < vectors; ++v)
            scaled[v] = hn::Mul(broadcast(factor), load(delta + v * lanes));
        // Local: for all the compiler knows, the stores could change what x points to.
        const std::uint32_t *offset = x.offsets() + begin;
        const Scalar *value = x.values() + begin;
        for (std::uint32_t k = 0, end = count; k < end; ++k) {
            const Vec factors = broadcast(value[k]);
            Scalar *w = W + offset[k];
#pragma GCC unroll 16
            for (int v = 0; v < vectors; ++v)
                store(hn::MulAdd(factors, scaled[v], load(w + v * lanes)), w + v * lanes);
        }
        delta += stride;
    }
}

HWY_INLINE void addSparseProducts(const SparseInputs &x, Scalar factor, const Scalar *delta,
                                  int stride, Scalar *W)
{
    int k = 0;
    for (; k + sparseTile <= stride; k += sparseTile)
        addSparseColumns<sparseTile>(x, factor, delta + k, stride, W + k);
    if (k < stride)
        addSparseColumns<vectorWidth>(x, factor, delta + k, stride, W + k);
}

} // namespace HWY_NAMESPACE
} // namespace nabla::inline NABLA_PRECISION
HWY_AFTER_NAMESPACE();

#endif // the toggle
