// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiments/model_metadata.h"

#include "core/experiments/field_table.h"

#include <nlohmann/json.hpp>

#include <stdexcept>

namespace nabla {

std::map<std::string, std::string> modelMetadata(const ExperimentConfig &config)
{
    return {{"experiment", toJson(config).dump()},
            {"cost", config.cost},
            {"preprocessing", "28 x 28 bytes / 255, ink 1, centre of mass at (14, 14)"}};
}

ExperimentConfig experimentOf(const std::map<std::string, std::string> &metadata)
{
    const auto found = metadata.find("experiment");
    if (found == metadata.end())
        throw std::invalid_argument("the file does not say which experiment made it");
    const auto object = nlohmann::json::parse(found->second, nullptr, false);
    if (object.is_discarded())
        throw std::invalid_argument("the file's experiment is no JSON");
    return configFromJson(object);
}

} // namespace nabla
