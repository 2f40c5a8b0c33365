// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiments/experiment_config.h"

#include "core/experiments/field_table.h"

#include <nlohmann/json.hpp>

#include <stdexcept>

namespace nabla {

void fitOutputsToCost(ExperimentConfig &config)
{
    if (config.cost == "log-likelihood")
        config.outputActivation = "softmax";
    else if (config.cost == "cross-entropy" || config.outputActivation == "softmax")
        config.outputActivation = "sigmoid";
}

std::vector<ConfigIssue> validate(const ExperimentConfig &config)
{
    std::vector<ConfigIssue> issues;
    ExperimentConfig scratch;
    for (const Field &field : fieldTable()) {
        // A value is valid when the table would let it be set.
        try {
            field.set(scratch, field, field.get(config));
        } catch (const std::invalid_argument &error) {
            issues.push_back({field.key, error.what()});
        }
    }
    if (issues.empty())
        issues = validateCombination(config);
    return issues;
}

} // namespace nabla
