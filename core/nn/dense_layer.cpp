// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/dense_layer.h"

#include "core/kernels/dense_kernels.h"
#include "core/math/random_stream.h"
#include "core/nn/activation.h"
#include "core/nn/initializer.h"

#include <cmath>

namespace nabla::inline NABLA_PRECISION {

void LayerState::resize(Eigen::Index stride, Eigen::Index examples)
{
    weightedInput.resize(stride, examples);
    activation.resize(stride, examples);
    error.resize(stride, examples);
}

DenseLayer::DenseLayer(int inputSize, int outputSize, const Activation &activation)
    : m_inputSize(inputSize)
    , m_outputSize(outputSize)
    , m_stride(paddedSize(outputSize))
    , m_activation(activation)
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

void DenseLayer::weigh(const Scalar *parameters, const Scalar *offset, const LayerInput &input,
                       Matrix &result) const
{
    if (input.batch) {
        sparseWeightedInput(input.batch->rows(), parameters, offset, m_stride, result.data());
    } else {
        result.noalias() = weights(parameters) * input.activation->topRows(m_inputSize);
        result.colwise() += ConstVectorView(offset, m_stride);
    }
}

void DenseLayer::activate(LayerState &state) const
{
    const Matrix &z = state.weightedInput;
    if (!m_activation.isOfWholeExample) {
        m_activation.apply(z.data(), state.activation.data(), z.size());
        return;
    }
    state.activation.setZero();
    for (Eigen::Index j = 0; j < z.cols(); ++j)
        m_activation.apply(z.col(j).data(), state.activation.col(j).data(), m_outputSize);
}

void DenseLayer::forward(const LayerNumbers &numbers, const LayerInput &input, LayerState &state,
                         Phase phase) const
{
    state.phase = phase;
    weigh(numbers.parameters, biases(numbers.parameters).data(), input, state.weightedInput);
    activate(state);
}

void DenseLayer::multiplyByDerivative(const LayerNumbers &, LayerState &state) const
{
    m_activation.multiplyByDerivative(state.activation.data(), state.error.data(),
                                      state.error.size());
}

void DenseLayer::accumulateGradient(const LayerInput &input, const LayerState &state,
                                    Scalar *gradient) const
{
    // dC/db = delta   (BP3)
    biases(gradient) += state.error.rowwise().sum();
    accumulateWeightGradient(input, state.error, gradient);
}

void DenseLayer::accumulateWeightGradient(const LayerInput &input, const Matrix &delta,
                                          Scalar *gradient) const
{
    if (input.batch)
        accumulateSparseGradient(input.batch->rows(), delta.data(), m_stride, gradient);
    else
        weights(gradient).noalias() += delta * input.activation->topRows(m_inputSize).transpose();
}

void DenseLayer::propagateError(const LayerNumbers &numbers, const LayerState &state,
                                LayerState &before) const
{
    propagate(numbers.parameters, state.error, before.error);
}

void DenseLayer::propagate(const Scalar *parameters, const Matrix &delta, Matrix &before) const
{
    before.bottomRows(before.rows() - m_inputSize).setZero(); // padding
    before.topRows(m_inputSize).noalias() = weights(parameters).transpose() * delta;
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
