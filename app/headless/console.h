// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>

namespace nabla {

/// Exit codes of every command.
inline constexpr int exitSuccess = 0;
inline constexpr int exitFailure = 1; ///< it ran, and failed: diverged, could not be written
inline constexpr int exitUsage = 2; ///< the words or the input are wrong

/// It ran, and failed: main prints it and ends with exitFailure. Every other exception is wrong
/// input and ends with exitUsage.
class CommandFailure : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// A line on standard error that overwrites itself; nothing at all where that is no terminal.
class ProgressLine
{
public:
    ProgressLine();
    ~ProgressLine();
    ProgressLine(const ProgressLine &) = delete;
    ProgressLine &operator=(const ProgressLine &) = delete;

    /// Shows it, at most a few times a second.
    void show(const std::string &text);
    /// Removes it, so that other lines can be printed.
    void clear();

private:
    bool m_terminal;
    bool m_shown = false;
    double m_lastShown = 0.0;
};

/// "1 min 20 s left".
[[nodiscard]] std::string timeLeft(double seconds);

/// Lets Ctrl+C end long work cleanly instead of killing it.
void catchInterrupt();
[[nodiscard]] bool interrupted();

} // namespace nabla
