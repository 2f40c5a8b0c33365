// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/padded_size.h"
#include "core/kernels/sparse_row.h"
#include "core/math/aligned_buffer.h"

#include <cstdint>
#include <span>
#include <vector>

namespace nabla::inline NABLA_PRECISION {

/// The non-zero inputs of some examples as the kernels take them: where the weights begin that
/// leave an input, and its value. Written by Kernels::decode; reused, it grows to the largest
/// mini-batch that it has held.
class SparseInputs
{
public:
    /// One example's stretch of the two arrays; begin is a multiple of the vector width.
    struct Stretch
    {
        std::uint32_t begin = 0;
        std::uint32_t count = 0;
    };

    /// Lays out the stretches of these rows; what they hold is still to be written.
    void layOut(std::span<const SparseRow> rows);

    [[nodiscard]] std::span<const Stretch> stretches() const { return m_stretches; }
    /// Of the weights that leave the input: index times the layer's stride.
    [[nodiscard]] const std::uint32_t *offsets() const { return m_offset.data(); }
    [[nodiscard]] std::uint32_t *offsets() { return m_offset.data(); }
    [[nodiscard]] const Scalar *values() const { return m_value.data(); }
    [[nodiscard]] Scalar *values() { return m_value.data(); }

private:
    std::vector<Stretch> m_stretches;
    AlignedBuffer<std::uint32_t> m_offset;
    AlignedBuffer<Scalar> m_value;
};

} // namespace nabla::inline NABLA_PRECISION
