// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/network.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace nabla::inline NABLA_PRECISION {

/// An image of 28 x 28 pixels, row by row, 255 full ink.
using DigitPixels = std::array<std::uint8_t, 28 * 28>;

/// Whether the network reads such images: 784 inputs, ten outputs or four bits.
[[nodiscard]] bool readsDigits(const Network &network);

/// For each image how far the network's outputs speak for each of the ten digits, see
/// digitScores(). Throws std::invalid_argument unless it reads digits.
[[nodiscard]] std::vector<std::array<float, 10>>
scoresOf(const Network &network, std::span<const DigitPixels> images, Workspace &workspace);

} // namespace nabla::inline NABLA_PRECISION
