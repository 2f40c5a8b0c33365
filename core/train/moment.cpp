// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/moment.h"

namespace nabla::inline NABLA_PRECISION {

TrainerState stateOf(const Moment &moment)
{
    TrainerState state{.step = moment.step,
                       .learningRate = moment.learningRate,
                       .regularizationParameter = moment.regularizationParameter,
                       .progress = moment.progress,
                       .shuffling = moment.shuffling.state(),
                       .dropout = moment.dropout.state(),
                       .order = *moment.order,
                       .optimizer = moment.optimizer,
                       .weightScale = moment.network.weightScale(),
                       .storedWeights = {}};
    if (state.weightScale != 1.0) {
        const Scalar *first = moment.network.parameters(1);
        state.storedWeights.assign(first, first + moment.network.layer(1).weightCount());
    }
    return state;
}

Snapshot snapshotOf(const Moment &moment)
{
    return {moment.network.settled(), moment.step};
}

std::size_t bytesWithoutOrder(const Moment &moment)
{
    std::size_t numbers = moment.network.buffer().size() + moment.network.statisticsCount();
    for (const AlignedBuffer<Scalar> &part : moment.optimizer)
        numbers += part.size();
    return sizeof moment + numbers * sizeof(Scalar);
}

} // namespace nabla::inline NABLA_PRECISION
