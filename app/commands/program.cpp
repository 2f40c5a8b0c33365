// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/program.h"

#include "app/commands/commands.h"
#include "app/headless/console.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>
#include <memory>
#include <vector>

namespace nabla {

namespace {

/// In the order of the help.
constexpr std::unique_ptr<Subcommand> (*makers[])(CLI::App &) = {
    makeTrainCommand, //
    makeEvaluateCommand,    makeClassifyCommand,   makeExportCommand, makeDataCommand,
    makeExperimentsCommand, makeReproduceCommand,  makeFigureCommand, makeGradcheckCommand,
    makeBenchCommand,       makeCompletionCommand, makeManCommand,
};

} // namespace

int runProgram(int argc, char **argv)
{
    CLI::App app{"nabla: trains networks that read handwritten digits, without a window", "nabla"};
    app.require_subcommand(1);
    app.footer(
        "Exit codes: 0 done, 1 it ran and failed (diverged, not written), 2 wrong words or input.");
    std::vector<std::unique_ptr<Subcommand>> commands;
    for (const auto make : makers)
        commands.push_back(make(app));
    try {
        app.parse(argc, argv);
        for (const auto &command : commands) {
            if (command->app()->parsed())
                return command->run();
        }
        return exitUsage;
    } catch (const CLI::ParseError &error) {
        return app.exit(error) == 0 ? exitSuccess : exitUsage;
    } catch (const CommandFailure &error) {
        std::fprintf(stderr, "nabla: %s\n", error.what());
        return exitFailure;
    } catch (const std::exception &error) { // wrong input, in words
        std::fprintf(stderr, "nabla: %s\n", error.what());
        return exitUsage;
    }
}

} // namespace nabla
