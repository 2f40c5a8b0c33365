// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/batch_normalized_layer.h"

#include <algorithm>

namespace nabla::inline NABLA_PRECISION {

BatchNormalizedLayer::BatchNormalizedLayer(int inputSize, int outputSize,
                                           const Activation &activation, const Kernels &kernels)
    : DenseLayer(inputSize, outputSize, activation, kernels)
    , m_zeros(static_cast<std::size_t>(stride()))
{
}

std::size_t BatchNormalizedLayer::parameterCount() const
{
    return scaleOffset() + static_cast<std::size_t>(stride());
}

std::size_t BatchNormalizedLayer::statisticsCount() const
{
    return 2 * static_cast<std::size_t>(stride()) + vectorWidth;
}

std::vector<LayerTensor> BatchNormalizedLayer::tensors() const
{
    std::vector<LayerTensor> all = DenseLayer::tensors();
    all.push_back(vectorTensor("scale", scaleOffset()));
    all.push_back(vectorTensor("runningMean", 0));
    all.back().isStatistic = true;
    all.push_back(vectorTensor("runningVariance", static_cast<std::size_t>(stride())));
    all.back().isStatistic = true;
    all.push_back({"miniBatchesSeen", 1, 0, true, 2 * static_cast<std::size_t>(stride()), 1, 0});
    return all;
}

BatchNormalizedLayer::ConstVectorView BatchNormalizedLayer::scale(const Scalar *parameters) const
{
    return {parameters + scaleOffset(), stride()};
}

void BatchNormalizedLayer::initialize(Scalar *parameters, Scalar *statistics,
                                      const Initializer &initializer, RandomStream &stream) const
{
    DenseLayer::initialize(parameters, statistics, initializer, stream);
    VectorView gamma(parameters + scaleOffset(), stride());
    gamma.setZero();
    gamma.head(outputSize()).setOnes();
    std::fill_n(statistics, statisticsCount(), Scalar(0));
    std::fill_n(statistics + stride(), outputSize(), Scalar(1));
}

void BatchNormalizedLayer::forward(const LayerNumbers &numbers, const LayerInput &input,
                                   LayerState &state, Phase phase) const
{
    auto &[normalized, error, mean, variance, deviation] = state.normalization;
    state.phase = phase;
    normalized.resize(stride(), state.weightedInput.cols());
    weigh(numbers, m_zeros.data(), input, state, normalized);
    if (phase == Phase::Training) {
        mean = normalized.rowwise().mean();
        normalized.colwise() -= mean;
        variance = normalized.array().square().rowwise().mean();
    } else {
        mean = ConstVectorView(numbers.statistics, stride());
        normalized.colwise() -= mean;
        variance = ConstVectorView(numbers.statistics + stride(), stride());
    }
    deviation = (variance.array() + static_cast<Scalar>(epsilon)).sqrt();
    normalized.array().colwise() /= deviation.array();
    state.weightedInput
        = (normalized.array().colwise() * scale(numbers.parameters).array()).matrix();
    state.weightedInput.colwise() += biases(numbers.parameters);
    activate(state);
}

void BatchNormalizedLayer::multiplyByDerivative(const LayerNumbers &numbers,
                                                LayerState &state) const
{
    DenseLayer::multiplyByDerivative(numbers, state);
    const auto &normalized = state.normalization.normalized;
    Matrix &error = state.normalization.error;
    const Vector factor = scale(numbers.parameters).array() / state.normalization.deviation.array();
    error = state.error;
    if (state.phase == Phase::Training) {
        // Mean and variance depend on every example: their share is taken out again.
        const Vector meanError = error.rowwise().mean();
        const Vector meanProduct = (error.array() * normalized.array()).rowwise().mean();
        error.colwise() -= meanError;
        error.array() -= normalized.array().colwise() * meanProduct.array();
    }
    error.array().colwise() *= factor.array();
}

void BatchNormalizedLayer::accumulateBiasGradient(const LayerState &state, Scalar *gradient) const
{
    // dC/db = delta   (BP3), of the shift after the normalisation
    DenseLayer::accumulateBiasGradient(state, gradient);
    VectorView(gradient + scaleOffset(), stride())
        += (state.error.array() * state.normalization.normalized.array()).rowwise().sum().matrix();
}

void BatchNormalizedLayer::gatherStatistics(const LayerState &state, Scalar *statistics) const
{
    constexpr Scalar memory = 10; // mini-batches
    const auto examples = static_cast<Scalar>(state.weightedInput.cols());
    if (examples < 2)
        return; // one example has no variance
    Scalar &seen = statistics[2 * stride()];
    seen = std::min(seen + Scalar(1), memory);
    const Scalar share = Scalar(1) / seen;
    VectorView mean(statistics, stride());
    VectorView variance(statistics + stride(), stride());
    mean += share * (state.normalization.mean - mean);
    const Scalar unbiased = examples / (examples - Scalar(1));
    variance += share * (unbiased * state.normalization.variance - variance);
}

} // namespace nabla::inline NABLA_PRECISION
