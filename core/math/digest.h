// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace nabla {

/// 64-bit FNV-1a over float32 values, little-endian: one number for "the same parameters".
class Digest
{
public:
    void add(float value);
    [[nodiscard]] std::uint64_t value() const { return m_hash; }

private:
    std::uint64_t m_hash = 0xcbf29ce484222325ULL;
};

/// Sixteen hexadecimal digits.
[[nodiscard]] std::string formatDigest(std::uint64_t digest);

} // namespace nabla
