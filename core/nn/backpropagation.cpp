// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/backpropagation.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <stdexcept>

namespace nabla::inline NABLA_PRECISION {

namespace {

LayerInput inputOf(int l, const InputBatch &batch, const Workspace &workspace)
{
    if (l == 1)
        return {&batch, nullptr};
    return {nullptr, &workspace.layers[static_cast<std::size_t>(l - 2)].output()};
}

/// The outputs that forward() left in the workspace, beside the targets of these labels.
Outputs outputsOf(const Network &network, std::span<const std::uint8_t> labels,
                  Workspace &workspace)
{
    const LayerState &last = workspace.layers.back();
    const int count = network.outputSize();
    Matrix &y = workspace.target;
    y.resize(last.activation.rows(), last.activation.cols());
    y.setZero();
    for (Eigen::Index j = 0; j < y.cols(); ++j) {
        const int label = labels[static_cast<std::size_t>(j)];
        if (network.outputCode() == OutputCode::OneHot) {
            y(label, j) = 1;
            continue;
        }
        for (int k = 0; k < count; ++k)
            y(k, j) = isTarget(network.outputCode(), k, label) ? Scalar(1) : Scalar(0);
    }
    return {blockOf(last.weightedInput), blockOf(last.activation), y.data(), count};
}

BatchResult judge(const Network &network, const Cost &cost, std::span<const std::uint8_t> labels,
                  const Outputs &outputs)
{
    BatchResult result{cost.value(network.kernels(), outputs), 0};
    const Scalar *a = outputs.activation.data;
    for (std::size_t j = 0; j < labels.size(); ++j, a += outputs.activation.stride)
        result.correct += answer(a, outputs.count, network.outputCode()) == labels[j] ? 1 : 0;
    return result;
}

} // namespace

BatchResult backpropagate(const Network &network, const Cost &cost, const InputBatch &batch,
                          std::span<const std::uint8_t> labels, Workspace &workspace,
                          AlignedBuffer<Scalar> &gradient, Phase phase)
{
    const BatchResult result
        = backpropagateErrors(network, cost, batch, labels, workspace, gradient, phase);
    accumulateWeightGradients(network, batch, workspace, gradient);
    return result;
}

BatchResult backpropagateErrors(const Network &network, const Cost &cost, const InputBatch &batch,
                                std::span<const std::uint8_t> labels, Workspace &workspace,
                                AlignedBuffer<Scalar> &gradient, Phase phase)
{
    if (labels.size() != static_cast<std::size_t>(batch.size()))
        throw std::invalid_argument("backpropagate: " + std::to_string(batch.size()) + " examples, "
                                    + std::to_string(labels.size()) + " labels");
    network.forward(batch, workspace, phase);
    const Outputs outputs = outputsOf(network, labels, workspace);
    const BatchResult result = judge(network, cost, labels, outputs);

    std::vector<LayerState> &states = workspace.layers;
    cost.outputError(network.kernels(), outputs, network.layer(network.layerCount()).activation(),
                     states.back().error.data()); // BP1
    for (int l = network.layerCount(); l >= 1; --l) {
        const auto i = static_cast<std::size_t>(l - 1);
        network.layer(l).accumulateBiasGradient(states[i],
                                                gradient.data() + network.offset(l)); // BP3
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

void accumulateWeightGradients(const Network &network, const InputBatch &batch,
                               const Workspace &workspace, AlignedBuffer<Scalar> &gradient)
{
    for (int l = network.layerCount(); l >= 1; --l)
        network.layer(l).accumulateWeightGradient(inputOf(l, batch, workspace),
                                                  workspace.layers[static_cast<std::size_t>(l - 1)],
                                                  gradient.data() + network.offset(l)); // BP4
}

BatchResult judge(const Network &network, const Cost &cost, std::span<const std::uint8_t> labels,
                  Workspace &workspace)
{
    return judge(network, cost, labels, outputsOf(network, labels, workspace));
}

int answer(const Scalar *outputs, int count, OutputCode code)
{
    if (code == OutputCode::OneHot) {
        // Without branches: which output is the largest cannot be predicted.
        int best = 0;
        Scalar largest = outputs[0];
        for (int k = 1; k < count; ++k) {
            const bool isLarger = outputs[k] > largest;
            best = isLarger ? k : best;
            largest = isLarger ? outputs[k] : largest;
        }
        return best;
    }
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
        const auto size = static_cast<std::size_t>(paddedSize(layer.biasCount())); // padding is 0
        speeds[static_cast<std::size_t>(l - 1)]
            = std::sqrt(network.kernels().squaredNorm(b, size)) / examples;
    }
}

} // namespace nabla::inline NABLA_PRECISION
