// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace nabla {

/// The first number of a file of IDX images: unsigned bytes, three dimensions.
inline constexpr std::uint32_t imagesMagic = 0x803;
/// The same of labels: unsigned bytes, one dimension.
inline constexpr std::uint32_t labelsMagic = 0x801;

} // namespace nabla
