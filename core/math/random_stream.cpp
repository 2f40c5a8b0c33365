// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/random_stream.h"

#include "core/math/portable_functions.h"

#include <bit>
#include <cmath>
#include <locale>
#include <sstream>
#include <stdexcept>

namespace nabla {

namespace {

/// splitmix64's finaliser: neighbouring seeds must not give neighbouring streams.
std::uint64_t mix(std::uint64_t x)
{
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

} // namespace

RandomStream::RandomStream(std::uint64_t seed, RandomPurpose purpose)
    : m_engine(mix(mix(seed) + static_cast<std::uint64_t>(purpose)))
{
}

double RandomStream::uniform()
{
    return static_cast<double>(m_engine() >> 11) * 0x1.0p-53;
}

std::uint64_t RandomStream::below(std::uint64_t bound)
{
    // Rejects the incomplete last stretch of the engine's range, which would favour small results.
    const std::uint64_t rejected = (0 - bound) % bound;
    std::uint64_t draw = m_engine();
    while (draw < rejected)
        draw = m_engine();
    return draw % bound;
}

double RandomStream::normal()
{
    if (m_hasSpare) {
        m_hasSpare = false;
        return m_spare;
    }
    double u = 0.0;
    double v = 0.0;
    double s = 0.0;
    do {
        u = 2.0 * uniform() - 1.0;
        v = 2.0 * uniform() - 1.0;
        s = u * u + v * v;
    } while (s >= 1.0 || s == 0.0);
    const double scale = std::sqrt(-2.0 * portableLog(s) / s);
    m_spare = v * scale;
    m_hasSpare = true;
    return u * scale;
}

std::vector<std::uint64_t> RandomStream::state() const
{
    // The standard gives the engine's state as text only: 312 numbers and the position.
    std::stringstream text;
    text.imbue(std::locale::classic());
    text << m_engine;
    std::vector<std::uint64_t> state{m_hasSpare ? 1U : 0U, std::bit_cast<std::uint64_t>(m_spare)};
    for (std::uint64_t word = 0; text >> word;)
        state.push_back(word);
    return state;
}

void RandomStream::setState(std::span<const std::uint64_t> state)
{
    constexpr std::size_t words = std::mt19937_64::state_size;
    // The engine does not check the position, its last number, itself.
    if (state.size() != words + 3 || state[0] > 1 || state.back() > words)
        throw std::invalid_argument("this is no state of a random stream");
    std::stringstream text;
    text.imbue(std::locale::classic());
    for (const std::uint64_t word : state.subspan(2))
        text << word << ' ';
    text >> m_engine;
    m_hasSpare = state[0] == 1;
    m_spare = std::bit_cast<double>(state[1]);
}

} // namespace nabla
