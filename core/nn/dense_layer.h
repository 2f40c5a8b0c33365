// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/layer.h"

namespace nabla::inline NABLA_PRECISION {

/// A fully connected layer: z = W a_in + b, a = f(z). Parameters: the weights as [input][output
/// padded to the vector width], then the padded biases; the padding is zero and stays zero.
class DenseLayer : public Layer
{
public:
    DenseLayer(int inputSize, int outputSize, const Activation &activation,
               const Kernels &kernels = bestKernels());

    [[nodiscard]] int inputSize() const final { return m_inputSize; }
    [[nodiscard]] int outputSize() const final { return m_outputSize; }
    [[nodiscard]] int stride() const final { return m_stride; }
    [[nodiscard]] std::size_t parameterCount() const override;
    [[nodiscard]] std::size_t weightCount() const final;
    [[nodiscard]] const Activation &activation() const final { return m_activation; }
    [[nodiscard]] std::vector<LayerTensor> tensors() const override;

    void initialize(Scalar *parameters, Scalar *statistics, const Initializer &initializer,
                    RandomStream &stream) const override;
    void forward(const LayerNumbers &numbers, const LayerInput &input, LayerState &state,
                 Phase phase) const override;
    void multiplyByDerivative(const LayerNumbers &numbers, LayerState &state) const override;
    void accumulateBiasGradient(const LayerState &state, Scalar *gradient) const override;
    void accumulateWeightGradient(const LayerInput &input, const LayerState &state,
                                  Scalar *gradient) const final;
    [[nodiscard]] bool canDescend() const final { return true; }
    void descendWeights(const LayerInput &input, const LayerState &state, double kept,
                        double factor, Scalar *parameters) const final;
    void propagateError(const LayerNumbers &numbers, const LayerState &state,
                        LayerState &before) const final;
    void limitWeightNorm(Scalar *parameters, double norm) const final;

    /// Views of a parameter block: weights as stride x inputs (column = the weights that leave one
    /// input), biases as stride.
    using WeightView = Eigen::Map<Matrix, Eigen::Aligned64>;
    using ConstWeightView = Eigen::Map<const Matrix, Eigen::Aligned64>;
    using VectorView = Eigen::Map<Vector, Eigen::Aligned64>;
    using ConstVectorView = Eigen::Map<const Vector, Eigen::Aligned64>;
    [[nodiscard]] WeightView weights(Scalar *parameters) const;
    [[nodiscard]] ConstWeightView weights(const Scalar *parameters) const;
    [[nodiscard]] VectorView biases(Scalar *parameters) const;
    [[nodiscard]] ConstVectorView biases(const Scalar *parameters) const;

protected:
    /// W a_in + offset, stride numbers; the inputs of a layer that is fed the examples go into the
    /// state.
    void weigh(const LayerNumbers &numbers, const Scalar *offset, const LayerInput &input,
               LayerState &state, Matrix &result) const;
    /// a = f(z) for every example.
    void activate(LayerState &state) const;
    /// dC/d(W a_in) of the last pass.
    [[nodiscard]] virtual const Matrix &productError(const LayerState &state) const
    {
        return state.error;
    }
    [[nodiscard]] const Kernels &kernels() const { return m_kernels; }
    /// The tensor of a padded vector of outputSize() numbers.
    [[nodiscard]] LayerTensor vectorTensor(const char *name, std::size_t offset) const;

private:
    int m_inputSize;
    int m_outputSize;
    int m_stride;
    const Activation &m_activation;
    const Kernels &m_kernels;
};

} // namespace nabla::inline NABLA_PRECISION
