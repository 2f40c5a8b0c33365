// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/headless/console.h"
#include "core/book/claim.h"
#include "core/parallel/worker_pool.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace nabla {

/// Measures seed 1 ... seeds, `jobs` at once, with a line of progress; in the order of the seeds.
/// `what` is named in it. Throws CommandFailure after Ctrl+C, which measure() answers with
/// ClaimInterrupted.
template <class Result>
std::vector<Result> measureSeeds(const std::string &what, int seeds, int jobs,
                                 const std::function<Result(std::uint64_t seed)> &measure)
{
    using Clock = std::chrono::steady_clock;
    ProgressLine progress;
    std::vector<std::future<Result>> results;
    WorkerPool pool(std::min(jobs, seeds));
    for (int seed = 1; seed <= seeds; ++seed) {
        auto task = std::make_shared<std::packaged_task<Result()>>(
            [&measure, seed] { return measure(static_cast<std::uint64_t>(seed)); });
        results.push_back(task->get_future());
        pool.submit([task](std::stop_token) { (*task)(); });
    }
    const auto begin = Clock::now();
    while (pool.pending() > 0) {
        const int done = seeds - pool.pending();
        const double spent = std::chrono::duration<double>(Clock::now() - begin).count();
        progress.show(what + ": seed " + std::to_string(done + 1) + " of " + std::to_string(seeds)
                      + "  "
                      + (done > 0 ? timeLeft(spent / done * (seeds - done)) : std::string()));
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    std::vector<Result> measured;
    try {
        for (auto &result : results)
            measured.push_back(result.get());
    } catch (const ClaimInterrupted &) {
        throw CommandFailure("interrupted while measuring " + what);
    }
    return measured;
}

} // namespace nabla
