// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/trainer.h"

#include "core/nn/initializer.h"
#include "core/train/evaluator.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace nabla::inline NABLA_PRECISION {

namespace {

const HyperParameters &valid(const HyperParameters &config)
{
    if (const auto issues = validateLayers(config.layers); !issues.empty())
        throw std::invalid_argument(issues.front().message);
    if (config.miniBatchSize < 1 || config.epochs < 0 || config.trainingSetSize < 0)
        throw std::invalid_argument(
            "mini-batch size, epochs and training set size must not be negative");
    return config;
}

int usedTrainingDigits(const HyperParameters &config, const Dataset &data)
{
    const int available = data.training.size();
    if (available == 0)
        throw std::invalid_argument("the data set has no training digits");
    return config.trainingSetSize == 0 ? available : std::min(config.trainingSetSize, available);
}

bool hasNonFinite(const Matrix &values)
{
    return !values.allFinite();
}

} // namespace

Trainer::Trainer(const HyperParameters &config, std::shared_ptr<const Dataset> data)
    : m_data(std::move(data))
    , m_cost(findCost(valid(config).cost))
    , m_learningRate(config.learningRate)
    , m_regularizationParameter(config.regularizationParameter)
    , m_miniBatchSize(config.miniBatchSize)
    , m_trainingDigits(usedTrainingDigits(config, *m_data))
    , m_chunkSize(examplesPerChunk(config.layers))
    , m_network(config.layers, config.activation)
    , m_gradient(m_network.buffer().size())
    , m_shuffling(config.seed, RandomPurpose::Shuffling)
    , m_order(static_cast<std::size_t>(m_trainingDigits))
{
    m_miniBatchSize = std::min(m_miniBatchSize, m_trainingDigits);
    m_stepsPerEpoch
        = static_cast<std::uint64_t>((m_trainingDigits + m_miniBatchSize - 1) / m_miniBatchSize);
    m_totalSteps = m_stepsPerEpoch * static_cast<std::uint64_t>(config.epochs);
    std::iota(m_order.begin(), m_order.end(), 0);
    m_report.learningSpeed.resize(static_cast<std::size_t>(m_network.layerCount()));
    RandomStream initialization(config.seed, RandomPurpose::Initialization);
    m_network.initialize(findInitializer(config.initializer), initialization);
}

int Trainer::currentMiniBatchSize() const
{
    const auto first = static_cast<int>(m_step % m_stepsPerEpoch) * m_miniBatchSize;
    return std::min(m_miniBatchSize, m_trainingDigits - first);
}

Trainer::Outcome Trainer::stepMiniBatch()
{
    Outcome outcome = advance();
    while (outcome == Outcome::Partial)
        outcome = advance();
    return outcome;
}

Trainer::Outcome Trainer::advance()
{
    assert(!finished());
    if (m_divergedLayer != 0)
        return Outcome::Diverged;
    if (m_chunkStart == 0)
        beginMiniBatch();
    const int examples = currentMiniBatchSize();
    const int chunk = std::min(m_chunkSize, examples - m_chunkStart);
    const auto first = static_cast<std::size_t>(m_step % m_stepsPerEpoch)
                           * static_cast<std::size_t>(m_miniBatchSize)
                       + static_cast<std::size_t>(m_chunkStart);
    gather(m_data->training, std::span(m_order).subspan(first, static_cast<std::size_t>(chunk)),
           m_batch, m_labels);
    const BatchResult part
        = backpropagate(m_network, m_cost, m_batch, m_labels, m_workspace, m_gradient);
    m_sum.costSum += part.costSum;
    m_sum.correct += part.correct;
    m_chunkStart += chunk;
    if (m_chunkStart < examples && std::isfinite(m_sum.costSum))
        return Outcome::Partial;
    return finishMiniBatch();
}

void Trainer::beginMiniBatch()
{
    const bool fullBatch = m_miniBatchSize == m_trainingDigits; // its order cannot matter
    if (atEpochBoundary() && !fullBatch)
        m_shuffling.shuffle(std::span(m_order));
    m_gradient.clear();
    m_sum = {};
}

Trainer::Outcome Trainer::finishMiniBatch()
{
    const int examples = currentMiniBatchSize();
    m_report.cost = m_sum.costSum / examples;
    m_report.accuracy = static_cast<double>(m_sum.correct) / examples;
    learningSpeeds(m_network, m_gradient, examples, m_report.learningSpeed);
    const bool finite = std::isfinite(m_report.cost)
                        && std::all_of(m_report.learningSpeed.begin(), m_report.learningSpeed.end(),
                                       [](double speed) { return std::isfinite(speed); });
    if (!finite) {
        m_divergedLayer = findDivergedLayer();
        return Outcome::Diverged;
    }
    update(examples);
    m_chunkStart = 0;
    m_report.step = ++m_step;
    return Outcome::Complete;
}

void Trainer::update(int examples)
{
    // w <- (1 - eta lambda / n) w - eta/m sum dC_x/dw (chapter 3, equation 93); biases do not
    // decay.
    const auto rate = static_cast<Scalar>(m_learningRate / examples);
    const auto decay
        = static_cast<Scalar>(1.0 - m_learningRate * m_regularizationParameter / m_trainingDigits);
    for (int l = 1; l <= m_network.layerCount(); ++l) {
        const Layer &layer = m_network.layer(l);
        Scalar *parameters = m_network.parameters(l);
        const Scalar *gradient = m_gradient.data() + m_network.offset(l);
        const std::size_t weights = layer.weightCount();
        for (std::size_t i = 0; i < weights; ++i)
            parameters[i] = decay * parameters[i] - rate * gradient[i];
        for (std::size_t i = weights; i < layer.parameterCount(); ++i)
            parameters[i] -= rate * gradient[i];
    }
}

int Trainer::findDivergedLayer() const
{
    // In the order of computation: forwards through z, then backwards through the errors.
    for (int l = 1; l <= m_network.layerCount(); ++l) {
        if (hasNonFinite(m_workspace.layers[static_cast<std::size_t>(l - 1)].weightedInput))
            return l;
    }
    if (std::isfinite(m_sum.costSum)) {
        for (int l = m_network.layerCount(); l >= 1; --l) {
            if (!std::isfinite(m_report.learningSpeed[static_cast<std::size_t>(l - 1)]))
                return l;
        }
    }
    return m_network.layerCount();
}

} // namespace nabla::inline NABLA_PRECISION
