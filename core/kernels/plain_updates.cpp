// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/plain_updates.h"

#include <cmath>

namespace nabla::inline NABLA_PRECISION {

namespace {

constexpr auto epsilon = static_cast<Scalar>(rootMeanSquareEpsilon);

Scalar sign(Scalar w)
{
    return static_cast<Scalar>(static_cast<int>(w > Scalar(0)) - static_cast<int>(w < Scalar(0)));
}

/// dC/dw with the penalties: g + lambda_2/n w + lambda_1/n sgn(w), sgn(0) = 0.
class PenalizedGradient
{
public:
    explicit PenalizedGradient(const UpdateRule &rule)
        : m_scale(static_cast<Scalar>(rule.gradientScale))
        , m_decay(static_cast<Scalar>(rule.weightDecay))
        , m_shrinkage(static_cast<Scalar>(rule.weightShrinkage))
    {
    }
    Scalar operator()(Scalar gradient, Scalar w) const
    {
        return m_scale * gradient + m_decay * w + m_shrinkage * sign(w);
    }

private:
    Scalar m_scale;
    Scalar m_decay;
    Scalar m_shrinkage;
};

} // namespace

namespace plain {

void descend(const UpdateRule &rule, Scalar *w, const Scalar *gradient, Scalar *, Scalar *,
             std::size_t n)
{
    const auto rate = static_cast<Scalar>(rule.learningRate * rule.gradientScale);
    const auto kept = static_cast<Scalar>(1.0 - rule.learningRate * rule.weightDecay);
    const auto shrinkage = static_cast<Scalar>(rule.learningRate * rule.weightShrinkage);
    if (shrinkage == Scalar(0)) {
        for (std::size_t i = 0; i < n; ++i)
            w[i] = kept * w[i] - rate * gradient[i];
        return;
    }
    for (std::size_t i = 0; i < n; ++i)
        w[i] = kept * w[i] - shrinkage * sign(w[i]) - rate * gradient[i];
}

void roll(const UpdateRule &rule, Scalar *w, const Scalar *gradient, Scalar *v, Scalar *,
          std::size_t n)
{
    const PenalizedGradient g(rule);
    const auto mu = static_cast<Scalar>(rule.momentumCoefficient);
    const auto eta = static_cast<Scalar>(rule.learningRate);
    for (std::size_t i = 0; i < n; ++i) {
        v[i] = mu * v[i] - eta * g(gradient[i], w[i]);
        w[i] += v[i];
    }
}

/// The stored parameters are theta = w + mu v, so that the gradient is taken there: with v' = mu v
/// - eta g, theta' = w + v' + mu v' = theta - mu v + (1 + mu) v'.
void rollAhead(const UpdateRule &rule, Scalar *theta, const Scalar *gradient, Scalar *v, Scalar *,
               std::size_t n)
{
    const PenalizedGradient g(rule);
    const auto mu = static_cast<Scalar>(rule.momentumCoefficient);
    const auto eta = static_cast<Scalar>(rule.learningRate);
    for (std::size_t i = 0; i < n; ++i) {
        const Scalar before = v[i];
        v[i] = mu * before - eta * g(gradient[i], theta[i]);
        theta[i] += (Scalar(1) + mu) * v[i] - mu * before;
    }
}

void scaleByRootMeanSquare(const UpdateRule &rule, Scalar *w, const Scalar *gradient, Scalar *s,
                           Scalar *, std::size_t n)
{
    const PenalizedGradient g(rule);
    const auto rho = static_cast<Scalar>(rule.squaredGradientDecay);
    const auto eta = static_cast<Scalar>(rule.learningRate);
    for (std::size_t i = 0; i < n; ++i) {
        const Scalar here = g(gradient[i], w[i]);
        s[i] = rho * s[i] + (Scalar(1) - rho) * here * here;
        w[i] -= eta * here / (std::sqrt(s[i]) + epsilon);
    }
}

void adapt(const UpdateRule &rule, Scalar *w, const Scalar *gradient, Scalar *m, Scalar *v,
           std::size_t n)
{
    const PenalizedGradient g(rule);
    const auto beta1 = static_cast<Scalar>(rule.momentumCoefficient);
    const auto beta2 = static_cast<Scalar>(rule.squaredGradientDecay);
    const AdamCorrections corrections(rule);
    const auto eta = static_cast<Scalar>(rule.learningRate / corrections.first);
    const auto unbias = static_cast<Scalar>(1.0 / corrections.second);
    for (std::size_t i = 0; i < n; ++i) {
        const Scalar here = g(gradient[i], w[i]);
        m[i] = beta1 * m[i] + (Scalar(1) - beta1) * here;
        v[i] = beta2 * v[i] + (Scalar(1) - beta2) * here * here;
        w[i] -= eta * m[i] / (std::sqrt(unbias * v[i]) + epsilon);
    }
}

} // namespace plain

} // namespace nabla::inline NABLA_PRECISION
