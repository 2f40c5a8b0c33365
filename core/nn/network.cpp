// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/network.h"

#include "core/math/digest.h"
#include "core/math/random_stream.h"
#include "core/nn/activation.h"
#include "core/nn/batch_normalized_layer.h"
#include "core/nn/dense_layer.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <stdexcept>
#include <utility>

namespace nabla::inline NABLA_PRECISION {

namespace {

std::vector<std::shared_ptr<const Layer>> makeLayers(const Architecture &architecture,
                                                     const Kernels &kernels)
{
    const std::vector<int> &sizes = architecture.layers;
    if (sizes.size() < 2)
        throw std::invalid_argument("a network needs an input and an output layer");
    if (architecture.activations.empty())
        throw std::invalid_argument("a network needs an activation");
    for (const std::string &name : architecture.activations)
        (void)findActivation(name); // also of one that no layer takes
    std::vector<std::shared_ptr<const Layer>> layers;
    for (std::size_t l = 1; l < sizes.size(); ++l) {
        if (sizes[l - 1] < 1 || sizes[l] < 1)
            throw std::invalid_argument("layer " + std::to_string(l) + " has no neurons");
        const Activation &activation = findActivation(architecture.activation(l));
        const bool isOutput = l + 1 == sizes.size();
        if (activation.isOfWholeExample && !isOutput)
            throw std::invalid_argument(std::string(activation.id) + " is for the outputs, not for "
                                        + "hidden layer " + std::to_string(l));
        if (architecture.batchNormalization && !isOutput)
            layers.push_back(std::make_shared<const BatchNormalizedLayer>(sizes[l - 1], sizes[l],
                                                                          activation, kernels));
        else
            layers.push_back(
                std::make_shared<const DenseLayer>(sizes[l - 1], sizes[l], activation, kernels));
    }
    return layers;
}

} // namespace

Network::Network(const Architecture &architecture, const Kernels &kernels)
    : Network(makeLayers(architecture, kernels), architecture.outputCode, kernels)
{
}

Network::Network(const std::vector<int> &layerSizes, const std::string &hiddenActivation)
    : Network(Architecture{layerSizes, {hiddenActivation, "sigmoid"}})
{
}

Network::Network(std::vector<std::shared_ptr<const Layer>> layers, OutputCode outputCode,
                 const Kernels &kernels)
    : m_layers(std::move(layers))
    , m_outputCode(outputCode)
    , m_kernels(&kernels)
{
    if (m_layers.empty())
        throw std::invalid_argument("a network needs a layer");
    m_layerSizes.push_back(m_layers.front()->inputSize());
    std::size_t offset = 0;
    std::size_t statisticsOffset = 0;
    for (const auto &layer : m_layers) {
        if (layer->inputSize() != m_layerSizes.back())
            throw std::invalid_argument("layer " + std::to_string(m_offsets.size() + 1) + " takes "
                                        + std::to_string(layer->inputSize()) + " inputs, not "
                                        + std::to_string(m_layerSizes.back()));
        m_layerSizes.push_back(layer->outputSize());
        m_offsets.push_back(offset);
        m_statisticsOffsets.push_back(statisticsOffset);
        offset += layer->parameterCount();
        statisticsOffset += layer->statisticsCount();
    }
    m_buffer = AlignedBuffer<Scalar>(offset);
    m_statistics = AlignedBuffer<Scalar>(statisticsOffset);
}

void Network::initialize(const Initializer &initializer, RandomStream &stream)
{
    for (int l = 1; l <= layerCount(); ++l)
        layer(l).initialize(parameters(l),
                            m_statistics.data()
                                + m_statisticsOffsets[static_cast<std::size_t>(l - 1)],
                            initializer, stream);
}

Eigen::Ref<const Matrix> Network::forward(const InputBatch &batch, Workspace &workspace,
                                          Phase phase) const
{
    workspace.layers.resize(m_layers.size());
    for (std::size_t l = 0; l < m_layers.size(); ++l) {
        LayerState &state = workspace.layers[l];
        state.resize(m_layers[l]->stride(), batch.size());
        const LayerInput input = l == 0 ? LayerInput{&batch, nullptr}
                                        : LayerInput{nullptr, &workspace.layers[l - 1].output()};
        m_layers[l]->forward(numbers(static_cast<int>(l) + 1), input, state, phase);
        if (state.mask.size() == 0)
            continue;
        if (state.mask.cols() != batch.size())
            throw std::invalid_argument("a dropout mask for " + std::to_string(state.mask.cols())
                                        + " examples, not " + std::to_string(batch.size()));
        state.dropped = state.activation.cwiseProduct(state.mask);
    }
    return workspace.layers.back().activation.topRows(outputSize());
}

void Network::gatherStatistics(const Workspace &workspace)
{
    for (std::size_t l = 0; l < m_layers.size(); ++l)
        m_layers[l]->gatherStatistics(workspace.layers[l],
                                      m_statistics.data() + m_statisticsOffsets[l]);
}

bool Network::canDescend() const
{
    return std::all_of(m_layers.begin(), m_layers.end(),
                       [](const auto &layer) { return layer->canDescend(); });
}

void Network::descendWeights(const InputBatch &batch, const Workspace &workspace, double kept,
                             double rate)
{
    for (int l = layerCount(); l > 1; --l) {
        const LayerInput input{nullptr,
                               &workspace.layers[static_cast<std::size_t>(l - 2)].output()};
        layer(l).descendWeights(input, workspace.layers[static_cast<std::size_t>(l - 1)], kept,
                                -rate, parameters(l));
    }
    // With W = s V: s' = kept s, V' = V - rate/s' dC/dW; the inputs of the pass carry s.
    const double before = m_weightScale;
    m_weightScale *= kept;
    constexpr double smallest = 0.5; // V must not outgrow W
    if (m_weightScale < smallest || m_weightScale > 1.0 / smallest)
        foldWeightScale();
    layer(1).descendWeights({&batch, nullptr}, workspace.layers.front(), 1.0,
                            -rate / (m_weightScale * before), parameters(1));
}

void Network::foldWeightScale()
{
    Scalar *w = parameters(1);
    for (std::size_t i = 0; i < layer(1).weightCount(); ++i)
        w[i] *= static_cast<Scalar>(m_weightScale);
    m_weightScale = 1.0;
}

Network Network::settled() const
{
    Network copy = *this;
    if (copy.m_weightScale != 1.0)
        copy.foldWeightScale();
    return copy;
}

void Network::setNumbers(const Network &other)
{
    if (other.m_layerSizes != m_layerSizes || other.m_buffer.size() != m_buffer.size()
        || other.m_statistics.size() != m_statistics.size())
        throw std::invalid_argument("the network has another shape");
    m_buffer = other.m_buffer;
    m_statistics = other.m_statistics;
    m_weightScale = other.m_weightScale;
}

LayerNumbers Network::numbers(int l) const
{
    return {parameters(l),
            m_statistics.data() + m_statisticsOffsets[static_cast<std::size_t>(l - 1)],
            l == 1 ? static_cast<Scalar>(m_weightScale) : Scalar(1)};
}

const Scalar *Network::block(int l, const LayerTensor &tensor) const
{
    const LayerNumbers all = numbers(l);
    return (tensor.isStatistic ? all.statistics : all.parameters) + tensor.offset;
}

std::vector<Scalar> Network::tensor(int l, const LayerTensor &tensor) const
{
    assert(m_weightScale == 1.0);
    const Scalar *from = block(l, tensor);
    std::vector<Scalar> values;
    const int columns = std::max(tensor.columns, 1);
    values.reserve(static_cast<std::size_t>(tensor.rows) * static_cast<std::size_t>(columns));
    for (std::size_t row = 0; row < static_cast<std::size_t>(tensor.rows); ++row) {
        for (std::size_t column = 0; column < static_cast<std::size_t>(columns); ++column)
            values.push_back(from[row * tensor.rowStep + column * tensor.columnStep]);
    }
    return values;
}

void Network::setTensor(int l, const LayerTensor &tensor, std::span<const Scalar> values)
{
    const auto columns = static_cast<std::size_t>(std::max(tensor.columns, 1));
    if (values.size() != static_cast<std::size_t>(tensor.rows) * columns)
        throw std::invalid_argument("layer " + std::to_string(l) + " takes "
                                    + std::to_string(tensor.rows) + " x " + std::to_string(columns)
                                    + " " + tensor.name + ", not " + std::to_string(values.size()));
    auto *to = const_cast<Scalar *>(block(l, tensor)); // this network is not const
    for (std::size_t i = 0; i < values.size(); ++i)
        to[i / columns * tensor.rowStep + i % columns * tensor.columnStep] = values[i];
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
    assert(m_weightScale == 1.0);
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
    assert(m_weightScale == 1.0);
    double sum = 0.0;
    for (int l = 1; l <= layerCount(); ++l)
        sum += m_kernels->squaredNorm(parameters(l), layer(l).weightCount());
    return sum;
}

double Network::absoluteWeightNorm() const
{
    assert(m_weightScale == 1.0);
    double sum = 0.0;
    for (int l = 1; l <= layerCount(); ++l) {
        const Scalar *w = parameters(l);
        for (std::size_t i = 0; i < layer(l).weightCount(); ++i)
            sum += std::fabs(static_cast<double>(w[i]));
    }
    return sum;
}

std::uint64_t Network::digest() const
{
    return *digestUnless({});
}

std::optional<std::uint64_t> Network::digestUnless(const std::function<bool()> &abandon) const
{
    assert(m_weightScale == 1.0);
    Digest digest;
    for (int l = 1; l <= layerCount(); ++l) {
        for (const LayerTensor &tensor : layer(l).tensors()) {
            const Scalar *from = block(l, tensor);
            for (int row = 0; row < tensor.rows; ++row) {
                if (abandon && abandon())
                    return std::nullopt;
                const Scalar *of = from + static_cast<std::size_t>(row) * tensor.rowStep;
                for (int column = 0; column < std::max(tensor.columns, 1); ++column)
                    digest.add(static_cast<float>(
                        of[static_cast<std::size_t>(column) * tensor.columnStep]));
            }
        }
    }
    return digest.value();
}

void drawDropoutMasks(const Network &network, double probability, Eigen::Index examples,
                      RandomStream &stream, Workspace &workspace)
{
    workspace.layers.resize(static_cast<std::size_t>(network.layerCount()));
    const auto kept = static_cast<Scalar>(1.0 / (1.0 - probability));
    for (int l = 1; l < network.layerCount(); ++l) {
        Matrix &mask = workspace.layers[static_cast<std::size_t>(l - 1)].mask;
        if (probability <= 0.0) {
            mask.resize(0, 0);
            continue;
        }
        mask.setZero(network.layer(l).stride(), examples);
        for (Eigen::Index j = 0; j < examples; ++j) {
            for (int k = 0; k < network.layer(l).outputSize(); ++k)
                mask(k, j) = stream.uniform() < probability ? Scalar(0) : kept;
        }
    }
}

} // namespace nabla::inline NABLA_PRECISION
