// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/protobuf_writer.h"

#include <bit>

namespace nabla {

void ProtobufWriter::varint(std::uint64_t value)
{
    for (; value >= 0x80; value >>= 7)
        m_bytes += static_cast<char>(value | 0x80);
    m_bytes += static_cast<char>(value);
}

void ProtobufWriter::real(int field, float value)
{
    tag(field, 5);
    const auto bits = std::bit_cast<std::uint32_t>(value);
    for (int shift = 0; shift < 32; shift += 8)
        m_bytes += static_cast<char>(bits >> shift);
}

} // namespace nabla
