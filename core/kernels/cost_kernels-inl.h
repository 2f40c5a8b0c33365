// SPDX-License-Identifier: GPL-3.0-or-later
// Read once for every instruction set, by vector_kernels.cpp: no #pragma once.
#if defined(NABLA_COST_KERNELS_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef NABLA_COST_KERNELS_INL_H
#undef NABLA_COST_KERNELS_INL_H
#else
#define NABLA_COST_KERNELS_INL_H
#endif

#include "core/kernels/elementwise_kernels-inl.h"

#include <cmath>

HWY_BEFORE_NAMESPACE();
namespace nabla::inline NABLA_PRECISION {
namespace HWY_NAMESPACE {

/// Sum of term(value, y) over the outputs of all examples.
template <Vec (*term)(Vec, Vec)>
double sumOfTerms(ConstBlock values, int outputs, const Scalar *y)
{
    DoubleSum sum;
    for (int j = 0; j < values.examples; ++j) {
        const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(j) * values.stride;
        eachVector(outputs, outputs, [&](int k, auto isOutput) HWY_ATTR {
            const Vec of = term(load(values.data + at + k), load(y + at + k));
            sum.add(hn::IfThenElseZero(isOutput, of));
        });
    }
    return sum.value();
}

HWY_INLINE Vec halfSquaredDifference(Vec a, Vec y)
{
    const Vec difference = hn::Sub(a, y);
    return hn::Mul(broadcast(Scalar(0.5)), hn::Mul(difference, difference));
}

/// max(z, 0) - z y + ln(1 + e^-|z|); the product makes NaN of NaN, which Max need not.
HWY_INLINE Vec crossEntropy(Vec z, Vec y)
{
    const Vec tail = hn::Log1p(Tag(), hn::Exp(Tag(), hn::Neg(hn::Abs(z))));
    return hn::Add(hn::NegMulAdd(z, y, hn::Max(z, hn::Zero(Tag()))), tail);
}

HWY_INLINE double logLikelihoodCost(ConstBlock z, int outputs, const Scalar *y)
{
    double cost = 0.0;
    for (int j = 0; j < z.examples; ++j) {
        const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(j) * z.stride;
        const Vec largest = broadcast(largestOf(z.data + at, outputs));
        DoubleSum exponentials;
        DoubleSum ofTarget;
        eachVector(outputs, outputs, [&](int k, auto isOutput) HWY_ATTR {
            const Vec x = hn::Sub(load(z.data + at + k), largest);
            exponentials.add(
                hn::IfThenElseZero(isOutput, shiftedExponential(z.data + at + k, largest)));
            ofTarget.add(hn::IfThenElseZero(isOutput, hn::Mul(x, load(y + at + k))));
        });
        cost += std::log(exponentials.value()) - ofTarget.value();
    }
    return cost;
}

HWY_INLINE void subtract(ConstBlock a, int outputs, const Scalar *y, Scalar *delta)
{
    for (int j = 0; j < a.examples; ++j) {
        const std::ptrdiff_t at = static_cast<std::ptrdiff_t>(j) * a.stride;
        eachVector(outputs, a.stride, [&](int k, auto isOutput) HWY_ATTR {
            const Vec difference = hn::Sub(load(a.data + at + k), load(y + at + k));
            store(hn::IfThenElseZero(isOutput, difference), delta + at + k);
        });
    }
}

} // namespace HWY_NAMESPACE
} // namespace nabla::inline NABLA_PRECISION
HWY_AFTER_NAMESPACE();

#endif // the toggle
