// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command_tree.h"
#include "app/commands/commands.h"
#include "app/headless/console.h"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace nabla {

namespace {

/// `nabla completion bash` and `nabla man`: the declared options, written for others to read.
class DocumentCommand final : public Subcommand
{
public:
    using Writer = std::string (*)(const CommandSummary &);

    DocumentCommand(CLI::App &program, CLI::App *app, Writer writer)
        : m_program(program)
        , m_app(app)
        , m_writer(writer)
    {
    }

    [[nodiscard]] CLI::App *app() const override { return m_app; }

    int run() override
    {
        std::fputs(m_writer(summarize(m_program)).c_str(), stdout);
        return exitSuccess;
    }

private:
    CLI::App &m_program;
    CLI::App *m_app;
    Writer m_writer;
};

} // namespace

std::unique_ptr<Subcommand> makeCompletionCommand(CLI::App &parent)
{
    auto *app = parent.add_subcommand("completion", "Print a completion script for the shell");
    app->add_subcommand("bash", "For bash")->required();
    app->require_subcommand(1);
    app->footer("Example:\n  source <(nabla completion bash)");
    return std::make_unique<DocumentCommand>(parent, app, bashCompletion);
}

std::unique_ptr<Subcommand> makeManCommand(CLI::App &parent)
{
    auto *app = parent.add_subcommand("man", "Print the manual page");
    app->footer("Example:\n  nabla man | man -l -");
    return std::make_unique<DocumentCommand>(parent, app, manPage);
}

} // namespace nabla
