// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace nabla {

/// Bins for numbers of either sign and of any magnitude: equal ones up to `linearUntil`, from there
/// on `binsPerOctave` for every doubling, so that what is tiny and what is huge can both be seen.
struct BinScale
{
    double linearUntil = 1.0;
    int linearBins = 1; ///< of each sign
    int binsPerOctave = 2; ///< equal within an octave
    int octaves = 1;

    /// Of one sign.
    [[nodiscard]] constexpr int side() const { return linearBins + binsPerOctave * octaves; }
    [[nodiscard]] constexpr int bins() const { return 2 * side(); }
    /// 0 ... bins() - 1, from the lowest number; the outermost bins take what lies beyond them. Not
    /// for NaN.
    [[nodiscard]] int binOf(double x) const;
    /// Where bin 0 ... bins() begins; bins() is the end of the last one.
    [[nodiscard]] double edge(int bin) const;
    /// The place of a number among the bins, with its fraction: edge() the other way round.
    [[nodiscard]] double positionOf(double x) const;
    bool operator==(const BinScale &) const = default;
};

/// How many numbers lie in each bin. Exact zeros are counted apart: they stand for what does not
/// happen at all.
class Histogram
{
public:
    Histogram() = default;
    explicit Histogram(const BinScale &scale)
        : m_scale(scale)
        , m_counts(static_cast<std::size_t>(scale.bins()))
    {
    }

    void add(double x)
    {
        if (x == 0.0)
            ++m_zeros;
        else if (x == x)
            ++m_counts[static_cast<std::size_t>(m_scale.binOf(x))];
        else
            ++m_notNumbers;
    }

    [[nodiscard]] const BinScale &scale() const { return m_scale; }
    /// A bin each, zeros left out; empty for a histogram that was never made.
    [[nodiscard]] const std::vector<std::uint32_t> &counts() const { return m_counts; }
    [[nodiscard]] std::uint32_t zeros() const { return m_zeros; }
    [[nodiscard]] std::uint32_t notNumbers() const { return m_notNumbers; }
    /// Numbers in all, zeros included.
    [[nodiscard]] std::uint64_t total() const;
    bool operator==(const Histogram &) const = default;

private:
    BinScale m_scale;
    std::vector<std::uint32_t> m_counts;
    std::uint32_t m_zeros = 0;
    std::uint32_t m_notNumbers = 0;
};

} // namespace nabla
