// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace nabla {

/// SHA-256 (FIPS 180-4) of bytes that arrive piece by piece. One thread at a time.
class Sha256
{
public:
    void add(std::span<const std::uint8_t> bytes);
    /// The hash of everything added so far, 64 lower-case hexadecimal digits.
    [[nodiscard]] std::string hex() const;

private:
    void addBlock(const std::uint8_t *block);

    std::array<std::uint32_t, 8> m_state{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                         0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::array<std::uint8_t, 64> m_buffer{};
    std::size_t m_buffered = 0;
    std::uint64_t m_length = 0; ///< bytes
};

} // namespace nabla
