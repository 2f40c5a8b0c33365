// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace nabla {

/// The non-zero pixels of one image: index[k] ascending, value[k] / 255 is the input. Non-owning.
struct SparseRow
{
    const std::uint16_t *index = nullptr;
    const std::uint8_t *value = nullptr;
    std::uint32_t count = 0;
};

} // namespace nabla
