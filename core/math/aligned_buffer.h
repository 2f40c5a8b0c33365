// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <new>
#include <utility>

namespace nabla {

/// A fixed-size array of numbers that starts on a cache line, zero at birth. Copies are deep.
template <class T>
class AlignedBuffer
{
public:
    static constexpr std::size_t alignment = 64;

    AlignedBuffer() = default;
    explicit AlignedBuffer(std::size_t size)
        : m_size(size)
        , m_data(allocate(size))
    {
        std::fill_n(m_data.get(), size, T{});
    }
    AlignedBuffer(const AlignedBuffer &other)
        : m_size(other.m_size)
        , m_data(allocate(other.m_size))
    {
        std::copy_n(other.m_data.get(), m_size, m_data.get());
    }
    AlignedBuffer(AlignedBuffer &&other) noexcept
        : m_size(std::exchange(other.m_size, 0))
        , m_data(std::move(other.m_data))
    {
    }
    AlignedBuffer &operator=(AlignedBuffer other) noexcept
    {
        std::swap(m_size, other.m_size);
        std::swap(m_data, other.m_data);
        return *this;
    }

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] T *data() { return m_data.get(); }
    [[nodiscard]] const T *data() const { return m_data.get(); }
    [[nodiscard]] T *begin() { return data(); }
    [[nodiscard]] T *end() { return data() + m_size; }
    [[nodiscard]] const T *begin() const { return data(); }
    [[nodiscard]] const T *end() const { return data() + m_size; }
    void clear() { std::fill_n(m_data.get(), m_size, T{}); }

private:
    struct Release
    {
        void operator()(T *data) const { ::operator delete[](data, std::align_val_t{alignment}); }
    };
    using Storage = std::unique_ptr<T[], Release>;

    static Storage allocate(std::size_t size)
    {
        if (size == 0)
            return nullptr;
        return Storage(
            static_cast<T *>(::operator new[](size * sizeof(T), std::align_val_t{alignment})));
    }

    std::size_t m_size = 0;
    Storage m_data;
};

} // namespace nabla
