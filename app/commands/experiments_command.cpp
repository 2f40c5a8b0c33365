// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/headless/console.h"
#include "core/experiments/field_table.h"
#include "core/experiments/presets.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cstdio>

namespace nabla {

namespace {

class ExperimentsCommand final : public Subcommand
{
public:
    explicit ExperimentsCommand(CLI::App &parent)
        : m_app(
            parent.add_subcommand("experiments", "List the ready experiments of `--experiment`"))
    {
        m_app->add_flag("--json", m_json, "Print them with their configurations as one JSON array");
    }

    [[nodiscard]] CLI::App *app() const override { return m_app; }

    int run() override
    {
        nlohmann::json list = nlohmann::json::array();
        for (const Preset &preset : presets()) {
            if (m_json)
                list.push_back({{"name", preset.id},
                                {"title", preset.title},
                                {"claim", preset.claim},
                                {"configuration", toJson(preset.config)}});
            else
                std::printf("%-20s %s: %s\n", preset.id, preset.title, preset.claim);
        }
        if (m_json)
            std::printf("%s\n", list.dump(2).c_str());
        return exitSuccess;
    }

private:
    CLI::App *m_app;
    bool m_json = false;
};

} // namespace

std::unique_ptr<Subcommand> makeExperimentsCommand(CLI::App &parent)
{
    return std::make_unique<ExperimentsCommand>(parent);
}

} // namespace nabla
