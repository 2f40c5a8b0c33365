// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/command_queue.h"

namespace nabla {

void CommandQueue::post(Command command)
{
    {
        const std::lock_guard lock(m_mutex);
        m_commands.push_back(command);
    }
    m_posted.notify_one();
}

bool CommandQueue::empty() const
{
    const std::lock_guard lock(m_mutex);
    return m_commands.empty();
}

std::optional<Command> CommandQueue::tryTake()
{
    const std::lock_guard lock(m_mutex);
    if (m_commands.empty())
        return std::nullopt;
    return popFront();
}

Command CommandQueue::take()
{
    std::unique_lock lock(m_mutex);
    m_posted.wait(lock, [this] { return !m_commands.empty(); });
    return popFront();
}

std::optional<Command> CommandQueue::takeUntil(Clock::time_point deadline)
{
    std::unique_lock lock(m_mutex);
    if (!m_posted.wait_until(lock, deadline, [this] { return !m_commands.empty(); }))
        return std::nullopt;
    return popFront();
}

Command CommandQueue::popFront()
{
    const Command command = m_commands.front();
    m_commands.pop_front();
    return command;
}

} // namespace nabla
