// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/cost.h"
#include "core/nn/network.h"

#include <cstdint>
#include <span>
#include <vector>

namespace nabla::inline NABLA_PRECISION {

/// Of some examples, before any update: sums, not means, so that chunks add up.
struct BatchResult
{
    double costSum = 0.0;
    int correct = 0; ///< examples whose largest output is their label; the first maximum wins
};

/// Forward and backward through the network (chapter 2, BP1-BP4): ADDS dC/dparameters, summed over
/// the examples, to `gradient` (laid out like network.buffer()). labels.size() must be
/// batch.size(). Dropout is in the workspace's masks (drawDropoutMasks()).
BatchResult backpropagate(const Network &network, const Cost &cost, const InputBatch &batch,
                          std::span<const std::uint8_t> labels, Workspace &workspace,
                          AlignedBuffer<Scalar> &gradient, Phase phase = Phase::Training);

/// The first half of it, BP1 and BP2: leaves every layer's error in the workspace, and adds what
/// biases and all other parameters that are no weights learn by (BP3) to the gradient.
BatchResult backpropagateErrors(const Network &network, const Cost &cost, const InputBatch &batch,
                                std::span<const std::uint8_t> labels, Workspace &workspace,
                                AlignedBuffer<Scalar> &gradient, Phase phase = Phase::Training);
/// The second half, BP4: adds dC/dweights.
void accumulateWeightGradients(const Network &network, const InputBatch &batch,
                               const Workspace &workspace, AlignedBuffer<Scalar> &gradient);

/// Cost and hits of outputs that forward() has just left in the workspace.
[[nodiscard]] BatchResult judge(const Network &network, const Cost &cost,
                                std::span<const std::uint8_t> labels, Workspace &workspace);

/// The network's answer: the largest output of one example, or the digit whose bits the outputs are
/// nearest to. The first maximum wins.
[[nodiscard]] int answer(const Scalar *outputs, int count, OutputCode code = OutputCode::OneHot);

/// |dC/db^l| of every layer, output layer last, of a gradient summed over `examples`: the learning
/// speed of chapter 5.
void learningSpeeds(const Network &network, const AlignedBuffer<Scalar> &gradient, int examples,
                    std::span<double> speeds);

} // namespace nabla::inline NABLA_PRECISION
