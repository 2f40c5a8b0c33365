// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/evaluator.h"

#include "core/train/hyper_parameters.h"

#include <algorithm>
#include <numeric>

namespace nabla::inline NABLA_PRECISION {

namespace {

constexpr int evaluatedTrainingDigits = 10000;
constexpr int probeDigits = 1000;

int batchSize(const Network &network)
{
    constexpr int cacheFriendly = 100;
    return std::min(cacheFriendly, examplesPerChunk(network.layerSizes()));
}

std::vector<int> digitRange(int first, int end)
{
    std::vector<int> digits(static_cast<std::size_t>(end - first));
    std::iota(digits.begin(), digits.end(), first);
    return digits;
}

SparseRow rowOf(const LabelledImages &images, int digit)
{
    static_assert(LabelledImages::rowSlack >= static_cast<std::size_t>(sparseRowSlack));
    const LabelledImages::Row row = images.row(digit);
    return {row.index.data(), row.value.data(), static_cast<std::uint32_t>(row.index.size())};
}

void addSet(EvaluationResult &result, const SetEvaluation &set, Metric cost, Metric accuracy)
{
    result.values.push_back({{cost}, set.cost});
    result.values.push_back({{accuracy}, set.accuracy});
}

} // namespace

std::array<ClassReading, classCount> classReadings(const Confusion &confusion)
{
    std::array<ClassReading, classCount> readings;
    for (std::size_t digit = 0; digit < classCount; ++digit) {
        int answers = 0;
        int images = 0;
        for (std::size_t other = 0; other < classCount; ++other) {
            answers += confusion[other][digit];
            images += confusion[digit][other];
        }
        const double right = confusion[digit][digit];
        readings[digit] = {answers > 0 ? right / answers : 0.0, images > 0 ? right / images : 0.0};
    }
    return readings;
}

void gather(const LabelledImages &images, std::span<const int> digits, InputBatch &batch,
            std::vector<std::uint8_t> &labels)
{
    batch.clear();
    labels.clear();
    for (const int digit : digits) {
        batch.add(rowOf(images, digit));
        labels.push_back(images.label(digit));
    }
}

void announce(const LabelledImages &images, std::span<const int> digits, InputBatch &batch)
{
    for (const int digit : digits)
        batch.announce(rowOf(images, digit));
}

std::optional<SetEvaluation> evaluateSet(const Network &network, const Cost &cost,
                                         const LabelledImages &images, int count,
                                         std::stop_token stop)
{
    const int digits = count == 0 ? images.size() : std::min(count, images.size());
    SetEvaluation result;
    Workspace workspace;
    InputBatch batch;
    std::vector<std::uint8_t> labels;
    const int evaluationBatch = batchSize(network);
    double costSum = 0.0;
    int correct = 0;
    for (int first = 0; first < digits; first += evaluationBatch) {
        if (stop.stop_requested())
            return std::nullopt;
        gather(images, digitRange(first, std::min(digits, first + evaluationBatch)), batch, labels);
        const auto outputs = network.forward(batch, workspace);
        const BatchResult part = judge(network, cost, labels, workspace);
        costSum += part.costSum;
        correct += part.correct;
        for (Eigen::Index j = 0; j < outputs.cols(); ++j) {
            const int read
                = answer(outputs.col(j).data(), network.outputSize(), network.outputCode());
            ++result.confusion.at(labels[static_cast<std::size_t>(j)])
                  .at(static_cast<std::size_t>(read));
        }
    }
    if (digits > 0) {
        result.cost = costSum / digits;
        result.accuracy = static_cast<double>(correct) / digits;
    }
    return result;
}

std::optional<std::vector<double>> probeLearningSpeed(const Network &network, const Cost &cost,
                                                      const LabelledImages &training,
                                                      std::stop_token stop)
{
    const int digits = std::min(probeDigits, training.size());
    AlignedBuffer<Scalar> gradient(network.buffer().size());
    Workspace workspace;
    InputBatch batch;
    std::vector<std::uint8_t> labels;
    const int evaluationBatch = batchSize(network);
    for (int first = 0; first < digits; first += evaluationBatch) {
        if (stop.stop_requested())
            return std::nullopt;
        gather(training, digitRange(first, std::min(digits, first + evaluationBatch)), batch,
               labels);
        backpropagate(network, cost, batch, labels, workspace, gradient);
    }
    std::vector<double> speeds(static_cast<std::size_t>(network.layerCount()));
    learningSpeeds(network, gradient, std::max(digits, 1), speeds);
    return speeds;
}

std::optional<EvaluationResult> probeSnapshot(const Snapshot &snapshot, const Cost &cost,
                                              const Dataset &data, std::stop_token stop)
{
    const auto speeds = probeLearningSpeed(snapshot.network, cost, data.training, stop);
    if (!speeds)
        return std::nullopt;
    EvaluationResult result{.step = snapshot.step, .values = {}, .confusion = nullptr};
    for (std::size_t l = 0; l < speeds->size(); ++l)
        result.values.push_back({{Metric::ProbeSpeed, static_cast<int>(l) + 1}, (*speeds)[l]});
    return result;
}

std::optional<EvaluationResult> evaluateSnapshot(const Snapshot &snapshot, const Cost &cost,
                                                 const Dataset &data, int trainingDigits,
                                                 const Regularization &regularization,
                                                 std::stop_token stop)
{
    const Network &network = snapshot.network;
    auto result = probeSnapshot(snapshot, cost, data, stop);
    const auto training = evaluateSet(network, cost, data.training,
                                      std::min(trainingDigits, evaluatedTrainingDigits), stop);
    const auto validation = evaluateSet(network, cost, data.validation, 0, stop);
    const auto test = evaluateSet(network, cost, data.test, 0, stop);
    if (!result || !training || !validation || !test)
        return std::nullopt;
    addSet(*result, *training, Metric::TrainingCost, Metric::TrainingAccuracy);
    addSet(*result, *validation, Metric::ValidationCost, Metric::ValidationAccuracy);
    addSet(*result, *test, Metric::TestCost, Metric::TestAccuracy);
    const double penalty = regularization.l2 / (2.0 * trainingDigits) * network.squaredWeightNorm()
                           + regularization.l1 / trainingDigits * network.absoluteWeightNorm();
    result->values.push_back({{Metric::Penalty}, penalty});
    result->confusion = std::make_shared<const Confusion>(validation->confusion);
    return result;
}

} // namespace nabla::inline NABLA_PRECISION
