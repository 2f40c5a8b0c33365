// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiments/model_metadata.h"

#include "core/experiments/field_table.h"

#include <nlohmann/json.hpp>

namespace nabla {

std::map<std::string, std::string> modelMetadata(const ExperimentConfig &config)
{
    return {{"experiment", toJson(config).dump()},
            {"cost", config.cost},
            {"preprocessing", "28 x 28 bytes / 255, ink 1, centre of mass at (14, 14)"}};
}

} // namespace nabla
