// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/data_catalog.h"

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace nabla::ui {

/// Loads or generates a data set on a thread of its own. The owner polls: nothing is signalled, so
/// a loader that reports a thousand times a second costs the window nothing. One set at a time; a
/// new one cancels the one under way, without waiting for it. Called from one thread only.
class DataLoader
{
public:
    /// What loads; nabla::loadData unless a test says otherwise. Called on the loader's thread.
    using LoadFunction = std::function<std::shared_ptr<const Dataset>(const std::string &source,
                                                                      const ProgressFunction &)>;
    struct Result
    {
        std::string source;
        std::shared_ptr<const Dataset> data; ///< null when it failed
        std::string error; ///< English: what, where, what to do
    };

    explicit DataLoader(LoadFunction load = loadData);
    ~DataLoader();

    void start(const std::string &source);
    void cancel();
    [[nodiscard]] bool isLoading() const { return m_current != nullptr; }
    /// Of the set under way; empty when there is none.
    [[nodiscard]] std::string source() const;
    [[nodiscard]] double fraction() const;
    /// Once, when the set under way is there or has failed.
    [[nodiscard]] std::optional<Result> take();

private:
    struct Job
    {
        Result result; ///< the worker's until isDone
        std::atomic<double> fraction{0.0};
        std::atomic<bool> isDone{false};
        std::jthread thread; // last: it ends before the rest goes
    };

    void work(Job &job, const std::stop_token &stop) const;
    void forgetCanceledJobs();

    LoadFunction m_load;
    std::unique_ptr<Job> m_current;
    std::vector<std::unique_ptr<Job>> m_canceled; ///< told to stop, not yet ended
};

} // namespace nabla::ui
