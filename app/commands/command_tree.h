// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace nabla {

/// What the completion and the man page tell of a command: read from the declared options, so that
/// they cannot say anything else than --help.
struct OptionSummary
{
    std::string name; ///< "--layers", or the name of a positional one
    std::string value; ///< "TEXT", "sgd|adam"; empty for a flag
    std::string help;
    bool isPositional = false;
    /// What may be written after it, where the value is a choice.
    [[nodiscard]] std::vector<std::string> choices() const;
};

struct CommandSummary
{
    std::string name;
    std::string help;
    std::string footer; ///< examples and notes
    std::vector<OptionSummary> options;
    std::vector<CommandSummary> commands;
};

[[nodiscard]] CommandSummary summarize(const CLI::App &app);

/// A script for bash: `source` it.
[[nodiscard]] std::string bashCompletion(const CommandSummary &program);
/// A page for man(1), in roff.
[[nodiscard]] std::string manPage(const CommandSummary &program);

} // namespace nabla
