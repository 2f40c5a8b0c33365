// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace nabla {

/// What one update of parameters needs besides the numbers themselves.
struct UpdateRule
{
    double learningRate = 0.0; ///< eta, as scheduled
    double gradientScale = 1.0; ///< turns the summed gradient into the (clipped) mean
    double weightDecay = 0.0; ///< lambda / n of L2: the gradient gains weightDecay w
    double weightShrinkage = 0.0; ///< lambda / n of L1: the gradient gains weightShrinkage sgn(w)
    double momentumCoefficient = 0.9; ///< mu, beta_1
    double squaredGradientDecay = 0.999; ///< rho, beta_2
    std::uint64_t step = 1; ///< this update's number, from 1
};

/// Added to a root of mean squares that is divided by, in RMSProp and Adam.
inline constexpr double rootMeanSquareEpsilon = 1e-8;

/// What Adam's two means are divided by at a step: they begin at zero.
struct AdamCorrections
{
    double first = 1.0; ///< 1 - beta_1^step
    double second = 1.0; ///< 1 - beta_2^step

    explicit AdamCorrections(const UpdateRule &rule)
        : first(1.0 - power(rule.momentumCoefficient, rule.step))
        , second(1.0 - power(rule.squaredGradientDecay, rule.step))
    {
    }

private:
    /// x^n by squaring: std::pow differs between machines in the last bit.
    static double power(double x, std::uint64_t n)
    {
        double result = 1.0;
        for (; n != 0; n >>= 1, x *= x) {
            if (n & 1)
                result *= x;
        }
        return result;
    }
};

} // namespace nabla
