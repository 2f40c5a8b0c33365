// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/safetensors_file.h"

#include "core/files/atomic_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <cstring>
#include <fstream>

static_assert(std::endian::native == std::endian::little, "safetensors is little-endian");

namespace nabla {

namespace {

using nlohmann::json;

constexpr std::uint64_t maxHeader = 1 << 20;
constexpr std::uint64_t maxFile = std::uint64_t(1) << 30;

struct Type
{
    const char *name;
    std::size_t size;
};
constexpr Type types[]
    = {{"F64", 8}, {"F32", 4}, {"F16", 2}, {"BF16", 2}, {"I64", 8}, {"U64", 8}, {"I32", 4},
       {"U32", 4}, {"I16", 2}, {"U16", 2}, {"I8", 1},   {"U8", 1},  {"BOOL", 1}};

template <class T>
constexpr const char *typeName = nullptr;
template <>
constexpr const char *typeName<float> = "F32";
template <>
constexpr const char *typeName<double> = "F64";
template <>
constexpr const char *typeName<std::int32_t> = "I32";
template <>
constexpr const char *typeName<std::uint64_t> = "U64";

/// 0 for an unknown one.
std::size_t sizeOf(const std::string &dtype)
{
    const auto *found = std::ranges::find_if(types, [&](const Type &t) { return dtype == t.name; });
    return found == std::end(types) ? 0 : found->size;
}

std::vector<std::byte> readWhole(const std::filesystem::path &path)
{
    std::error_code error;
    if (std::filesystem::is_directory(path, error))
        throw ModelFileError(path, "is a folder, not a model file");
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    if (!file)
        throw ModelFileError(path,
                             "cannot be opened for reading; does it exist, and may you read it?");
    const auto size = static_cast<std::int64_t>(file.tellg());
    if (size < 8 || static_cast<std::uint64_t>(size) > maxFile)
        throw ModelFileError(path,
                             "is no model file: its size is " + std::to_string(size) + " bytes");
    std::vector<std::byte> bytes(static_cast<std::size_t>(size));
    file.seekg(0);
    if (!file.read(reinterpret_cast<char *>(bytes.data()), size))
        throw ModelFileError(path, "could not be read to its end");
    return bytes;
}

/// Refuses deep nesting, which would exhaust the stack, and keys that stand twice.
json parseObject(const std::filesystem::path &path, const char *begin, const char *end)
{
    constexpr int maxDepth = 4;
    bool isSound = true;
    std::vector<std::vector<std::string>> keys;
    const auto watch = [&](int depth, json::parse_event_t event, json &value) {
        isSound = isSound && depth <= maxDepth;
        if (event == json::parse_event_t::object_start)
            keys.emplace_back();
        else if (event == json::parse_event_t::object_end)
            keys.pop_back();
        else if (event == json::parse_event_t::key) {
            const auto &key = value.get_ref<const std::string &>();
            isSound = isSound && std::ranges::find(keys.back(), key) == keys.back().end();
            keys.back().push_back(key);
        }
        return isSound;
    };
    json object = json::parse(begin, end, watch, false);
    if (!isSound || !object.is_object())
        throw ModelFileError(path, "is no safetensors file: its header is not a JSON object");
    return object;
}

/// Whole numbers that are not negative, or nothing.
bool readNumbers(const json &list, std::vector<std::uint64_t> &numbers)
{
    if (!list.is_array())
        return false;
    for (const json &number : list) {
        if (!number.is_number_unsigned())
            return false;
        numbers.push_back(number.get<std::uint64_t>());
    }
    return true;
}

/// The bytes of a tensor, or more than any file has where that overflows.
std::uint64_t byteCount(const std::vector<std::uint64_t> &shape, std::size_t elementSize)
{
    std::uint64_t count = elementSize;
    for (const std::uint64_t size : shape) {
        if (size != 0 && count > maxFile / size)
            return maxFile + 1;
        count *= size;
    }
    return count;
}

} // namespace

template <class T>
void SafetensorsWriter::add(const std::string &name, const Shape &shape, std::span<const T> values)
{
    if (byteCount(shape, sizeof(T)) != values.size_bytes())
        throw std::invalid_argument("tensor " + name + ": its shape does not fit its "
                                    + std::to_string(values.size()) + " values");
    addBytes(name, typeName<T>, shape, std::as_bytes(values));
}
template void SafetensorsWriter::add(const std::string &, const Shape &, std::span<const float>);
template void SafetensorsWriter::add(const std::string &, const Shape &, std::span<const double>);
template void SafetensorsWriter::add(const std::string &, const Shape &,
                                     std::span<const std::int32_t>);
template void SafetensorsWriter::add(const std::string &, const Shape &,
                                     std::span<const std::uint64_t>);

void SafetensorsWriter::addBytes(const std::string &name, const char *dtype, const Shape &shape,
                                 std::span<const std::byte> bytes)
{
    const std::size_t begin = m_bytes.size();
    m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
    m_tensors.push_back({name, dtype, shape, begin, m_bytes.size()});
}

std::string SafetensorsWriter::header() const
{
    json object = json::object();
    if (!m_metadata.empty())
        object["__metadata__"] = m_metadata;
    for (const Tensor &tensor : m_tensors)
        object[tensor.name] = {{"dtype", tensor.dtype},
                               {"shape", tensor.shape},
                               {"data_offsets", {tensor.begin, tensor.end}}};
    std::string text = object.dump(-1, ' ', false, json::error_handler_t::replace);
    text.resize((text.size() + 7) / 8 * 8, ' '); // tensors start aligned
    const std::uint64_t length = text.size();
    return std::string(reinterpret_cast<const char *>(&length), sizeof length) + text;
}

std::vector<std::byte> SafetensorsWriter::bytes() const
{
    const std::string begin = header();
    std::vector<std::byte> all;
    all.reserve(begin.size() + m_bytes.size());
    const auto begins = std::as_bytes(std::span(begin));
    all.insert(all.end(), begins.begin(), begins.end());
    all.insert(all.end(), m_bytes.begin(), m_bytes.end());
    return all;
}

void SafetensorsWriter::write(const std::filesystem::path &path) const
{
    const std::string text = header();
    const std::span<const std::byte> parts[] = {std::as_bytes(std::span(text)), m_bytes};
    try {
        writeAtomically(path, parts);
    } catch (const std::runtime_error &error) {
        throw ModelFileError(path, error.what());
    }
}

SafetensorsFile::SafetensorsFile(const std::filesystem::path &path)
    : m_path(path)
    , m_bytes(readWhole(path))
{
    std::uint64_t length = 0;
    std::memcpy(&length, m_bytes.data(), sizeof length);
    if (length > maxHeader || length > m_bytes.size() - sizeof length)
        throw ModelFileError(path, "is no safetensors file, or is truncated: its header would be "
                                       + std::to_string(length) + " bytes long");
    m_dataStart = sizeof length + static_cast<std::size_t>(length);
    parse(static_cast<std::size_t>(length));
    checkLayout(m_bytes.size() - m_dataStart);
}

void SafetensorsFile::parse(std::size_t headerLength)
{
    const char *begin = reinterpret_cast<const char *>(m_bytes.data()) + m_dataStart - headerLength;
    const json header = parseObject(m_path, begin, begin + headerLength);
    for (const auto &[name, entry] : header.items()) {
        if (name == "__metadata__") {
            for (const auto &[key, value] : entry.items()) {
                if (value.is_string())
                    m_metadata[key] = value.get<std::string>();
            }
            continue;
        }
        const auto refuse = [&, tensor = name](const std::string &problem) {
            throw ModelFileError(m_path, "is damaged: tensor \"" + tensor + "\" " + problem);
        };
        Tensor tensor;
        std::vector<std::uint64_t> offsets;
        if (!entry.is_object() || !entry.contains("dtype") || !entry["dtype"].is_string()
            || !entry.contains("shape") || !readNumbers(entry["shape"], tensor.shape)
            || !entry.contains("data_offsets") || !readNumbers(entry["data_offsets"], offsets)
            || offsets.size() != 2)
            refuse("has no type, shape and offsets");
        tensor.dtype = entry["dtype"].get<std::string>();
        const std::size_t elementSize = sizeOf(tensor.dtype);
        if (elementSize == 0)
            refuse("has the unknown type " + tensor.dtype);
        if (offsets[0] > offsets[1]
            || byteCount(tensor.shape, elementSize) != offsets[1] - offsets[0])
            refuse("has a shape that does not fit its offsets");
        tensor.begin = offsets[0];
        tensor.end = offsets[1];
        m_tensors[name] = tensor;
    }
}

void SafetensorsFile::checkLayout(std::size_t available) const
{
    std::vector<std::pair<std::size_t, std::size_t>> ranges;
    for (const auto &[name, tensor] : m_tensors)
        ranges.emplace_back(tensor.begin, tensor.end);
    std::sort(ranges.begin(), ranges.end());
    std::size_t end = 0;
    for (const auto &[from, to] : ranges) {
        if (from != end)
            throw ModelFileError(m_path, "is damaged: its tensors overlap or leave holes");
        end = to;
    }
    if (end > available)
        throw ModelFileError(m_path, "is truncated: " + std::to_string(end - available)
                                         + " bytes of its tensors are missing");
    if (end < available)
        throw ModelFileError(m_path, "is damaged: " + std::to_string(available - end)
                                         + " bytes follow its tensors");
}

std::span<const std::byte> SafetensorsFile::bytes(const std::string &name, const char *dtype,
                                                  const SafetensorsWriter::Shape &shape) const
{
    const auto found = m_tensors.find(name);
    if (found == m_tensors.end() || found->second.dtype != dtype || found->second.shape != shape)
        throw ModelFileError(m_path, "has no tensor \"" + name + "\" of type " + dtype
                                         + " and shape " + json(shape).dump());
    return std::span(m_bytes).subspan(m_dataStart + found->second.begin,
                                      found->second.end - found->second.begin);
}

template <class T>
std::vector<T> SafetensorsFile::values(const std::string &name,
                                       const SafetensorsWriter::Shape &shape) const
{
    const auto from = bytes(name, typeName<T>, shape);
    std::vector<T> result(from.size() / sizeof(T));
    if (!result.empty())
        std::memcpy(result.data(), from.data(), from.size());
    return result;
}
template std::vector<float> SafetensorsFile::values(const std::string &,
                                                    const SafetensorsWriter::Shape &) const;
template std::vector<double> SafetensorsFile::values(const std::string &,
                                                     const SafetensorsWriter::Shape &) const;
template std::vector<std::int32_t> SafetensorsFile::values(const std::string &,
                                                           const SafetensorsWriter::Shape &) const;
template std::vector<std::uint64_t> SafetensorsFile::values(const std::string &,
                                                            const SafetensorsWriter::Shape &) const;

} // namespace nabla
