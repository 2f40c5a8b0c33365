// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiments/experiment_config.h"

#include <span>
#include <string_view>

namespace nabla {

/// A ready experiment. title and claim are texts to translate under the context "Preset".
struct Preset
{
    const char *id; ///< "vanishing-gradient": in files and `--experiment`
    const char *title; ///< in the selector
    const char *claim; ///< what a person will see, and where the book says so
    ExperimentConfig config;
};

/// The first one is the default at first launch.
[[nodiscard]] std::span<const Preset> presets();
/// Null for an unknown id.
[[nodiscard]] const Preset *findPreset(std::string_view id);

} // namespace nabla
