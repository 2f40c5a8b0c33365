// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace nabla::ui {

/// What the network of one step says about an image.
struct ImageReading
{
    std::uint64_t step = 0;
    std::array<float, 10> scores{}; ///< scoresOf()
    bool operator==(const ImageReading &) const = default;
};

/// How one image was read over a run: by the networks that passed by, and by kept moments of the
/// past. Every reading is one that was made: where there are too many to keep, some are dropped,
/// never merged. Bounded for a run of any length: liveCapacity live ones, evenly chosen, and the
/// moments, of which there are about 22 for each doubling of the step.
class ImageReadings
{
public:
    static constexpr std::size_t liveCapacity = 1024;

    /// By the network that is trained just now. Does nothing unless it is later than the last one.
    void append(const ImageReading &reading);
    /// By kept moments, in any order.
    void merge(const std::vector<ImageReading> &ofMoments);

    /// Ascending, one a step.
    [[nodiscard]] std::vector<ImageReading> all() const;
    /// Those that merge() brought, ascending.
    [[nodiscard]] std::vector<std::uint64_t> momentSteps() const;
    /// Nothing was read yet.
    [[nodiscard]] bool empty() const { return m_live.empty() && m_moments.empty(); }

private:
    [[nodiscard]] bool isLastKept() const { return (m_count - 1) % m_stride == 0; }
    void thin();

    std::vector<ImageReading> m_live; ///< each m_stride-th one, and the newest
    std::uint64_t m_count = 0; ///< that were appended
    std::uint64_t m_stride = 1;
    std::vector<ImageReading> m_moments;
};

/// The places 0 ... count - 1 so that any beginning of them is spread over the whole: the last one,
/// the first one, the middle, the quarters, ...
[[nodiscard]] std::vector<std::size_t> coarseToFine(std::size_t count);

} // namespace nabla::ui
