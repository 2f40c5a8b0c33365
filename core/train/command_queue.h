// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <variant>

namespace nabla {

struct RunCommand
{
};
struct PauseCommand
{
};
struct StepMiniBatchesCommand
{
    std::uint64_t count = 1;
};
/// To the end of the epoch that is under way.
struct StepEpochCommand
{
};
struct SetLearningRateCommand
{
    double value = 0.0;
};
struct SetRegularizationParameterCommand
{
    double value = 0.0;
};
/// Infinity is flat out.
struct SetPaceCommand
{
    double miniBatchesPerSecond = 0.0;
};
/// At the end of the mini-batch under way, which a resting run finishes first.
struct SaveCheckpointCommand
{
    std::filesystem::path file;
    std::map<std::string, std::string> metadata;
};
struct StopCommand
{
};

/// What the GUI may ask of a trainer. Takes effect at a mini-batch boundary.
using Command = std::variant<RunCommand, PauseCommand, StepMiniBatchesCommand, StepEpochCommand,
                             SetLearningRateCommand, SetRegularizationParameterCommand,
                             SetPaceCommand, SaveCheckpointCommand, StopCommand>;

/// GUI -> trainer. Thread-safe; only the trainer waits, and every command wakes it.
class CommandQueue
{
public:
    using Clock = std::chrono::steady_clock;

    void post(Command command);
    [[nodiscard]] bool empty() const;
    [[nodiscard]] std::optional<Command> tryTake();
    /// Waits for a command for as long as it takes.
    [[nodiscard]] Command take();
    /// Waits for a command, but not beyond the deadline.
    [[nodiscard]] std::optional<Command> takeUntil(Clock::time_point deadline);

private:
    [[nodiscard]] Command popFront();

    mutable std::mutex m_mutex;
    std::condition_variable m_posted;
    std::deque<Command> m_commands;
    /// m_commands.size(), so that a running trainer looks without a lock.
    std::atomic<std::size_t> m_count{0};
};

} // namespace nabla
