// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

namespace nabla {

/// A model file that cannot be written or read: what() says which file, what is wrong, what to do.
class ModelFileError : public std::runtime_error
{
public:
    ModelFileError(const std::filesystem::path &path, const std::string &problem)
        : std::runtime_error(path.string() + ": " + problem)
    {
    }
};

/// The safetensors format (huggingface.co/docs/safetensors): eight bytes of length, a JSON header
/// of that length, the tensors' bytes, little-endian. Written with the same bytes for the same
/// content.
class SafetensorsWriter
{
public:
    using Shape = std::vector<std::uint64_t>;

    /// T: float, double, std::int32_t, std::uint64_t. The shape's product must be values.size().
    template <class T>
    void add(const std::string &name, const Shape &shape, std::span<const T> values);
    void setMetadata(const std::map<std::string, std::string> &metadata) { m_metadata = metadata; }

    /// What write() writes.
    [[nodiscard]] std::vector<std::byte> bytes() const;
    /// Atomic: written aside, brought to the disk, then renamed; the file that was there stays when
    /// anything fails. Throws ModelFileError.
    void write(const std::filesystem::path &path) const;

private:
    void addBytes(const std::string &name, const char *dtype, const Shape &shape,
                  std::span<const std::byte> bytes);
    /// Its length and itself.
    [[nodiscard]] std::string header() const;

    struct Tensor
    {
        std::string name;
        const char *dtype;
        Shape shape;
        std::size_t begin;
        std::size_t end;
    };
    std::map<std::string, std::string> m_metadata;
    std::vector<Tensor> m_tensors;
    std::vector<std::byte> m_bytes;
};

/// A safetensors file in memory, every size and offset of it checked.
class SafetensorsFile
{
public:
    /// Throws ModelFileError for what is no such file: cut, with a lying header, tensors that
    /// overlap or leave holes, sizes that overflow, unknown types.
    explicit SafetensorsFile(const std::filesystem::path &path);

    [[nodiscard]] const std::filesystem::path &path() const { return m_path; }
    [[nodiscard]] const std::map<std::string, std::string> &metadata() const { return m_metadata; }
    [[nodiscard]] bool has(const std::string &name) const { return m_tensors.contains(name); }
    /// The tensor's values. Throws ModelFileError where there is none of this name, type and shape.
    template <class T>
    [[nodiscard]] std::vector<T> values(const std::string &name,
                                        const SafetensorsWriter::Shape &shape) const;

private:
    struct Tensor
    {
        std::string dtype;
        SafetensorsWriter::Shape shape;
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    void parse(std::size_t headerLength);
    void checkLayout(std::size_t available) const;
    [[nodiscard]] std::span<const std::byte> bytes(const std::string &name, const char *dtype,
                                                   const SafetensorsWriter::Shape &shape) const;

    std::filesystem::path m_path;
    std::vector<std::byte> m_bytes;
    std::size_t m_dataStart = 0;
    std::map<std::string, std::string> m_metadata;
    std::map<std::string, Tensor> m_tensors;
};

} // namespace nabla
