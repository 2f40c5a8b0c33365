// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiments/experiment_config.h"

#include <map>
#include <string>

namespace nabla {

/// What a model file says of the run that made it: the experiment, its cost, and how an image must
/// be prepared before it is read.
[[nodiscard]] std::map<std::string, std::string> modelMetadata(const ExperimentConfig &config);

/// The experiment that a model's or checkpoint's metadata tell of. Throws std::invalid_argument
/// where they do not.
[[nodiscard]] ExperimentConfig experimentOf(const std::map<std::string, std::string> &metadata);

} // namespace nabla
