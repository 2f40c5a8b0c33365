// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kernels/sparse_row.h"

#include <cstdint>
#include <span>
#include <vector>

namespace nabla {

/// What a network is fed: one compressed row of non-zero pixels an example. Usually a view of a
/// data set's rows, which must outlive it; ofPixels() makes one that owns its pixels. Rows that are
/// announced will be fed soon: they are brought into the cache meanwhile.
class InputBatch
{
public:
    InputBatch() = default;
    InputBatch(const InputBatch &) = delete;
    InputBatch &operator=(const InputBatch &) = delete;
    InputBatch(InputBatch &&) = default;
    InputBatch &operator=(InputBatch &&) = default;

    /// Images of `inputs` bytes each, one after the other (255 is 1.0). Throws
    /// std::invalid_argument when pixels.size() is no multiple of inputs or inputs is not in 1 ...
    /// 65,536.
    [[nodiscard]] static InputBatch ofPixels(std::span<const std::uint8_t> pixels,
                                             int inputs = 784);

    void clear()
    {
        m_rows.clear();
        m_upcoming.clear();
    }
    void add(const SparseRow &row) { m_rows.push_back(row); }
    void announce(const SparseRow &row) { m_upcoming.push_back(row); }

    [[nodiscard]] int size() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] std::span<const SparseRow> rows() const { return m_rows; }
    [[nodiscard]] std::span<const SparseRow> upcoming() const { return m_upcoming; }

private:
    std::vector<SparseRow> m_rows;
    std::vector<SparseRow> m_upcoming;
    std::vector<std::uint16_t> m_index; // of the owning kind only
    std::vector<std::uint8_t> m_value;
};

} // namespace nabla
