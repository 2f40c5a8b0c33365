// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/input_batch.h"

#include <stdexcept>
#include <string>

namespace nabla {

InputBatch InputBatch::ofPixels(std::span<const std::uint8_t> pixels, int inputs)
{
    if (inputs < 1 || inputs > 65536 || pixels.size() % static_cast<std::size_t>(inputs) != 0)
        throw std::invalid_argument(std::to_string(pixels.size())
                                    + " pixels are no whole images of " + std::to_string(inputs));
    const auto size = static_cast<std::size_t>(inputs);
    InputBatch batch;
    // Reserved whole, so that the pointers taken below stay valid.
    batch.m_index.reserve(pixels.size() + sparseRowSlack);
    batch.m_value.reserve(pixels.size() + sparseRowSlack);
    for (std::size_t start = 0; start < pixels.size(); start += size) {
        const std::size_t first = batch.m_index.size();
        for (std::size_t i = 0; i < size; ++i) {
            if (pixels[start + i] == 0)
                continue;
            batch.m_index.push_back(static_cast<std::uint16_t>(i));
            batch.m_value.push_back(pixels[start + i]);
        }
        batch.m_rows.push_back({batch.m_index.data() + first, batch.m_value.data() + first,
                                static_cast<std::uint32_t>(batch.m_index.size() - first)});
    }
    batch.m_index.resize(batch.m_index.size() + sparseRowSlack);
    batch.m_value.resize(batch.m_value.size() + sparseRowSlack);
    return batch;
}

} // namespace nabla
