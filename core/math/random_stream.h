// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <span>
#include <utility>
#include <vector>

namespace nabla {

/// What random numbers are for. Each purpose has a stream of its own, so that switching one thing
/// on changes nothing else.
enum class RandomPurpose : std::uint64_t
{
    Initialization = 1,
    Shuffling = 2,
    Dropout = 3,
    Expansion = 4
};

/// The only source of randomness in the core: std::mt19937_64, whose output the standard fixes,
/// with uniform, normal and shuffle of our own, which it does not. The same seed and purpose give
/// the same numbers with every compiler and library.
class RandomStream
{
public:
    RandomStream(std::uint64_t seed, RandomPurpose purpose);

    /// Uniform in [0, 1), 53 bits.
    [[nodiscard]] double uniform();
    /// Uniform in 0 ... bound - 1 without bias; bound >= 1.
    [[nodiscard]] std::uint64_t below(std::uint64_t bound);
    /// N(0, 1), by Marsaglia's polar method.
    [[nodiscard]] double normal();

    /// Fisher-Yates.
    template <class T>
    void shuffle(std::span<T> values)
    {
        for (std::size_t i = values.size(); i > 1; --i)
            std::swap(values[i - 1], values[below(i)]);
    }

    /// Everything to go on from here: 315 numbers.
    [[nodiscard]] std::vector<std::uint64_t> state() const;
    /// Throws std::invalid_argument for what state() cannot have given.
    void setState(std::span<const std::uint64_t> state);

private:
    std::mt19937_64 m_engine;
    double m_spare = 0.0;
    bool m_hasSpare = false;
};

} // namespace nabla
