// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/network.h"

#include <string_view>

namespace nabla {
class RandomStream;
}

namespace nabla::inline NABLA_PRECISION {

/// Multiplies all weights: the knob between gradients that vanish and gradients that explode
/// (chapter 5, "What's causing the vanishing gradient problem?").
void scaleWeights(Network &network, double factor);

/// Where the biases begin. "zeros"; "normal": N(0, 1); "centered": b_j = -f(0) sum_k w_jk, so that
/// z = 0 where the layer before is in its middle, as in the book's exploding gradient (chapter 5, w
/// = 100, b = -100 a); 0 in the first layer, whose pixels are mostly 0. Throws
/// std::invalid_argument for any other name.
void setInitialBiases(Network &network, std::string_view id, RandomStream &stream);

} // namespace nabla::inline NABLA_PRECISION
