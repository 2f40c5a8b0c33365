// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/trainer_thread.h"

#include <chrono>
#include <functional>
#include <thread>

namespace nabla::test {

/// Waits for what another thread will make true; the deadline only bounds a failure.
inline bool waitFor(const std::function<bool()> &condition)
{
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (!condition()) {
        if (std::chrono::steady_clock::now() > deadline)
            return false;
        std::this_thread::yield();
    }
    return true;
}

inline bool rests(const TrainerThread &thread, RunState state)
{
    const RunStatusData status = thread.status();
    return status.state == state && status.hasDigest;
}

} // namespace nabla::test
