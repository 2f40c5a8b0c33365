// SPDX-License-Identifier: GPL-3.0-or-later
// Read once for every instruction set, by vector_kernels.cpp: no #pragma once.
#if defined(NABLA_ELEMENTWISE_KERNELS_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef NABLA_ELEMENTWISE_KERNELS_INL_H
#undef NABLA_ELEMENTWISE_KERNELS_INL_H
#else
#define NABLA_ELEMENTWISE_KERNELS_INL_H
#endif

#include "core/kernels/vector_types-inl.h"

#include <hwy/contrib/math/math-inl.h>

#include <algorithm>

HWY_BEFORE_NAMESPACE();
namespace nabla::inline NABLA_PRECISION {
namespace HWY_NAMESPACE {

// hn::Exp gives 0 for NaN and is not defined for large x: it is only asked for e^x, x <= 0, and NaN
// is put back where it was.

HWY_INLINE Vec nanWhere(Vec x, Vec result)
{
    return hn::IfThenElse(hn::IsNaN(x), x, result);
}

/// sigma(z) from e = e^-|z|: 1 / (1 + e), or e / (1 + e) below zero.
HWY_INLINE Vec sigmoid(Vec z)
{
    const Vec one = broadcast(1);
    const Vec e = hn::Exp(Tag(), hn::Neg(hn::Abs(z)));
    const Vec numerator = hn::IfThenElse(hn::Lt(z, hn::Zero(Tag())), e, one);
    return nanWhere(z, hn::Div(numerator, hn::Add(one, e)));
}

HWY_INLINE Vec sigmoidDerivative(Vec a)
{
    return hn::Mul(a, hn::Sub(broadcast(1), a)); // sigma' = sigma (1 - sigma)
}

HWY_INLINE Vec hyperbolicTangent(Vec z)
{
    const Vec one = broadcast(1);
    const Vec e = hn::Exp(Tag(), hn::Mul(broadcast(-2), hn::Abs(z)));
    return nanWhere(z, hn::CopySign(hn::Div(hn::Sub(one, e), hn::Add(one, e)), z));
}

HWY_INLINE Vec tanhDerivative(Vec a)
{
    return hn::NegMulAdd(a, a, broadcast(1));
}

HWY_INLINE Vec rectify(Vec z)
{
    return hn::IfThenZeroElse(hn::Le(z, hn::Zero(Tag())), z); // NaN stays NaN
}

HWY_INLINE Vec step(Vec a)
{
    return hn::IfThenElseZero(hn::Gt(a, hn::Zero(Tag())), broadcast(1));
}

HWY_INLINE Vec rectifyLeakily(Vec z)
{
    return hn::IfThenElse(hn::Gt(z, hn::Zero(Tag())), z, hn::Mul(broadcast(leak), z));
}

HWY_INLINE Vec leakyStep(Vec a)
{
    return hn::IfThenElse(hn::Gt(a, hn::Zero(Tag())), broadcast(1), broadcast(leak));
}

template <Vec (*f)(Vec)>
void applyEach(const Scalar *z, Scalar *a, std::size_t n)
{
    for (std::size_t i = 0; i < n; i += lanes)
        store(f(load(z + i)), a + i);
}

template <Vec (*derivative)(Vec)>
void multiplyEach(const Scalar *a, Scalar *delta, std::size_t n)
{
    for (std::size_t i = 0; i < n; i += lanes)
        store(hn::Mul(load(delta + i), derivative(load(a + i))), delta + i);
}

/// Calls f(values of lanes k ..., which of them are outputs) for every vector of an example.
template <class F>
HWY_INLINE void eachVector(int outputs, int end, F f)
{
    for (int k = 0; k < end; k += lanes)
        f(k, hn::FirstN(Tag(), static_cast<std::size_t>(std::clamp(outputs - k, 0, lanes))));
}

/// max z_k over an example's outputs; NaN where one is.
HWY_INLINE Scalar largestOf(const Scalar *z, int outputs)
{
    const Vec lowest = hn::Neg(hn::Inf(Tag()));
    Vec largest = lowest;
    auto anyNan = hn::FirstN(Tag(), 0);
    eachVector(outputs, outputs, [&](int k, auto isOutput) HWY_ATTR {
        const Vec of = hn::IfThenElse(isOutput, load(z + k), lowest);
        anyNan = hn::Or(anyNan, hn::IsNaN(of));
        largest = hn::Max(largest, of);
    });
    if (!hn::AllFalse(Tag(), anyNan))
        return hn::GetLane(hn::NaN(Tag()));
    return hn::GetLane(hn::MaxOfLanes(Tag(), largest));
}

/// e^(z - largest), an example's outputs.
HWY_INLINE Vec shiftedExponential(const Scalar *z, Vec largest)
{
    const Vec x = hn::Sub(load(z), largest);
    return nanWhere(x, hn::Exp(Tag(), x));
}

HWY_INLINE void softmax(ConstBlock z, int outputs, Block a)
{
    for (int j = 0; j < a.examples; ++j) {
        const Scalar *of = z.data + static_cast<std::ptrdiff_t>(j) * z.stride;
        Scalar *to = a.data + static_cast<std::ptrdiff_t>(j) * a.stride;
        const Vec largest = broadcast(largestOf(of, outputs));
        Vec sum = hn::Zero(Tag());
        eachVector(outputs, a.stride, [&](int k, auto isOutput) HWY_ATTR {
            const Vec e = hn::IfThenElseZero(isOutput, shiftedExponential(of + k, largest));
            sum = hn::Add(sum, e);
            store(e, to + k);
        });
        const Vec all = hn::SumOfLanes(Tag(), sum);
        eachVector(outputs, outputs, [&](int k, auto isOutput) HWY_ATTR {
            store(hn::IfThenElseZero(isOutput, hn::Div(load(to + k), all)), to + k);
        });
    }
}

} // namespace HWY_NAMESPACE
} // namespace nabla::inline NABLA_PRECISION
HWY_AFTER_NAMESPACE();

#endif // the toggle
