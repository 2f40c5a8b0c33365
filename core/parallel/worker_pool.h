// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace nabla {

/// Work beside the trainer, from immutable inputs: evaluation and the probe. Jobs start in the
/// order in which they were submitted. Thread-safe.
class WorkerPool
{
public:
    /// A job looks at its stop token now and then and returns early when stop was requested.
    using Job = std::function<void(std::stop_token)>;

    explicit WorkerPool(int threads);
    /// Asks running jobs to stop, drops the waiting ones and joins.
    ~WorkerPool();
    WorkerPool(const WorkerPool &) = delete;
    WorkerPool &operator=(const WorkerPool &) = delete;

    void submit(Job job);
    /// Jobs that wait or run.
    [[nodiscard]] int pending() const;
    /// Returns when no job waits or runs.
    void waitUntilIdle();

private:
    void work(std::stop_token stop);

    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Job> m_jobs;
    int m_running = 0;
    std::vector<std::jthread> m_threads;
};

} // namespace nabla
