// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/sparse_inputs.h"

namespace nabla::inline NABLA_PRECISION {

void SparseInputs::layOut(std::span<const SparseRow> rows)
{
    m_stretches.clear();
    std::size_t end = 0;
    for (const SparseRow &row : rows) {
        m_stretches.push_back({static_cast<std::uint32_t>(end), row.count});
        end += static_cast<std::size_t>(paddedSize(static_cast<int>(row.count)));
    }
    if (end > m_offset.size()) {
        m_offset = AlignedBuffer<std::uint32_t>(end);
        m_value = AlignedBuffer<Scalar>(end);
    }
}

} // namespace nabla::inline NABLA_PRECISION
