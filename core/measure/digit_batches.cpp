// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/digit_batches.h"

#include <numeric>

namespace nabla::inline NABLA_PRECISION {

namespace {

SparseRow rowOf(const LabelledImages &images, int digit)
{
    static_assert(LabelledImages::rowSlack >= static_cast<std::size_t>(sparseRowSlack));
    const LabelledImages::Row row = images.row(digit);
    return {row.index.data(), row.value.data(), static_cast<std::uint32_t>(row.index.size())};
}

} // namespace

void gather(const LabelledImages &images, std::span<const int> digits, InputBatch &batch,
            std::vector<std::uint8_t> &labels)
{
    batch.clear();
    labels.clear();
    for (const int digit : digits) {
        batch.add(rowOf(images, digit));
        labels.push_back(images.label(digit));
    }
}

void gatherRange(const LabelledImages &images, int first, int end, InputBatch &batch,
                 std::vector<std::uint8_t> &labels)
{
    std::vector<int> digits(static_cast<std::size_t>(end - first));
    std::iota(digits.begin(), digits.end(), first);
    gather(images, digits, batch, labels);
}

void announce(const LabelledImages &images, std::span<const int> digits, InputBatch &batch)
{
    for (const int digit : digits)
        batch.announce(rowOf(images, digit));
}

} // namespace nabla::inline NABLA_PRECISION
