// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiments/experiment_config.h"

#include <filesystem>
#include <string>

namespace nabla {

/// Reads an experiment from a JSON object with the keys of the field table; what is not named has
/// its default. Throws std::invalid_argument with the file, the place and every problem: no JSON
/// (with line and column), unknown keys, values out of range, combinations that do not fit.
[[nodiscard]] ExperimentConfig loadExperiment(const std::filesystem::path &path);

/// The same of a text that stands elsewhere, and of what textOf() wrote.
[[nodiscard]] ExperimentConfig experimentOfText(const std::string &text);
[[nodiscard]] std::string textOf(const ExperimentConfig &config);

/// Writes every field; aside, then renamed. Throws std::runtime_error that names the file.
void saveExperiment(const std::filesystem::path &path, const ExperimentConfig &config);

} // namespace nabla
