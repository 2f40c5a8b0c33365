// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace nabla {

/// The non-zero pixels of one image: index[k] ascending, value[k] / 255 is the input. Non-owning.
/// Both arrays go on for at least sparseRowSlack more numbers of any kind, so that vectors of them
/// can be read across the end.
struct SparseRow
{
    const std::uint16_t *index = nullptr;
    const std::uint8_t *value = nullptr;
    std::uint32_t count = 0;
};

inline constexpr int sparseRowSlack = 16;

} // namespace nabla
