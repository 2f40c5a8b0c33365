// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/probe.h"

#include "core/measure/activation_observer.h"
#include "core/measure/digit_batches.h"
#include "core/nn/backpropagation.h"
#include "core/nn/work_size.h"

#include <algorithm>
#include <cmath>

namespace nabla::inline NABLA_PRECISION {

namespace {

constexpr int probeDigits = 1000;

// Fine where f' is something, a few bins beyond.
constexpr BinScale weightedInputBins{8.0, 32, 2, 7};
constexpr BinScale activationBins{1.0, 40, 2, 10};
// Two bins an octave from 1e-12 on: a vanished gradient lies as plainly as a healthy one.
constexpr BinScale gradientBins{0x1p-40, 1, 2, 44};
constexpr BinScale weightBins{0x1p-10, 1, 2, 17};

/// One pass of the probe: what it adds up over its batches.
class Probe
{
public:
    explicit Probe(const Network &network)
        : m_network(network)
        , m_gradient(network.buffer().size())
        , m_histograms(static_cast<std::size_t>(network.layerCount()),
                       {Histogram(weightedInputBins), Histogram(activationBins),
                        Histogram(gradientBins), Histogram(gradientBins), Histogram(weightBins)})
        , m_errorSums(m_histograms.size())
    {
        for (int l = 1; l <= network.layerCount(); ++l)
            m_observers.emplace_back(network.layer(l), network.kernels());
    }

    void add(const Cost &cost, const InputBatch &batch, std::span<const std::uint8_t> labels)
    {
        backpropagate(m_network, cost, batch, labels, m_workspace, m_gradient);
        m_digits += static_cast<int>(labels.size());
        for (std::size_t i = 0; i < m_histograms.size(); ++i)
            addLayer(i);
    }

    [[nodiscard]] ProbeReading reading()
    {
        ProbeReading reading;
        reading.layers.resize(m_histograms.size());
        std::vector<double> speeds(m_histograms.size());
        learningSpeeds(m_network, m_gradient, std::max(m_digits, 1), speeds);
        for (std::size_t i = 0; i < m_histograms.size(); ++i) {
            ProbedLayer &layer = reading.layers[i];
            const ActivationObserver &observer = m_observers[i];
            layer.learningSpeed = speeds[i];
            layer.activationSpread = observer.spread();
            layer.saturatedShare = observer.saturatedShare();
            layer.deadShare = observer.deadShare();
            layer.meanSlope = observer.meanSlope();
            layer.errorSize = m_errorSums[i] / std::max(m_digits, 1);
            layer.gradientSize = addWeights(static_cast<int>(i) + 1);
            if (i > 0)
                layer.weightNorm = spectralNorm(m_network.weights(static_cast<int>(i) + 1));
        }
        reading.histograms = std::make_shared<const NetworkHistograms>(std::move(m_histograms));
        return reading;
    }

private:
    void addLayer(std::size_t i)
    {
        const LayerState &state = m_workspace.layers[i];
        const int units = m_network.layer(static_cast<int>(i) + 1).outputSize();
        m_observers[i].add(state.activation);
        LayerHistograms &histograms = m_histograms[i];
        for (Eigen::Index j = 0; j < state.error.cols(); ++j) {
            double squares = 0.0;
            for (int k = 0; k < units; ++k) {
                const auto error = static_cast<double>(state.error(k, j));
                histograms.weightedInput.add(static_cast<double>(state.weightedInput(k, j)));
                histograms.activation.add(static_cast<double>(state.activation(k, j)));
                histograms.error.add(error);
                squares += error * error;
            }
            m_errorSums[i] += std::sqrt(squares);
        }
    }

    /// Root mean square of dC/dW; takes it and W into the histograms on its way.
    [[nodiscard]] double addWeights(int l)
    {
        LayerHistograms &histograms = m_histograms[static_cast<std::size_t>(l - 1)];
        const LayerTensor weights = m_network.layer(l).tensors().front();
        const Scalar *gradient = m_gradient.data() + m_network.offset(l) + weights.offset;
        const Scalar *values = m_network.parameters(l) + weights.offset;
        double squares = 0.0;
        for (int column = 0; column < weights.columns; ++column) {
            for (int row = 0; row < weights.rows; ++row) {
                const std::size_t at = static_cast<std::size_t>(row) * weights.rowStep
                                       + static_cast<std::size_t>(column) * weights.columnStep;
                const double g = static_cast<double>(gradient[at]) / std::max(m_digits, 1);
                squares += g * g;
                histograms.weightGradient.add(g);
                histograms.weights.add(static_cast<double>(values[at]));
            }
        }
        const double count = static_cast<double>(weights.rows) * weights.columns;
        return std::sqrt(squares / std::max(count, 1.0));
    }

    const Network &m_network;
    AlignedBuffer<Scalar> m_gradient;
    Workspace m_workspace;
    NetworkHistograms m_histograms;
    std::vector<ActivationObserver> m_observers;
    std::vector<double> m_errorSums;
    int m_digits = 0;
};

/// Calls work(first, end) for the probe's digits, batch by batch. False when stopped.
template <class Work>
bool inBatches(const Network &network, const LabelledImages &training, const std::stop_token &stop,
               Work work)
{
    const int digits = std::min(probeDigits, training.size());
    const int batch = evaluationBatchSize(network.layerSizes());
    for (int first = 0; first < digits; first += batch) {
        if (stop.stop_requested())
            return false;
        work(first, std::min(digits, first + batch));
    }
    return true;
}

} // namespace

std::optional<ProbeReading> probe(const Network &network, const Cost &cost,
                                  const LabelledImages &training, std::stop_token stop)
{
    Probe pass(network);
    InputBatch batch;
    std::vector<std::uint8_t> labels;
    const bool isDone = inBatches(network, training, stop, [&](int first, int end) {
        gatherRange(training, first, end, batch, labels);
        pass.add(cost, batch, labels);
    });
    return isDone ? std::optional(pass.reading()) : std::nullopt;
}

std::optional<std::vector<double>> probeLearningSpeed(const Network &network, const Cost &cost,
                                                      const LabelledImages &training,
                                                      std::stop_token stop)
{
    AlignedBuffer<Scalar> gradient(network.buffer().size());
    Workspace workspace;
    InputBatch batch;
    std::vector<std::uint8_t> labels;
    int digits = 0;
    const bool isDone = inBatches(network, training, stop, [&](int first, int end) {
        gatherRange(training, first, end, batch, labels);
        backpropagateErrors(network, cost, batch, labels, workspace, gradient);
        digits = end;
    });
    if (!isDone)
        return std::nullopt;
    std::vector<double> speeds(static_cast<std::size_t>(network.layerCount()));
    learningSpeeds(network, gradient, std::max(digits, 1), speeds);
    return speeds;
}

std::optional<EvaluationResult> probeSnapshot(const Snapshot &snapshot, const Cost &cost,
                                              const Dataset &data, std::stop_token stop)
{
    const auto reading = probe(snapshot.network, cost, data.training, stop);
    if (!reading)
        return std::nullopt;
    EvaluationResult result{.step = snapshot.step, .values = {}};
    result.histograms = reading->histograms;
    for (int l = 1; l <= snapshot.network.layerCount(); ++l) {
        const ProbedLayer &layer = reading->layers[static_cast<std::size_t>(l - 1)];
        const auto add = [&](Metric metric, std::optional<double> value) {
            if (value && std::isfinite(*value)) // of a network that broke nothing can be told
                result.values.push_back({{metric, l}, *value});
        };
        add(Metric::ProbeSpeed, layer.learningSpeed);
        add(Metric::ProbeGradientSize, layer.gradientSize);
        add(Metric::ProbeActivationSpread, layer.activationSpread);
        add(Metric::ProbeSaturatedShare, layer.saturatedShare);
        add(Metric::ProbeDeadShare, layer.deadShare);
        add(Metric::ErrorSize, layer.errorSize);
        add(Metric::MeanSlope, layer.meanSlope);
        add(Metric::WeightNorm, layer.weightNorm);
    }
    return result;
}

double spectralNorm(const Matrix &matrix)
{
    // The power method on W^T W, whose every step can only bring the norm nearer from below.
    constexpr int mostSteps = 200;
    constexpr double precision = 1e-5; // of a step: what is still missing is some hundred of them
    Vector v = Vector::LinSpaced(matrix.cols(), Scalar(0.5), Scalar(1.5)).normalized();
    double norm = 0.0;
    for (int i = 0; i < mostSteps; ++i) {
        const Vector image = matrix * v;
        const double length = std::sqrt(static_cast<double>(image.squaredNorm()));
        if (!(length > 0.0) || !std::isfinite(length))
            return std::isfinite(length) ? norm : length;
        const bool isDone = length <= norm * (1.0 + precision);
        norm = std::max(norm, length);
        if (isDone)
            break;
        v = (matrix.transpose() * image).normalized();
    }
    return norm;
}

} // namespace nabla::inline NABLA_PRECISION
