// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parallel/worker_pool.h"

#include "core/parallel/thread_priority.h"

#include <stdexcept>
#include <utility>

namespace nabla {

WorkerPool::WorkerPool(int threads)
{
    if (threads < 1)
        throw std::invalid_argument("WorkerPool: at least one thread");
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this](std::stop_token stop) { work(std::move(stop)); });
}

WorkerPool::~WorkerPool()
{
    for (std::jthread &thread : m_threads)
        thread.request_stop();
    m_threads.clear(); // joins before the queue goes
}

void WorkerPool::submit(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_changed.notify_all();
}

int WorkerPool::pending() const
{
    const std::lock_guard lock(m_mutex);
    return static_cast<int>(m_jobs.size()) + m_running;
}

void WorkerPool::waitUntilIdle()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_jobs.empty() && m_running == 0; });
}

void WorkerPool::work(std::stop_token stop)
{
    lowerThreadPriority();
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return !m_jobs.empty(); })) {
        if (stop.stop_requested())
            return;
        const Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        ++m_running;
        lock.unlock();
        job(stop);
        lock.lock();
        --m_running;
        m_changed.notify_all();
    }
}

} // namespace nabla
