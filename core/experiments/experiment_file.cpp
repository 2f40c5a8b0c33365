// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiments/experiment_file.h"

#include "core/experiments/field_table.h"
#include "core/files/json_file.h"

#include <nlohmann/json.hpp>

#include <stdexcept>

namespace nabla {

namespace {

constexpr JsonFileKind experimentFile{"an experiment", 1 << 20, 8};

} // namespace

ExperimentConfig loadExperiment(const std::filesystem::path &path)
{
    const auto object = parseJson(path, readTextFile(path, experimentFile), experimentFile);
    try {
        return configFromJson(object);
    } catch (const std::invalid_argument &error) {
        refuseFile(path, error.what());
    }
}

void saveExperiment(const std::filesystem::path &path, const ExperimentConfig &config)
{
    writeTextFile(path, toJson(config).dump(2) + '\n');
}

} // namespace nabla
