// SPDX-License-Identifier: GPL-3.0-or-later
// `nabla`: the core of Nablascope without a window.
#include "app/commands/commands.h"
#include "app/headless/console.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>
#include <memory>
#include <vector>

namespace {

/// In the order of the help.
constexpr std::unique_ptr<nabla::Subcommand> (*makers[])(CLI::App &) = {
    nabla::makeTrainCommand, //
    nabla::makeEvaluateCommand,   nabla::makeClassifyCommand,    nabla::makeExportCommand,
    nabla::makeDataCommand,       nabla::makeExperimentsCommand, nabla::makeReproduceCommand,
    nabla::makeFigureCommand,     nabla::makeGradcheckCommand,   nabla::makeBenchCommand,
    nabla::makeCompletionCommand, nabla::makeManCommand,
};

} // namespace

int main(int argc, char **argv)
{
    CLI::App app{"nabla: trains networks that read handwritten digits, without a window", "nabla"};
    app.require_subcommand(1);
    app.footer(
        "Exit codes: 0 done, 1 it ran and failed (diverged, not written), 2 wrong words or input.");
    std::vector<std::unique_ptr<nabla::Subcommand>> commands;
    for (const auto make : makers)
        commands.push_back(make(app));
    try {
        app.parse(argc, argv);
        for (const auto &command : commands) {
            if (command->app()->parsed())
                return command->run();
        }
        return nabla::exitUsage;
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? nabla::exitSuccess : nabla::exitUsage;
    } catch (const nabla::CommandFailure &error) {
        std::fprintf(stderr, "nabla: %s\n", error.what());
        return nabla::exitFailure;
    } catch (const std::exception &error) { // wrong input, in words
        std::fprintf(stderr, "nabla: %s\n", error.what());
        return nabla::exitUsage;
    }
}
