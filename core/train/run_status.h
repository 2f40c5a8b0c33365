// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <mutex>
#include <string>

namespace nabla {

enum class RunState
{
    Idle,
    Running,
    Paused,
    Finished,
    Diverged,
    Failed
};

/// What the run is doing, as of the last mini-batch boundary.
struct RunStatusData
{
    RunState state = RunState::Idle;
    std::uint64_t step = 0; ///< mini-batches done
    std::uint64_t stepsPerEpoch = 1;
    std::uint64_t totalSteps = 0; ///< steps in all epochs
    int epoch = 0; ///< whole passes done
    int epochs = 0;
    double seconds = 0.0; ///< training time, pauses excluded
    double digitsPerSecond = 0.0; ///< over the last half second of training
    std::uint64_t digest = 0; ///< of the parameters at digestStep
    std::uint64_t digestStep = 0;
    bool hasDigest = false; ///< known whenever the run rests
    int divergedLayer = 0; ///< state Diverged: the layer where it began
    std::string message; ///< state Failed: what went wrong, English
    bool operator==(const RunStatusData &) const = default;
};

/// Trainer -> GUI. Thread-safe.
class RunStatus
{
public:
    void set(const RunStatusData &data);
    [[nodiscard]] RunStatusData get() const;

private:
    mutable std::mutex m_mutex;
    RunStatusData m_data;
};

} // namespace nabla
