// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/precision.h"

namespace nabla::inline NABLA_PRECISION {

/// Numbers in one cache line: columns of weights, z, a and delta are padded to a multiple of it.
inline constexpr int vectorWidth = static_cast<int>(64 / sizeof(Scalar));

[[nodiscard]] constexpr int paddedSize(int size)
{
    return (size + vectorWidth - 1) / vectorWidth * vectorWidth;
}

} // namespace nabla::inline NABLA_PRECISION
