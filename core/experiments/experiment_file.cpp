// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiments/experiment_file.h"

#include "core/experiments/field_table.h"
#include "core/files/json_file.h"

#include <nlohmann/json.hpp>

#include <stdexcept>

namespace nabla {

namespace {

constexpr JsonFileKind experimentFile{"an experiment", 1 << 20, 8};

ExperimentConfig experimentOf(const std::filesystem::path &path, const std::string &text)
{
    const auto object = parseJson(path, text, experimentFile);
    try {
        return configFromJson(object);
    } catch (const std::invalid_argument &error) {
        refuseFile(path, error.what());
    }
}

} // namespace

ExperimentConfig loadExperiment(const std::filesystem::path &path)
{
    return experimentOf(path, readTextFile(path, experimentFile));
}

ExperimentConfig experimentOfText(const std::string &text)
{
    return experimentOf("the text", text);
}

std::string textOf(const ExperimentConfig &config)
{
    return toJson(config).dump();
}

void saveExperiment(const std::filesystem::path &path, const ExperimentConfig &config)
{
    writeTextFile(path, toJson(config).dump(2) + '\n');
}

} // namespace nabla
