// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/precision.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace nabla::inline NABLA_PRECISION {

/// What one update needs besides the numbers themselves.
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

/// A rule that moves parameters against their gradient. Its state, `stateSize` numbers a parameter,
/// begins at zero.
struct Optimizer
{
    const char *id;
    int stateSize;
    /// n parameters; first and second are the states, null where there are fewer.
    void (*update)(const UpdateRule &rule, Scalar *parameters, const Scalar *gradient,
                   Scalar *first, Scalar *second, std::size_t n);
};

/// "sgd": w <- (1 - eta lambda/n) w - eta g (chapter 3, equation 93);
/// "momentum": v <- mu v - eta g, w <- w + v (equations 107 and 108);
/// "nesterov": the gradient is taken at w + mu v, where the stored parameters stand (Sutskever et
/// al. 2013);
/// "rmsprop": s <- rho s + (1 - rho) g^2, w <- w - eta g / (sqrt(s) + epsilon) (Tieleman & Hinton
/// 2012);
/// "adam": Kingma & Ba 2015, algorithm 1. epsilon is 1e-8 in both.
[[nodiscard]] std::span<const Optimizer> optimizers();
/// Throws std::invalid_argument that names the known ones.
[[nodiscard]] const Optimizer &findOptimizer(std::string_view id);

} // namespace nabla::inline NABLA_PRECISION
