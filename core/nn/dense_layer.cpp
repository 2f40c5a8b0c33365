// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/dense_layer.h"

#include "core/math/random_stream.h"
#include "core/nn/activation.h"
#include "core/nn/initializer.h"

#include <cmath>
#include <utility>

namespace nabla::inline NABLA_PRECISION {

void LayerState::resize(Eigen::Index stride, Eigen::Index examples)
{
    weightedInput.resize(stride, examples);
    activation.resize(stride, examples);
    error.resize(stride, examples);
}

DenseLayer::DenseLayer(int inputSize, int outputSize, const Activation &activation,
                       const Kernels &kernels)
    : m_inputSize(inputSize)
    , m_outputSize(outputSize)
    , m_stride(paddedSize(outputSize))
    , m_activation(activation)
    , m_kernels(kernels)
{
}

std::size_t DenseLayer::weightCount() const
{
    return static_cast<std::size_t>(m_inputSize) * static_cast<std::size_t>(m_stride);
}

std::size_t DenseLayer::parameterCount() const
{
    return weightCount() + static_cast<std::size_t>(m_stride);
}

std::vector<LayerTensor> DenseLayer::tensors() const
{
    return {{"weights", m_outputSize, m_inputSize, false, 0, 1, static_cast<std::size_t>(m_stride)},
            vectorTensor("biases", weightCount())};
}

LayerTensor DenseLayer::vectorTensor(const char *name, std::size_t offset) const
{
    return {name, m_outputSize, 0, false, offset, 1, 0};
}

DenseLayer::WeightView DenseLayer::weights(Scalar *parameters) const
{
    return {parameters, m_stride, m_inputSize};
}

DenseLayer::ConstWeightView DenseLayer::weights(const Scalar *parameters) const
{
    return {parameters, m_stride, m_inputSize};
}

DenseLayer::VectorView DenseLayer::biases(Scalar *parameters) const
{
    return {parameters + weightCount(), m_stride};
}

DenseLayer::ConstVectorView DenseLayer::biases(const Scalar *parameters) const
{
    return {parameters + weightCount(), m_stride};
}

void DenseLayer::initialize(Scalar *parameters, Scalar *, const Initializer &initializer,
                            RandomStream &stream) const
{
    const double deviation = initializer.weightDeviation(m_inputSize, m_outputSize);
    auto W = weights(parameters);
    auto b = biases(parameters);
    W.setZero();
    b.setZero();
    for (int k = 0; k < m_outputSize; ++k) {
        for (int i = 0; i < m_inputSize; ++i)
            W(k, i) = static_cast<Scalar>(deviation * stream.normal());
    }
    for (int k = 0; k < m_outputSize; ++k)
        b(k) = static_cast<Scalar>(initializer.biasDeviation * stream.normal());
}

void DenseLayer::weigh(const LayerNumbers &numbers, const Scalar *offset, const LayerInput &input,
                       LayerState &state, Matrix &result) const
{
    if (input.batch) {
        m_kernels.decode(input.batch->rows(), input.batch->upcoming(), m_stride,
                         numbers.weightScale, state.inputs);
        m_kernels.weighSparseInputs(state.inputs, numbers.parameters, offset, m_stride,
                                    result.data());
    } else {
        m_kernels.weighInputs(blockOf(*input.activation), m_inputSize, numbers.parameters, offset,
                              blockOf(result));
    }
}

void DenseLayer::activate(LayerState &state) const
{
    m_activation.apply(m_kernels, blockOf(std::as_const(state.weightedInput)), m_outputSize,
                       blockOf(state.activation));
}

void DenseLayer::forward(const LayerNumbers &numbers, const LayerInput &input, LayerState &state,
                         Phase phase) const
{
    state.phase = phase;
    weigh(numbers, biases(numbers.parameters).data(), input, state, state.weightedInput);
    activate(state);
}

void DenseLayer::multiplyByDerivative(const LayerNumbers &, LayerState &state) const
{
    m_activation.multiplyByDerivative(m_kernels, blockOf(std::as_const(state.activation)),
                                      m_outputSize, blockOf(state.error));
}

void DenseLayer::accumulateBiasGradient(const LayerState &state, Scalar *gradient) const
{
    // dC/db = delta   (BP3)
    m_kernels.addColumns(blockOf(state.error), gradient + weightCount());
}

void DenseLayer::accumulateWeightGradient(const LayerInput &input, const LayerState &state,
                                          Scalar *gradient) const
{
    descendWeights(input, state, 1.0, 1.0, gradient);
}

void DenseLayer::descendWeights(const LayerInput &input, const LayerState &state, double kept,
                                double factor, Scalar *parameters) const
{
    // dC/dw_jk = a_k delta_j   (BP4), summed over the examples
    const Matrix &delta = productError(state);
    if (input.batch)
        m_kernels.addSparseProducts(state.inputs, static_cast<Scalar>(factor), delta.data(),
                                    m_stride, parameters);
    else
        m_kernels.addProducts(blockOf(*input.activation), m_inputSize, blockOf(delta),
                              static_cast<Scalar>(kept), static_cast<Scalar>(factor), parameters);
}

void DenseLayer::propagateError(const LayerNumbers &numbers, const LayerState &state,
                                LayerState &before) const
{
    // (W^{l+1})^T delta^{l+1}: the first half of BP2
    m_kernels.propagate(blockOf(productError(state)), m_inputSize, numbers.parameters,
                        blockOf(before.error));
}

void DenseLayer::limitWeightNorm(Scalar *parameters, double norm) const
{
    auto W = weights(parameters);
    const Eigen::VectorXd squared = W.template cast<double>().rowwise().squaredNorm();
    for (int k = 0; k < m_outputSize; ++k) {
        if (squared(k) > norm * norm)
            W.row(k) *= static_cast<Scalar>(norm / std::sqrt(squared(k)));
    }
}

} // namespace nabla::inline NABLA_PRECISION
