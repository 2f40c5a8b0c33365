// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/aligned_buffer.h"
#include "core/nn/dense_layer.h"

namespace nabla::inline NABLA_PRECISION {

/// A fully connected layer with batch normalisation before its activation (Ioffe & Szegedy 2015):
/// x = W a_in, x-hat = (x - mean) / sqrt(variance + epsilon), z = scale (.) x-hat + b, a = f(z).
/// While it learns, mean and variance are the mini-batch's; when it reads, running averages of
/// them. Parameters: padded weights, biases (the paper's beta), scale (gamma). Statistics: running
/// mean, running variance, and how many mini-batches they have seen, all padded.
class BatchNormalizedLayer final : public DenseLayer
{
public:
    BatchNormalizedLayer(int inputSize, int outputSize, const Activation &activation,
                         const Kernels &kernels = bestKernels());

    [[nodiscard]] std::size_t parameterCount() const override;
    [[nodiscard]] std::size_t statisticsCount() const override;
    [[nodiscard]] std::vector<LayerTensor> tensors() const override;

    /// Scale 1; running mean 0 and variance 1.
    void initialize(Scalar *parameters, Scalar *statistics, const Initializer &initializer,
                    RandomStream &stream) const override;
    void forward(const LayerNumbers &numbers, const LayerInput &input, LayerState &state,
                 Phase phase) const override;
    /// Also leaves dC/dx in state.normalization.error.
    void multiplyByDerivative(const LayerNumbers &numbers, LayerState &state) const override;
    void accumulateBiasGradient(const LayerState &state, Scalar *gradient) const override;
    /// A running average over about ten mini-batches; over all of them while there are fewer.
    void gatherStatistics(const LayerState &state, Scalar *statistics) const override;

    static constexpr double epsilon = 1e-5; ///< added to the variance

protected:
    [[nodiscard]] const Matrix &productError(const LayerState &state) const override
    {
        return state.normalization.error;
    }

private:
    [[nodiscard]] ConstVectorView scale(const Scalar *parameters) const;
    [[nodiscard]] std::size_t scaleOffset() const { return DenseLayer::parameterCount(); }

    AlignedBuffer<Scalar> m_zeros; ///< the biases of W a_in: the shift comes after
};

} // namespace nabla::inline NABLA_PRECISION
