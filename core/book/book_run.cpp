// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/book_run.h"

#include "core/measure/evaluator.h"

#include <algorithm>
#include <cmath>

namespace nabla {

namespace {

constexpr double percent = 100.0;

void watch(const Trainer &trainer, const Dataset &data, const Watched &watched, BookRun &run)
{
    const double squares = trainer.network().squaredWeightNorm();
    const auto cost = [&](const SetEvaluation &set, int digits) {
        return set.cost + trainer.regularizationParameter() / (2.0 * digits) * squares;
    };
    const auto evaluated = [&](const LabelledImages &images, int count) {
        return *evaluateSet(trainer.network(), trainer.cost(), images, count);
    };
    if (watched.training) {
        const auto set = evaluated(data.training, trainer.trainingDigits());
        run.trainingAccuracy.push_back(percent * set.accuracy);
        run.trainingCost.push_back(cost(set, trainer.trainingDigits()));
    }
    if (watched.validation)
        run.validationAccuracy.push_back(
            percent * evaluated(data.validation, watched.validationDigits).accuracy);
    if (watched.test) {
        const auto set = evaluated(data.test, 0);
        run.testAccuracy.push_back(percent * set.accuracy);
        run.testCost.push_back(cost(set, data.test.size()));
    }
}

} // namespace

HyperParameters bookNetwork(const std::vector<int> &layers, double learningRate)
{
    HyperParameters config;
    config.layers = layers;
    config.cost = "quadratic";
    config.initializer = "large";
    config.learningRate = learningRate;
    config.regularizationParameter = 0.0;
    config.miniBatchSize = 10;
    config.epochs = 30;
    return config;
}

HyperParameters crossEntropyNetwork(const std::vector<int> &layers, double learningRate,
                                    double lambda)
{
    HyperParameters config = bookNetwork(layers, learningRate);
    config.cost = "cross-entropy";
    config.regularizationParameter = lambda;
    return config;
}

HyperParameters deepNetwork(int hiddenLayers)
{
    std::vector<int> layers(static_cast<std::size_t>(hiddenLayers), 30);
    layers.insert(layers.begin(), 784);
    layers.push_back(10);
    HyperParameters config = crossEntropyNetwork(layers, 0.1, 5.0);
    config.initializer = "scaled";
    return config;
}

std::vector<std::vector<double>> learningSpeedCurves(int hiddenLayers, double lambda, int steps,
                                                     const ClaimInput &input)
{
    HyperParameters config = deepNetwork(hiddenLayers);
    config.regularizationParameter = lambda;
    config.trainingSetSize = 1000;
    config.miniBatchSize = 1000;
    config.epochs = steps;
    config.seed = input.seed;
    Trainer trainer(config, input.data);
    std::vector<std::vector<double>> curves;
    while (!trainer.finished() && trainEpoch(trainer, input)) {
        const auto &speeds = trainer.report().learningSpeed; // of the gradient before the update
        curves.emplace_back(speeds.begin(), speeds.begin() + hiddenLayers);
    }
    return curves;
}

BookRun trainAsTheBook(HyperParameters config, const ClaimInput &input, const Watched &watched)
{
    config.seed = input.seed;
    Trainer trainer(config, input.data);
    BookRun run;
    while (!trainer.finished() && trainEpoch(trainer, input))
        watch(trainer, *input.data, watched, run);
    return run;
}

bool trainEpoch(Trainer &trainer, const ClaimInput &input)
{
    if (input.interrupted && input.interrupted())
        throw ClaimInterrupted();
    do {
        if (trainer.stepMiniBatch() == Trainer::Outcome::Diverged)
            return false;
    } while (!trainer.atEpochBoundary());
    return true;
}

double lastValidationAccuracy(HyperParameters config, const ClaimInput &input)
{
    config.seed = input.seed;
    Trainer trainer(config, input.data);
    while (!trainer.finished()) {
        if (!trainEpoch(trainer, input))
            return NAN;
    }
    return percent
           * evaluateSet(trainer.network(), trainer.cost(), input.data->validation)->accuracy;
}

double best(const std::vector<double> &values)
{
    return values.empty() ? NAN : *std::max_element(values.begin(), values.end());
}

double smallest(const std::vector<double> &values)
{
    return values.empty() ? NAN : *std::min_element(values.begin(), values.end());
}

double at(const std::vector<double> &values, std::size_t index)
{
    return index < values.size() ? values[index] : NAN;
}

double last(const std::vector<double> &values)
{
    return values.empty() ? NAN : values.back();
}

double indexOfSmallest(const std::vector<double> &values)
{
    if (values.empty())
        return NAN;
    return static_cast<double>(std::min_element(values.begin(), values.end()) - values.begin());
}

} // namespace nabla
