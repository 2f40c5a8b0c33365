// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/hyper_parameters.h"

#include <string>
#include <vector>

namespace nabla {

/// A whole experiment: the hyper-parameters and the data. field_table.h describes each member once
/// for files, flags and form.
struct ExperimentConfig : HyperParameters
{
    std::string data = "builtin"; ///< a source of the data catalogue, or a folder of IDX files

    bool operator==(const ExperimentConfig &) const = default;
};

/// Gives the outputs the activation that the cost needs, where it needs one (softmax for the
/// log-likelihood): for a person who chose the cost alone.
void fitOutputsToCost(ExperimentConfig &config);

/// Every problem of every field; empty when the experiment can be run.
[[nodiscard]] std::vector<ConfigIssue> validate(const ExperimentConfig &config);

} // namespace nabla
