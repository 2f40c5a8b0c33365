// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/histogram.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace nabla {

namespace {

/// Exponent and place within the octave of a number from 1 on, from its bits: no logarithm.
struct Octave
{
    int number = 0;
    double fraction = 0.0; ///< 0 ... 1, linear
};

Octave octaveOf(double ratio)
{
    constexpr int mantissaBits = 52;
    constexpr int bias = 1023;
    const auto bits = std::bit_cast<std::uint64_t>(ratio);
    const auto fraction = bits & ((std::uint64_t{1} << mantissaBits) - 1);
    return {static_cast<int>(bits >> mantissaBits) - bias,
            static_cast<double>(fraction) * 0x1.0p-52};
}

} // namespace

double BinScale::positionOf(double x) const
{
    const double ratio = std::fabs(x) / linearUntil;
    double place = ratio * linearBins;
    if (ratio >= 1.0) {
        const Octave octave = octaveOf(ratio);
        place = linearBins + binsPerOctave * (octave.number + octave.fraction);
    }
    place = std::min<double>(place, side());
    return x < 0.0 ? side() - place : side() + place;
}

int BinScale::binOf(double x) const
{
    const double ratio = std::fabs(x) / linearUntil;
    int bin = 0;
    if (ratio < 1.0) {
        bin = static_cast<int>(ratio * linearBins);
    } else {
        const Octave octave = octaveOf(ratio);
        bin = linearBins + binsPerOctave * octave.number
              + static_cast<int>(octave.fraction * binsPerOctave);
    }
    bin = std::min(bin, side() - 1);
    return x < 0.0 ? side() - 1 - bin : side() + bin;
}

double BinScale::edge(int bin) const
{
    const int place = std::abs(bin - side());
    double magnitude = linearUntil * place / linearBins;
    if (place > linearBins) {
        const int beyond = place - linearBins;
        magnitude = linearUntil * std::ldexp(1.0, beyond / binsPerOctave)
                    * (1.0 + static_cast<double>(beyond % binsPerOctave) / binsPerOctave);
    }
    return bin < side() ? -magnitude : magnitude;
}

std::uint64_t Histogram::total() const
{
    return std::accumulate(m_counts.begin(), m_counts.end(), std::uint64_t{m_zeros});
}

} // namespace nabla
