// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/trainer.h"
#include "tests/support/small_data.h"

#include <cstdint>

namespace nabla::test {

/// 240 steps that learn to read barData().
inline HyperParameters smallRun()
{
    HyperParameters config;
    config.layers = {784, 16, 10};
    config.learningRate = 0.5;
    config.regularizationParameter = 0.0;
    config.epochs = 4;
    return config;
}

inline void finish(Trainer &trainer)
{
    while (!trainer.finished())
        trainer.stepMiniBatch();
}

/// Of barData(), without a thread.
inline std::uint64_t digestOfTrainerAlone(const HyperParameters &config)
{
    Trainer trainer(config, barData());
    finish(trainer);
    return trainer.network().digest();
}

} // namespace nabla::test
