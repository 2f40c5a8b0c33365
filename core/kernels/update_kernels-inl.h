// SPDX-License-Identifier: GPL-3.0-or-later
// Read once for every instruction set, by vector_kernels.cpp: no #pragma once.
#if defined(NABLA_UPDATE_KERNELS_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef NABLA_UPDATE_KERNELS_INL_H
#undef NABLA_UPDATE_KERNELS_INL_H
#else
#define NABLA_UPDATE_KERNELS_INL_H
#endif

#include "core/kernels/vector_types-inl.h"

HWY_BEFORE_NAMESPACE();
namespace nabla::inline NABLA_PRECISION {
namespace HWY_NAMESPACE {

HWY_INLINE Vec broadcastDouble(double value)
{
    return broadcast(static_cast<Scalar>(value));
}

/// Signs of w, 0 for 0.
HWY_INLINE Vec sign(Vec w)
{
    const Vec one = hn::CopySign(broadcast(1), w);
    return hn::IfThenZeroElse(hn::Eq(w, hn::Zero(Tag())), one);
}

/// dC/dw with the penalties: g + lambda_2/n w + lambda_1/n sgn(w), sgn(0) = 0.
class PenalizedGradient
{
public:
    HWY_INLINE explicit PenalizedGradient(const UpdateRule &rule)
        : m_scale(broadcastDouble(rule.gradientScale))
        , m_decay(broadcastDouble(rule.weightDecay))
        , m_shrinkage(broadcastDouble(rule.weightShrinkage))
    {
    }
    [[nodiscard]] HWY_INLINE Vec operator()(Vec gradient, Vec w) const
    {
        return hn::MulAdd(m_shrinkage, sign(w), hn::MulAdd(m_decay, w, hn::Mul(m_scale, gradient)));
    }

private:
    Vec m_scale;
    Vec m_decay;
    Vec m_shrinkage;
};

HWY_INLINE void descend(const UpdateRule &rule, Scalar *w, const Scalar *gradient, Scalar *,
                        Scalar *, std::size_t n)
{
    const Vec rate = broadcastDouble(rule.learningRate * rule.gradientScale);
    const Vec kept = broadcastDouble(1.0 - rule.learningRate * rule.weightDecay);
    const Vec shrinkage = broadcastDouble(rule.learningRate * rule.weightShrinkage);
    for (std::size_t i = 0; i < n; i += lanes) {
        const Vec before = load(w + i);
        const Vec shrunk = hn::NegMulAdd(shrinkage, sign(before), hn::Mul(kept, before));
        store(hn::NegMulAdd(rate, load(gradient + i), shrunk), w + i);
    }
}

HWY_INLINE void roll(const UpdateRule &rule, Scalar *w, const Scalar *gradient, Scalar *v, Scalar *,
                     std::size_t n)
{
    const PenalizedGradient g(rule);
    const Vec mu = broadcastDouble(rule.momentumCoefficient);
    const Vec eta = broadcastDouble(rule.learningRate);
    for (std::size_t i = 0; i < n; i += lanes) {
        const Vec before = load(w + i);
        const Vec speed
            = hn::NegMulAdd(eta, g(load(gradient + i), before), hn::Mul(mu, load(v + i)));
        store(speed, v + i);
        store(hn::Add(before, speed), w + i);
    }
}

/// See the plain one: what is stored is theta = w + mu v.
HWY_INLINE void rollAhead(const UpdateRule &rule, Scalar *theta, const Scalar *gradient, Scalar *v,
                          Scalar *, std::size_t n)
{
    const PenalizedGradient g(rule);
    const Vec mu = broadcastDouble(rule.momentumCoefficient);
    const Vec onePlusMu = broadcastDouble(1.0 + rule.momentumCoefficient);
    const Vec eta = broadcastDouble(rule.learningRate);
    for (std::size_t i = 0; i < n; i += lanes) {
        const Vec of = load(theta + i);
        const Vec braked = hn::Mul(mu, load(v + i));
        const Vec speed = hn::NegMulAdd(eta, g(load(gradient + i), of), braked);
        store(speed, v + i);
        store(hn::Add(of, hn::MulSub(onePlusMu, speed, braked)), theta + i);
    }
}

HWY_INLINE void scaleByRootMeanSquare(const UpdateRule &rule, Scalar *w, const Scalar *gradient,
                                      Scalar *s, Scalar *, std::size_t n)
{
    const PenalizedGradient g(rule);
    const Vec rho = broadcastDouble(rule.squaredGradientDecay);
    const Vec fresh = broadcastDouble(1.0 - rule.squaredGradientDecay);
    const Vec eta = broadcastDouble(rule.learningRate);
    const Vec epsilon = broadcastDouble(rootMeanSquareEpsilon);
    for (std::size_t i = 0; i < n; i += lanes) {
        const Vec before = load(w + i);
        const Vec here = g(load(gradient + i), before);
        const Vec square = hn::MulAdd(hn::Mul(fresh, here), here, hn::Mul(rho, load(s + i)));
        store(square, s + i);
        const Vec step = hn::Div(hn::Mul(eta, here), hn::Add(hn::Sqrt(square), epsilon));
        store(hn::Sub(before, step), w + i);
    }
}

HWY_INLINE void adapt(const UpdateRule &rule, Scalar *w, const Scalar *gradient, Scalar *m,
                      Scalar *v, std::size_t n)
{
    const PenalizedGradient g(rule);
    const AdamCorrections corrections(rule);
    const Vec beta1 = broadcastDouble(rule.momentumCoefficient);
    const Vec fresh1 = broadcastDouble(1.0 - rule.momentumCoefficient);
    const Vec beta2 = broadcastDouble(rule.squaredGradientDecay);
    const Vec fresh2 = broadcastDouble(1.0 - rule.squaredGradientDecay);
    const Vec eta = broadcastDouble(rule.learningRate / corrections.first);
    const Vec unbias = broadcastDouble(1.0 / corrections.second);
    const Vec epsilon = broadcastDouble(rootMeanSquareEpsilon);
    for (std::size_t i = 0; i < n; i += lanes) {
        const Vec before = load(w + i);
        const Vec here = g(load(gradient + i), before);
        const Vec mean = hn::MulAdd(fresh1, here, hn::Mul(beta1, load(m + i)));
        const Vec square = hn::MulAdd(hn::Mul(fresh2, here), here, hn::Mul(beta2, load(v + i)));
        store(mean, m + i);
        store(square, v + i);
        const Vec deviation = hn::Add(hn::Sqrt(hn::Mul(unbias, square)), epsilon);
        store(hn::Sub(before, hn::Div(hn::Mul(eta, mean), deviation)), w + i);
    }
}

} // namespace HWY_NAMESPACE
} // namespace nabla::inline NABLA_PRECISION
HWY_AFTER_NAMESPACE();

#endif // the toggle
