// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/experiment_options.h"

#include "core/experiments/experiment_file.h"
#include "core/experiments/field_table.h"
#include "core/experiments/presets.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>

namespace nabla {

namespace {

std::string option(const Field &field)
{
    return "--" + flagOf(field);
}

} // namespace

ExperimentOptions::ExperimentOptions(CLI::App &command)
    : m_command(command)
{
    command.add_option("--experiment", m_experiment,
                       "Begin from a ready experiment (see `nabla experiments`) or a JSON file");
    for (const Field &field : fieldTable()) {
        std::string choices;
        for (const FieldChoice &choice : field.choices)
            choices += (choices.empty() ? "" : "|") + std::string(choice.id);
        auto *added = command.add_option(option(field), m_texts[field.key], field.help);
        if (!choices.empty())
            added->type_name(choices);
    }
}

bool ExperimentOptions::isGiven() const
{
    return !m_experiment.empty() || std::ranges::any_of(fieldTable(), [this](const Field &field) {
        return m_command.count(option(field)) > 0;
    });
}

ExperimentConfig ExperimentOptions::named() const
{
    if (m_experiment.empty())
        return presets().front().config;
    if (const Preset *preset = findPreset(m_experiment))
        return preset->config;
    if (m_experiment.ends_with(".json") || std::filesystem::exists(m_experiment))
        return loadExperiment(m_experiment);
    throw std::invalid_argument("--experiment: there is no \"" + m_experiment
                                + "\"; `nabla experiments` lists them, or name a .json file");
}

ExperimentConfig ExperimentOptions::config() const
{
    ExperimentConfig config = named();
    bool isOutputGiven = false;
    bool isCostGiven = false;
    for (const Field &field : fieldTable()) {
        if (m_command.count(option(field)) == 0)
            continue;
        setFromText(config, field, m_texts.at(field.key));
        isOutputGiven = isOutputGiven || std::string_view(field.key) == "outputActivation";
        isCostGiven = isCostGiven || std::string_view(field.key) == "cost";
    }
    if (isCostGiven && !isOutputGiven)
        fitOutputsToCost(config);
    if (const auto issues = validate(config); !issues.empty())
        throw std::invalid_argument(issues.front().message);
    return config;
}

} // namespace nabla
