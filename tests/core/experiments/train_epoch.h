// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/train/trainer.h"

namespace nabla::test {

/// Ends early where the run diverges.
inline void trainEpoch(Trainer &trainer)
{
    do
        trainer.stepMiniBatch();
    while (!trainer.atEpochBoundary() && trainer.divergedLayer() == 0);
}

} // namespace nabla::test
