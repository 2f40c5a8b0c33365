// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/digest.h"

#include <bit>

namespace nabla {

void Digest::add(float value)
{
    constexpr std::uint64_t prime = 0x100000001b3ULL;
    const auto bits = std::bit_cast<std::uint32_t>(value);
    for (int shift = 0; shift < 32; shift += 8)
        m_hash = (m_hash ^ ((bits >> shift) & 0xffU)) * prime;
}

std::string formatDigest(std::uint64_t digest)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string text(16, '0');
    for (std::size_t i = 0; i < text.size(); ++i)
        text[text.size() - 1 - i] = digits[(digest >> (4 * i)) & 0xfU];
    return text;
}

} // namespace nabla
