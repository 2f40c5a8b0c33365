// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/telemetry/layer_histograms.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace nabla {

/// The distributions of a run of any length in bounded memory: at most `capacity` moments, evenly
/// spread over its steps as far as they were measured. When it is full, every second one is
/// forgotten, and from then on only every second that comes is kept. The newest can always be had.
/// Not thread-safe.
class HistogramHistory
{
public:
    static constexpr std::size_t defaultCapacity = 240;

    struct Moment
    {
        std::uint64_t step = 0;
        std::shared_ptr<const NetworkHistograms> layers;
    };

    explicit HistogramHistory(std::size_t capacity = defaultCapacity)
        : m_capacity(capacity)
    {
    }

    /// Steps must not decrease.
    void append(std::uint64_t step, std::shared_ptr<const NetworkHistograms> layers);
    /// In the order of their steps; the last one is the newest.
    [[nodiscard]] const std::vector<Moment> &moments() const { return m_moments; }
    /// The last one not after a step, or the first; null where nothing was measured.
    [[nodiscard]] const Moment *at(std::uint64_t step) const;

private:
    void thin();

    std::size_t m_capacity;
    std::uint64_t m_interval = 0; ///< steps that two kept ones are at least apart
    std::vector<Moment> m_moments;
};

} // namespace nabla
