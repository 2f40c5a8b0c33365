// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

namespace CLI {
class App;
}

namespace nabla {

/// One word of `nabla`: declares its options on the application and, when that word was given,
/// runs.
class Subcommand
{
public:
    virtual ~Subcommand() = default;
    [[nodiscard]] virtual CLI::App *app() const = 0;
    /// Returns the exit code; throws, in words, for main to print.
    virtual int run() = 0;
};

[[nodiscard]] std::unique_ptr<Subcommand> makeTrainCommand(CLI::App &parent);
[[nodiscard]] std::unique_ptr<Subcommand> makeEvaluateCommand(CLI::App &parent);
[[nodiscard]] std::unique_ptr<Subcommand> makeExperimentsCommand(CLI::App &parent);
[[nodiscard]] std::unique_ptr<Subcommand> makeClassifyCommand(CLI::App &parent);
[[nodiscard]] std::unique_ptr<Subcommand> makeDataCommand(CLI::App &parent);
[[nodiscard]] std::unique_ptr<Subcommand> makeExportCommand(CLI::App &parent);
[[nodiscard]] std::unique_ptr<Subcommand> makeGradcheckCommand(CLI::App &parent);
[[nodiscard]] std::unique_ptr<Subcommand> makeReproduceCommand(CLI::App &parent);
[[nodiscard]] std::unique_ptr<Subcommand> makeFigureCommand(CLI::App &parent);
[[nodiscard]] std::unique_ptr<Subcommand> makeBenchCommand(CLI::App &parent);
[[nodiscard]] std::unique_ptr<Subcommand> makeCompletionCommand(CLI::App &parent);
[[nodiscard]] std::unique_ptr<Subcommand> makeManCommand(CLI::App &parent);

} // namespace nabla
