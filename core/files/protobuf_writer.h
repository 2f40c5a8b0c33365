// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace nabla {

/// Writes one message of Google's protocol buffers, field by field (protobuf.dev/programming-guides
/// /encoding). Only what an ONNX file needs is there: a generator and its runtime library would be
/// a heavier dependency than these lines. A message inside another is a text field of its bytes.
class ProtobufWriter
{
public:
    void integer(int field, std::uint64_t value)
    {
        tag(field, 0);
        varint(value);
    }
    void text(int field, std::string_view value)
    {
        tag(field, 2);
        varint(value.size());
        m_bytes += value;
    }
    void message(int field, const ProtobufWriter &value) { text(field, value.bytes()); }
    void real(int field, float value);

    [[nodiscard]] const std::string &bytes() const { return m_bytes; }

private:
    void tag(int field, unsigned kind) { varint(static_cast<std::uint64_t>(field) << 3 | kind); }
    void varint(std::uint64_t value);

    std::string m_bytes;
};

} // namespace nabla
