// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/claim.h"

namespace nabla {

[[nodiscard]] std::vector<Claim> chapterOneClaims();
[[nodiscard]] std::vector<Claim> chapterThreeClaims();
/// Chapter 3's weights and hyper-parameters.
[[nodiscard]] std::vector<Claim> hyperParameterClaims();
[[nodiscard]] std::vector<Claim> chapterFiveClaims();
/// Not in the book: what cures the vanishing gradient, measured beside the sick network.
[[nodiscard]] std::vector<Claim> cureClaims();

} // namespace nabla
