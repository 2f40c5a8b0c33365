// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/backpropagation.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <stdexcept>

namespace nabla::inline NABLA_PRECISION {

namespace {

/// delta^L for every example   (BP1)
void outputErrors(const Network &network, const Cost &cost, std::span<const std::uint8_t> labels,
                  LayerState &output)
{
    const Layer &last = network.layer(network.layerCount());
    output.error.setZero(); // the padding must not leak into the gradient
    for (Eigen::Index j = 0; j < output.error.cols(); ++j)
        cost.outputError(
            output.activation.col(j).data(), output.error.col(j).data(), last.outputSize(),
            {labels[static_cast<std::size_t>(j)], network.outputCode()}, last.activation());
}

} // namespace

BatchResult backpropagate(const Network &network, const Cost &cost, const InputBatch &batch,
                          std::span<const std::uint8_t> labels, Workspace &workspace,
                          AlignedBuffer<Scalar> &gradient, Phase phase)
{
    if (labels.size() != static_cast<std::size_t>(batch.size()))
        throw std::invalid_argument("backpropagate: " + std::to_string(batch.size()) + " examples, "
                                    + std::to_string(labels.size()) + " labels");
    network.forward(batch, workspace, phase);
    const BatchResult result = judge(network, cost, labels, workspace);

    std::vector<LayerState> &states = workspace.layers;
    outputErrors(network, cost, labels, states.back()); // BP1
    for (int l = network.layerCount(); l >= 1; --l) {
        const auto i = static_cast<std::size_t>(l - 1);
        const LayerInput input
            = l == 1 ? LayerInput{&batch, nullptr} : LayerInput{nullptr, &states[i - 1].output()};
        network.layer(l).accumulateGradient(input, states[i],
                                            gradient.data() + network.offset(l)); // BP3, BP4
        if (l == 1)
            break;
        // delta^{l-1} = (W^l)^T delta^l (.) sigma'(z^{l-1})   (BP2)
        LayerState &before = states[i - 1];
        network.layer(l).propagateError(network.numbers(l), states[i], before);
        if (before.mask.size() != 0)
            before.error.array() *= before.mask.array(); // what dropout left out had no part in C
        network.layer(l - 1).multiplyByDerivative(network.numbers(l - 1), before);
    }
    return result;
}

BatchResult judge(const Network &network, const Cost &cost, std::span<const std::uint8_t> labels,
                  const Workspace &workspace)
{
    const LayerState &output = workspace.layers.back();
    const int outputs = network.outputSize();
    BatchResult result;
    for (Eigen::Index j = 0; j < output.activation.cols(); ++j) {
        const Scalar *a = output.activation.col(j).data();
        const int label = labels[static_cast<std::size_t>(j)];
        result.costSum += cost.value(output.weightedInput.col(j).data(), a, outputs,
                                     {label, network.outputCode()});
        result.correct += answer(a, outputs, network.outputCode()) == label ? 1 : 0;
    }
    return result;
}

int answer(const Scalar *outputs, int count, OutputCode code)
{
    if (code == OutputCode::OneHot)
        return static_cast<int>(std::max_element(outputs, outputs + count) - outputs);
    const std::vector<float> values(outputs, outputs + count);
    const auto scores = digitScores(code, values);
    return static_cast<int>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

void learningSpeeds(const Network &network, const AlignedBuffer<Scalar> &gradient, int examples,
                    std::span<double> speeds)
{
    assert(speeds.size() == static_cast<std::size_t>(network.layerCount()));
    for (int l = 1; l <= network.layerCount(); ++l) {
        const Layer &layer = network.layer(l);
        const Scalar *b = gradient.data() + network.offset(l) + layer.weightCount();
        double sum = 0.0;
        for (int k = 0; k < layer.biasCount(); ++k)
            sum += static_cast<double>(b[k]) * static_cast<double>(b[k]);
        speeds[static_cast<std::size_t>(l - 1)] = std::sqrt(sum) / examples;
    }
}

} // namespace nabla::inline NABLA_PRECISION
