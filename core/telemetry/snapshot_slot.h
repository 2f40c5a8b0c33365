// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <utility>

namespace nabla {

/// Trainer -> GUI: the latest published value, copied by the trainer only when it was asked for.
/// Thread-safe; nobody waits beyond a pointer's swap.
template <class T>
class SnapshotSlot
{
public:
    /// Asks for a fresh one; the trainer sees it at the next mini-batch boundary.
    void request() { m_wanted.store(true, std::memory_order_release); }
    [[nodiscard]] bool wanted() const { return m_wanted.load(std::memory_order_acquire); }

    void publish(std::shared_ptr<const T> value)
    {
        m_wanted.store(false, std::memory_order_release);
        const std::lock_guard lock(m_mutex);
        m_latest.swap(value); // the old one is released after the lock
    }
    /// Null until the first publish.
    [[nodiscard]] std::shared_ptr<const T> latest() const
    {
        const std::lock_guard lock(m_mutex);
        return m_latest;
    }

private:
    std::atomic<bool> m_wanted{false};
    mutable std::mutex m_mutex;
    std::shared_ptr<const T> m_latest;
};

} // namespace nabla
