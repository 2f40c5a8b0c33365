// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace nabla {

/// splitmix64: a digit draws a few hundred numbers, for which a Mersenne Twister's state would cost
/// more than the digit.
class DigitRandom
{
public:
    DigitRandom(std::uint64_t seed, std::uint64_t index)
        : m_state(mix(mix(seed) ^ index))
    {
    }

    std::uint64_t next() { return mix(m_state += golden); }
    double uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

    /// Approximately N(0, 1): the sum of twelve uniforms. Exact in integers, hence portable.
    double normal()
    {
        std::int64_t sum = 0;
        for (int draw = 0; draw < 3; ++draw) {
            const std::uint64_t bits = next();
            for (int shift = 0; shift < 64; shift += 16)
                sum += static_cast<std::int64_t>((bits >> shift) & 0xffffU);
        }
        constexpr double twelveHalves = 12 * 32767.5;
        return (static_cast<double>(sum) - twelveHalves) / 65536.0;
    }

    double normal(double spread) { return spread * normal(); }

private:
    static constexpr std::uint64_t golden = 0x9e3779b97f4a7c15ULL;
    static std::uint64_t mix(std::uint64_t x)
    {
        x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
        x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
        return x ^ (x >> 31);
    }

    std::uint64_t m_state;
};

} // namespace nabla
