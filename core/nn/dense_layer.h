// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/layer.h"

namespace nabla::inline NABLA_PRECISION {

/// A fully connected layer: z = W a_in + b, a = f(z). Parameters: the weights as [input][output
/// padded to the vector width], then the padded biases; the padding is zero and stays zero.
class DenseLayer final : public Layer
{
public:
    DenseLayer(int inputSize, int outputSize, const Activation &activation);

    [[nodiscard]] int inputSize() const override { return m_inputSize; }
    [[nodiscard]] int outputSize() const override { return m_outputSize; }
    [[nodiscard]] int stride() const override { return m_stride; }
    [[nodiscard]] std::size_t parameterCount() const override;
    [[nodiscard]] std::size_t weightCount() const override;
    [[nodiscard]] const Activation &activation() const override { return m_activation; }

    void initialize(Scalar *parameters, const Initializer &initializer,
                    RandomStream &stream) const override;
    void forward(const Scalar *parameters, const LayerInput &input,
                 LayerState &state) const override;
    void accumulateGradient(const LayerInput &input, const LayerState &state,
                            Scalar *gradient) const override;
    void propagateError(const Scalar *parameters, const LayerState &state,
                        LayerState &before) const override;
    void multiplyByDerivative(LayerState &state) const override;
    bool addToDigest(const Scalar *parameters, Digest &digest,
                     const std::function<bool()> &abandon) const override;

    /// Views of a parameter block: weights as stride x inputs (column = the weights that leave one
    /// input), biases as stride.
    using WeightView = Eigen::Map<Matrix, Eigen::Aligned64>;
    using ConstWeightView = Eigen::Map<const Matrix, Eigen::Aligned64>;
    using BiasView = Eigen::Map<Vector, Eigen::Aligned64>;
    using ConstBiasView = Eigen::Map<const Vector, Eigen::Aligned64>;
    [[nodiscard]] WeightView weights(Scalar *parameters) const;
    [[nodiscard]] ConstWeightView weights(const Scalar *parameters) const;
    [[nodiscard]] BiasView biases(Scalar *parameters) const;
    [[nodiscard]] ConstBiasView biases(const Scalar *parameters) const;

private:
    int m_inputSize;
    int m_outputSize;
    int m_stride;
    const Activation &m_activation;
};

} // namespace nabla::inline NABLA_PRECISION
