// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/kernels.h"

#include <span>
#include <string_view>

namespace nabla::inline NABLA_PRECISION {

/// A rule that moves parameters against their gradient. Its state, `stateSize` numbers a parameter,
/// begins at zero.
struct Optimizer
{
    const char *id;
    int stateSize;
    UpdateKernel Kernels::*update;
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
