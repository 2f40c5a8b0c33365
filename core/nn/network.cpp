// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/network.h"

#include "core/math/digest.h"
#include "core/nn/activation.h"
#include "core/nn/dense_layer.h"

#include <stdexcept>

namespace nabla::inline NABLA_PRECISION {

Network::Network(const std::vector<int> &layerSizes, const std::string &hiddenActivation)
    : m_layerSizes(layerSizes)
    , m_hiddenActivation(hiddenActivation)
{
    if (layerSizes.size() < 2)
        throw std::invalid_argument("a network needs an input and an output layer");
    const Activation &hidden = findActivation(hiddenActivation);
    std::size_t offset = 0;
    for (std::size_t l = 1; l < layerSizes.size(); ++l) {
        if (layerSizes[l - 1] < 1 || layerSizes[l] < 1)
            throw std::invalid_argument("layer " + std::to_string(l) + " has no neurons");
        const bool isOutput = l + 1 == layerSizes.size();
        const Activation &activation = isOutput ? findActivation("sigmoid") : hidden;
        m_layers.push_back(
            std::make_shared<const DenseLayer>(layerSizes[l - 1], layerSizes[l], activation));
        m_offsets.push_back(offset);
        offset += m_layers.back()->parameterCount();
    }
    m_buffer = AlignedBuffer<Scalar>(offset);
}

void Network::initialize(const Initializer &initializer, RandomStream &stream)
{
    for (int l = 1; l <= layerCount(); ++l)
        layer(l).initialize(parameters(l), initializer, stream);
}

Eigen::Ref<const Matrix> Network::forward(const InputBatch &batch, Workspace &workspace) const
{
    workspace.layers.resize(m_layers.size());
    for (std::size_t l = 0; l < m_layers.size(); ++l) {
        LayerState &state = workspace.layers[l];
        state.resize(m_layers[l]->stride(), batch.size());
        const LayerInput input = l == 0 ? LayerInput{&batch, nullptr}
                                        : LayerInput{nullptr, &workspace.layers[l - 1].activation};
        m_layers[l]->forward(parameters(static_cast<int>(l) + 1), input, state);
    }
    return workspace.layers.back().activation.topRows(outputSize());
}

const Scalar *Network::parameters(int l) const
{
    return m_buffer.data() + offset(l);
}

Scalar *Network::parameters(int l)
{
    return m_buffer.data() + offset(l);
}

Matrix Network::weights(int l) const
{
    const Layer &of = layer(l);
    return Eigen::Map<const Matrix>(parameters(l), of.stride(), of.inputSize())
        .topRows(of.outputSize());
}

Vector Network::biases(int l) const
{
    return Eigen::Map<const Vector>(parameters(l) + layer(l).weightCount(), layer(l).outputSize());
}

void Network::setWeights(int l, const Matrix &weights)
{
    const Layer &of = layer(l);
    if (weights.rows() != of.outputSize() || weights.cols() != of.inputSize())
        throw std::invalid_argument(
            "layer " + std::to_string(l) + " takes weights of " + std::to_string(of.outputSize())
            + " x " + std::to_string(of.inputSize()) + ", not " + std::to_string(weights.rows())
            + " x " + std::to_string(weights.cols()));
    Eigen::Map<Matrix>(parameters(l), of.stride(), of.inputSize()).topRows(of.outputSize())
        = weights;
}

void Network::setBiases(int l, const Vector &biases)
{
    const Layer &of = layer(l);
    if (biases.size() != of.outputSize())
        throw std::invalid_argument("layer " + std::to_string(l) + " takes "
                                    + std::to_string(of.outputSize()) + " biases, not "
                                    + std::to_string(biases.size()));
    Eigen::Map<Vector>(parameters(l) + of.weightCount(), of.outputSize()) = biases;
}

double Network::squaredWeightNorm() const
{
    double sum = 0.0;
    for (int l = 1; l <= layerCount(); ++l) {
        const Scalar *w = parameters(l);
        for (std::size_t i = 0; i < layer(l).weightCount(); ++i)
            sum += static_cast<double>(w[i]) * static_cast<double>(w[i]);
    }
    return sum;
}

std::uint64_t Network::digest() const
{
    return *digestUnless({});
}

std::optional<std::uint64_t> Network::digestUnless(const std::function<bool()> &abandon) const
{
    Digest digest;
    for (int l = 1; l <= layerCount(); ++l) {
        if (!layer(l).addToDigest(parameters(l), digest, abandon))
            return std::nullopt;
    }
    return digest.value();
}

} // namespace nabla::inline NABLA_PRECISION
