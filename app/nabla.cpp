// SPDX-License-Identifier: GPL-3.0-or-later
// `nabla`: the core of Nablascope without a window.
#include "app/commands/commands.h"
#include "app/commands/console.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <exception>

int main(int argc, char **argv)
{
    CLI::App app{"nabla: trains networks that read handwritten digits, without a window", "nabla"};
    app.require_subcommand(1);
    app.footer(
        "Exit codes: 0 done, 1 it ran and failed (diverged, not written), 2 wrong words or input.");
    const std::unique_ptr<nabla::Subcommand> commands[] = {
        nabla::makeTrainCommand(app),
        nabla::makeEvaluateCommand(app),
        nabla::makeExperimentsCommand(app),
        nabla::makeGradcheckCommand(app),
        nabla::makeBenchCommand(app),
        nabla::makeCompletionCommand(app),
        nabla::makeManCommand(app),
    };
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
