// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiments/experiment_config.h"

#include <cstdint>
#include <span>
#include <vector>

namespace nabla {

/// The learning speeds of the hidden layers, layer 1 first, after so many full-batch steps.
struct RecordedSpeeds
{
    std::uint64_t step = 0;
    std::vector<double> speeds;
};

/// What the book's author recorded in his one run of chapter 5's figure with 2, 3 or 4 hidden
/// layers of 30, at twelve of its 500 steps (norms_during_training_N_layers.json of his
/// repository, MIT licence): |dC/db^l| over MNIST's first 1,000 training digits, before the step.
/// Empty for other depths.
[[nodiscard]] std::span<const RecordedSpeeds> bookLearningSpeeds(int hiddenLayers);

/// The same for an experiment that follows that protocol, whatever its seed, its data and its
/// length; empty for any other.
[[nodiscard]] std::span<const RecordedSpeeds>
bookLearningSpeedsFor(const ExperimentConfig &experiment);

} // namespace nabla
