// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/trainer.h"

#include "core/measure/digit_batches.h"
#include "core/nn/initial_values.h"
#include "core/nn/initializer.h"
#include "core/nn/work_size.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <utility>

namespace nabla::inline NABLA_PRECISION {

namespace {

const HyperParameters &valid(const HyperParameters &config)
{
    if (const auto issues = validateLayers(config.layers); !issues.empty())
        throw std::invalid_argument(issues.front().message);
    if (config.miniBatchSize < 1 || config.epochs < 0 || config.trainingSetSize < 0)
        throw std::invalid_argument(
            "mini-batch size, epochs and training set size must not be negative");
    if (const auto issues = validateCombination(config); !issues.empty())
        throw std::invalid_argument(issues.front().message);
    return config;
}

int usedTrainingDigits(const HyperParameters &config, const Dataset &data)
{
    const int available = data.training.size();
    if (available == 0)
        throw std::invalid_argument("the data set has no training digits");
    return config.trainingSetSize == 0 ? available : std::min(config.trainingSetSize, available);
}

/// 0, 1, ... count - 1.
std::vector<int> numbersBelow(int count)
{
    std::vector<int> numbers(static_cast<std::size_t>(count));
    std::iota(numbers.begin(), numbers.end(), 0);
    return numbers;
}

bool hasNonFinite(const Matrix &values)
{
    return !values.allFinite();
}

} // namespace

Trainer::Trainer(const HyperParameters &config, std::shared_ptr<const Dataset> data,
                 const Kernels &kernels)
    : m_config(valid(config))
    , m_data(std::move(data))
    , m_cost(findCost(config.cost))
    , m_optimizer(findOptimizer(config.optimizer))
    , m_schedule(findLearningRateSchedule(config.schedule))
    , m_learningRate(config.learningRate)
    , m_regularizationParameter(config.regularizationParameter)
    , m_trainingDigits(usedTrainingDigits(config, *m_data))
    , m_miniBatchSize(std::min(config.miniBatchSize, m_trainingDigits))
    , m_network(architectureOf(config), kernels)
    , m_gradient(m_network.buffer().size())
    , m_optimizerState(static_cast<std::size_t>(m_optimizer.stateSize), m_gradient)
    , m_shuffling(config.seed, RandomPurpose::Shuffling)
    , m_dropping(config.seed, RandomPurpose::Dropout)
    , m_judge(config)
{
    if (m_judge.isNeeded() && m_data->validation.size() == 0)
        throw std::invalid_argument("early stopping and the plateau schedule need validation "
                                    "digits; this data set has none");
    m_isFused = isFused();
    m_chunkSize = chunkSize();
    m_images = {m_data, &m_data->training};
    if (config.expansion != "none")
        m_expandedSets = std::make_unique<ExpandedSets>(
            m_data, m_trainingDigits,
            scaled(findDistortion(config.expansion), config.expansionStrength), config.seed);
    m_stepsPerEpoch
        = static_cast<std::uint64_t>((m_trainingDigits + m_miniBatchSize - 1) / m_miniBatchSize);
    m_totalSteps = m_stepsPerEpoch * static_cast<std::uint64_t>(config.epochs);
    m_order = std::make_shared<const std::vector<int>>(numbersBelow(m_trainingDigits));
    m_report.learningSpeed.resize(static_cast<std::size_t>(m_network.layerCount()));
    RandomStream initialization(config.seed, RandomPurpose::Initialization);
    m_network.initialize(findInitializer(config.initializer), initialization);
    if (config.weightScale != 1.0)
        scaleWeights(m_network, config.weightScale);
    if (config.initialBiases != "initializer")
        setInitialBiases(m_network, config.initialBiases, initialization);
}

Moment Trainer::moment() const
{
    assert(atMiniBatchBoundary());
    return {.network = m_network,
            .step = m_step,
            .learningRate = m_learningRate,
            .regularizationParameter = m_regularizationParameter,
            .progress = m_judge.memory(),
            .shuffling = m_shuffling,
            .dropout = m_dropping,
            .order = m_order,
            .optimizer = m_optimizerState};
}

void Trainer::restore(const Network &network, const TrainerState &state)
{
    const auto require = [](bool holds, const char *what) {
        if (!holds)
            throw std::invalid_argument(std::string("cannot go on from here: ") + what);
    };
    std::vector<int> sorted = state.order;
    std::sort(sorted.begin(), sorted.end());
    require(sorted == numbersBelow(m_trainingDigits), "the order is not of these training digits");
    require(network.layerSizes() == m_network.layerSizes()
                && network.buffer().size() == m_network.buffer().size(),
            "the network has another shape");
    require(state.step <= m_totalSteps, "its step is beyond the last one");
    require(state.optimizer.size() == m_optimizerState.size()
                && std::all_of(state.optimizer.begin(), state.optimizer.end(),
                               [this](const auto &of) { return of.size() == m_gradient.size(); }),
            "the optimizer's state has another shape");
    require(state.weightScale == 1.0
                || state.storedWeights.size() == m_network.layer(1).weightCount(),
            "the stored weights have another shape");
    m_shuffling.setState(state.shuffling);
    m_dropping.setState(state.dropout);
    m_network.setNumbers(network);
    m_network.setWeightScale(state.weightScale);
    if (state.weightScale != 1.0)
        std::copy(state.storedWeights.begin(), state.storedWeights.end(), m_network.parameters(1));
    m_step = m_report.step = state.step;
    m_learningRate = state.learningRate;
    m_regularizationParameter = state.regularizationParameter;
    m_judge.setMemory(state.progress);
    m_order = std::make_shared<const std::vector<int>>(state.order);
    m_optimizerState = state.optimizer;
}

bool Trainer::isFused() const
{
    constexpr int largestFused = 128;
    return m_config.optimizer == "sgd" && m_config.l1RegularizationParameter == 0.0
           && m_config.gradientClipping == 0.0 && m_config.maxNorm == 0.0
           && m_miniBatchSize <= std::min(largestFused, examplesPerChunk(m_config.layers))
           && m_network.canDescend();
}

int Trainer::chunkSize() const
{
    // Batch normalisation takes the mini-batch whole; otherwise what the second cache holds.
    constexpr int cacheFriendly = 64;
    if (m_isFused || m_config.normalization == "batch")
        return m_miniBatchSize;
    return std::min(cacheFriendly, examplesPerChunk(m_config.layers));
}

double Trainer::scheduledLearningRate() const
{
    return m_learningRate * m_judge.memory().rateFactor
           * m_schedule.factor(m_config, {m_step, m_totalSteps, epoch()});
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
    if (m_isJudging)
        return judgeChunk();
    if (!hasTrainingImages())
        return Outcome::Partial;
    if (m_chunkStart == 0)
        beginMiniBatch();
    workChunk();
    if (m_chunkStart < currentMiniBatchSize() && std::isfinite(m_sum.costSum))
        return Outcome::Partial;
    return finishMiniBatch();
}

bool Trainer::hasTrainingImages()
{
    using namespace std::chrono_literals;
    if (!m_expandedSets || m_imagesEpoch == epoch())
        return true;
    auto images = m_expandedSets->tryTake(epoch(), 4ms);
    if (!images)
        return false;
    m_images = std::move(images);
    m_imagesEpoch = epoch();
    return true;
}

void Trainer::beginMiniBatch()
{
    const bool fullBatch = m_miniBatchSize == m_trainingDigits; // its order cannot matter
    if (atEpochBoundary() && !fullBatch) {
        auto order = std::make_shared<std::vector<int>>(*m_order);
        m_shuffling.shuffle(std::span(*order));
        m_order = std::move(order);
    }
    m_observer.begin(m_network);
    clearGradient();
    m_sum = {};
}

void Trainer::clearGradient()
{
    if (!m_isFused || m_observer.isLooking()) {
        m_gradient.clear();
        return;
    }
    for (int l = 1; l <= m_network.layerCount(); ++l) {
        const Layer &layer = m_network.layer(l);
        std::fill_n(m_gradient.data() + m_network.offset(l) + layer.weightCount(),
                    layer.parameterCount() - layer.weightCount(), Scalar(0));
    }
}

std::span<const int> Trainer::nextExamples(int count) const
{
    const std::size_t begin = static_cast<std::size_t>(m_step % m_stepsPerEpoch)
                                  * static_cast<std::size_t>(m_miniBatchSize)
                              + static_cast<std::size_t>(m_chunkStart);
    const std::span<const int> rest = std::span(*m_order).subspan(begin);
    return rest.first(std::min(static_cast<std::size_t>(count), rest.size()));
}

void Trainer::workChunk()
{
    const int chunk = std::min(m_chunkSize, currentMiniBatchSize() - m_chunkStart);
    const std::span<const int> examples = nextExamples(2 * m_chunkSize);
    gather(*m_images, examples.first(static_cast<std::size_t>(chunk)), m_batch, m_labels);
    // The next chunk's rows, also of the next mini-batch; in a new epoch the order is another.
    announce(*m_images, examples.subspan(static_cast<std::size_t>(chunk)), m_batch);
    if (m_config.dropout > 0.0)
        drawDropoutMasks(m_network, m_config.dropout, chunk, m_dropping, m_workspace);
    const BatchResult part
        = backpropagateErrors(m_network, m_cost, m_batch, m_labels, m_workspace, m_gradient);
    // The fused update does without it: nobody else reads its weights' gradient.
    if (!m_isFused || m_observer.isLooking())
        accumulateWeightGradients(m_network, m_batch, m_workspace, m_gradient);
    m_observer.add(m_workspace);
    m_sum.costSum += part.costSum;
    m_sum.correct += part.correct;
    m_chunkStart += chunk;
}

Trainer::Outcome Trainer::finishMiniBatch()
{
    const int examples = currentMiniBatchSize();
    m_report.cost = m_sum.costSum / examples;
    m_report.accuracy = static_cast<double>(m_sum.correct) / examples;
    m_report.examples = examples;
    learningSpeeds(m_network, m_gradient, examples, m_report.learningSpeed);
    const bool finite = std::isfinite(m_report.cost)
                        && std::all_of(m_report.learningSpeed.begin(), m_report.learningSpeed.end(),
                                       [](double speed) { return std::isfinite(speed); });
    if (!finite) {
        m_divergedLayer = findDivergedLayer();
        return Outcome::Diverged;
    }
    // Fused, the first layer's inputs carry what the decay keeps of its weights.
    m_observer.beforeUpdate(m_network, m_isFused ? m_network.weightScale() : 1.0);
    update(examples);
    m_network.gatherStatistics(m_workspace);
    m_chunkStart = 0;
    m_report.step = ++m_step;
    m_observer.afterUpdate(m_network, m_gradient, examples, m_step);
    // A decision takes effect at a fixed step: the run is the same however fast this machine is.
    m_isJudging = m_judge.isNeeded() && atEpochBoundary();
    return m_isJudging ? Outcome::Partial : Outcome::Complete;
}

Trainer::Outcome Trainer::judgeChunk()
{
    const LabelledImages &digits = m_data->validation;
    const int end = std::min(digits.size(), m_judgedDigits + examplesPerChunk(m_config.layers));
    std::vector<int> chunk(static_cast<std::size_t>(end - m_judgedDigits));
    std::iota(chunk.begin(), chunk.end(), m_judgedDigits);
    gather(digits, chunk, m_batch, m_labels);
    m_network.forward(m_batch, m_judgeWorkspace);
    m_judgedCorrect += judge(m_network, m_cost, m_labels, m_judgeWorkspace).correct;
    m_judgedDigits = end;
    if (end < digits.size())
        return Outcome::Partial;
    m_judge.judge(static_cast<double>(m_judgedCorrect) / digits.size());
    m_judgedDigits = m_judgedCorrect = 0;
    m_isJudging = false;
    return Outcome::Complete;
}

double Trainer::clippingFactor(int examples) const
{
    if (m_config.gradientClipping <= 0.0)
        return 1.0;
    double sum = 0.0;
    for (const Scalar g : m_gradient)
        sum += static_cast<double>(g) * static_cast<double>(g);
    const double norm = std::sqrt(sum) / examples;
    return norm > m_config.gradientClipping ? m_config.gradientClipping / norm : 1.0;
}

void Trainer::update(int examples)
{
    UpdateRule rule;
    rule.learningRate = scheduledLearningRate();
    rule.gradientScale = clippingFactor(examples) / examples;
    rule.momentumCoefficient = m_config.momentumCoefficient;
    rule.squaredGradientDecay = m_config.squaredGradientDecay;
    rule.step = m_step + 1;
    const auto move = [&](std::size_t begin, std::size_t count) {
        const auto part = [&](std::size_t i) {
            return i < m_optimizerState.size() ? m_optimizerState[i].data() + begin : nullptr;
        };
        (kernels().*m_optimizer.update)(rule, m_network.buffer().data() + begin,
                                        m_gradient.data() + begin, part(0), part(1), count);
    };
    const double decay = m_regularizationParameter / m_trainingDigits;
    for (int l = 1; l <= m_network.layerCount(); ++l) {
        const Layer &layer = m_network.layer(l);
        const std::size_t begin = m_network.offset(l);
        const std::size_t weights = layer.weightCount();
        if (!m_isFused) {
            rule.weightDecay = decay;
            rule.weightShrinkage = m_config.l1RegularizationParameter / m_trainingDigits;
            move(begin, weights);
        }
        rule.weightDecay = rule.weightShrinkage = 0.0; // biases are not regularised
        move(begin + weights, layer.parameterCount() - weights);
        if (m_config.maxNorm > 0.0)
            layer.limitWeightNorm(m_network.parameters(l), m_config.maxNorm);
    }
    if (m_isFused)
        m_network.descendWeights(m_batch, m_workspace, 1.0 - rule.learningRate * decay,
                                 rule.learningRate * rule.gradientScale);
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
