// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/evaluator.h"

#include "core/measure/digit_batches.h"
#include "core/measure/probe.h"
#include "core/nn/work_size.h"

#include <algorithm>

namespace nabla::inline NABLA_PRECISION {

namespace {

constexpr int evaluatedTrainingDigits = 10000;

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

std::optional<SetEvaluation> evaluateSet(const Network &network, const Cost &cost,
                                         const LabelledImages &images, int count,
                                         std::stop_token stop)
{
    const int digits = count == 0 ? images.size() : std::min(count, images.size());
    SetEvaluation result;
    Workspace workspace;
    InputBatch batch;
    std::vector<std::uint8_t> labels;
    const int evaluationBatch = evaluationBatchSize(network.layerSizes());
    double costSum = 0.0;
    int correct = 0;
    for (int first = 0; first < digits; first += evaluationBatch) {
        if (stop.stop_requested())
            return std::nullopt;
        gatherRange(images, first, std::min(digits, first + evaluationBatch), batch, labels);
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
