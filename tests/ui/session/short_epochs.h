// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiments/experiment_config.h"
#include "core/train/trainer.h"
#include "tests/support/small_data.h"

namespace nabla::ui::test {

/// On sixty bars: six steps an epoch.
inline ExperimentConfig thirtyShortEpochs()
{
    ExperimentConfig config;
    config.layers = {784, 12, 10};
    config.epochs = 30;
    config.learningRate = 0.5;
    config.data = "bars";
    return config;
}

/// What nobody but the Trainer computes.
inline std::uint64_t digestAt(std::uint64_t step)
{
    Trainer trainer(thirtyShortEpochs(), nabla::test::barData(60, 10, 10));
    while (trainer.step() < step)
        (void)trainer.stepMiniBatch();
    return trainer.network().digest();
}

} // namespace nabla::ui::test
