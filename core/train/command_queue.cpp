// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/command_queue.h"

namespace nabla {

void CommandQueue::post(Command command)
{
    {
        const std::lock_guard lock(m_mutex);
        m_commands.push_back(command);
        m_count = m_commands.size();
    }
    m_posted.notify_one();
}

bool CommandQueue::empty() const
{
    return m_count == 0;
}

std::optional<Command> CommandQueue::tryTake()
{
    if (empty())
        return std::nullopt;
    const std::lock_guard lock(m_mutex);
    return popFront(); // nobody else takes
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
    m_count = m_commands.size();
    return command;
}

} // namespace nabla
