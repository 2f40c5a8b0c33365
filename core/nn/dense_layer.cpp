// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/dense_layer.h"

#include "core/kernels/dense_kernels.h"
#include "core/math/digest.h"
#include "core/math/random_stream.h"
#include "core/nn/activation.h"
#include "core/nn/initializer.h"

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

DenseLayer::WeightView DenseLayer::weights(Scalar *parameters) const
{
    return {parameters, m_stride, m_inputSize};
}

DenseLayer::ConstWeightView DenseLayer::weights(const Scalar *parameters) const
{
    return {parameters, m_stride, m_inputSize};
}

DenseLayer::BiasView DenseLayer::biases(Scalar *parameters) const
{
    return {parameters + weightCount(), m_stride};
}

DenseLayer::ConstBiasView DenseLayer::biases(const Scalar *parameters) const
{
    return {parameters + weightCount(), m_stride};
}

void DenseLayer::initialize(Scalar *parameters, const Initializer &initializer,
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

void DenseLayer::forward(const Scalar *parameters, const LayerInput &input, LayerState &state) const
{
    const auto b = biases(parameters);
    Matrix &z = state.weightedInput;
    if (input.batch) {
        sparseWeightedInput(input.batch->rows(), parameters, b.data(), m_stride, z.data());
    } else {
        z.noalias() = weights(parameters) * input.activation->topRows(m_inputSize);
        z.colwise() += b;
    }
    m_activation.apply(z.data(), state.activation.data(), z.size());
}

void DenseLayer::accumulateGradient(const LayerInput &input, const LayerState &state,
                                    Scalar *gradient) const
{
    const Matrix &delta = state.error;
    // dC/db = delta   (BP3)
    biases(gradient) += delta.rowwise().sum();
    // dC/dw_jk = a_k delta_j   (BP4)
    if (input.batch)
        accumulateSparseGradient(input.batch->rows(), delta.data(), m_stride, gradient);
    else
        weights(gradient).noalias() += delta * input.activation->topRows(m_inputSize).transpose();
}

void DenseLayer::propagateError(const Scalar *parameters, const LayerState &state,
                                LayerState &before) const
{
    // (W^{l+1})^T delta^{l+1}: the first half of BP2; the rows beyond are padding and stay zero.
    before.error.bottomRows(before.error.rows() - m_inputSize).setZero();
    before.error.topRows(m_inputSize).noalias() = weights(parameters).transpose() * state.error;
}

void DenseLayer::multiplyByDerivative(LayerState &state) const
{
    m_activation.multiplyByDerivative(state.activation.data(), state.error.data(),
                                      state.error.size());
}

bool DenseLayer::addToDigest(const Scalar *parameters, Digest &digest,
                             const std::function<bool()> &abandon) const
{
    const auto W = weights(parameters);
    const auto b = biases(parameters);
    for (int k = 0; k < m_outputSize; ++k) {
        if (abandon && abandon())
            return false;
        for (int i = 0; i < m_inputSize; ++i)
            digest.add(static_cast<float>(W(k, i)));
    }
    for (int k = 0; k < m_outputSize; ++k)
        digest.add(static_cast<float>(b(k)));
    return true;
}

} // namespace nabla::inline NABLA_PRECISION
