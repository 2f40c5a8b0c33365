// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/book_run.h"
#include "core/book/claim_families.h"

#include "core/math/random_stream.h"
#include "core/nn/backpropagation.h"
#include "core/nn/initializer.h"

#include <cmath>

namespace nabla {

namespace {

/// The output of one neuron (x = 1, target 0) after each of 300 updates, 0 included.
std::vector<double> neuronOutputs(const char *cost, double eta, double weight, double bias)
{
    Network neuron({1, 1}, "sigmoid");
    neuron.setWeights(1, Matrix::Constant(1, 1, static_cast<Scalar>(weight)));
    neuron.setBiases(1, Vector::Constant(1, static_cast<Scalar>(bias)));
    const std::uint8_t white = 255;
    const InputBatch input = InputBatch::ofPixels({&white, 1}, 1);
    const std::uint8_t otherLabel[] = {1}; // the only output's target is 0
    AlignedBuffer<Scalar> gradient(neuron.buffer().size());
    Workspace workspace;
    std::vector<double> outputs;
    for (int update = 0; update <= 300; ++update) {
        gradient.clear();
        backpropagate(neuron, findCost(cost), input, otherLabel, workspace, gradient);
        outputs.push_back(static_cast<double>(workspace.layers[0].activation(0, 0)));
        for (std::size_t i = 0; i < gradient.size(); ++i)
            neuron.buffer().data()[i] -= static_cast<Scalar>(eta) * gradient.data()[i];
    }
    return outputs;
}

Claim neuronClaim(const char *id, const char *title, const char *cost, double eta, double start,
                  double bias, std::array<double, 8> expected)
{
    constexpr std::array<std::size_t, 8> updates{0, 10, 50, 100, 150, 200, 250, 300};
    Claim claim{id, title, {}, 1, {}};
    for (std::size_t i = 0; i < updates.size(); ++i) {
        char text[16];
        std::snprintf(text, sizeof text, "%.4f", expected.at(i));
        claim.values.push_back({"output after " + std::to_string(updates.at(i)) + " updates", text,
                                expected.at(i) - 6e-5, expected.at(i) + 6e-5});
    }
    claim.measure = [=](const ClaimInput &) {
        const std::vector<double> outputs = neuronOutputs(cost, eta, start, bias);
        std::vector<double> values;
        for (const std::size_t update : updates)
            values.push_back(outputs[update]);
        return values;
    };
    return claim;
}

std::vector<double> measureOverfitting(const ClaimInput &input)
{
    HyperParameters config = crossEntropyNetwork({784, 30, 10}, 0.5);
    config.epochs = 400;
    config.trainingSetSize = 1000;
    const BookRun run = trainAsTheBook(config, input, {.training = true, .test = true});
    double allRight = NAN;
    for (std::size_t i = 0; i < run.trainingAccuracy.size() && std::isnan(allRight); ++i) {
        if (run.trainingAccuracy[i] >= 100.0)
            allRight = static_cast<double>(i);
    }
    return {best(run.testAccuracy),
            at(run.testAccuracy, 199),
            indexOfSmallest(run.testCost),
            last(run.testCost) / smallest(run.testCost),
            allRight,
            last(run.trainingCost)};
}

std::vector<double> measureRegularizedSmall(const ClaimInput &input)
{
    HyperParameters config = crossEntropyNetwork({784, 30, 10}, 0.5, 0.1);
    config.epochs = 400;
    config.trainingSetSize = 1000;
    const BookRun run = trainAsTheBook(config, input, {.training = true, .test = true});
    return {best(run.testAccuracy), last(run.testCost), last(run.trainingCost)};
}

std::vector<double> measureFull(double lambda, const ClaimInput &input)
{
    const BookRun run = trainAsTheBook(crossEntropyNetwork({784, 30, 10}, 0.5, lambda), input,
                                       {.training = true, .test = true});
    return {best(run.testAccuracy), last(run.trainingAccuracy),
            last(run.trainingAccuracy) - last(run.testAccuracy), at(run.testCost, 0),
            last(run.testCost)};
}

std::vector<double> measureBestValidation(const HyperParameters &config, const ClaimInput &input)
{
    return {best(trainAsTheBook(config, input, {.validation = true}).validationAccuracy)};
}

/// Table of chapter 3: the last accuracy for nine sizes of the training set.
Claim moreData()
{
    struct Size
    {
        int digits;
        double book;
        double min;
        double max;
    };
    static constexpr Size sizes[]
        = {{100, 69.09, 67.5, 71.0},   {200, 76.37, 74.5, 77.5},   {500, 85.29, 84.0, 86.5},
           {1000, 88.85, 87.5, 89.5},  {2000, 91.27, 90.0, 91.8},  {5000, 93.24, 92.8, 94.3},
           {10000, 94.89, 94.0, 95.2}, {20000, 95.85, 95.0, 96.1}, {50000, 95.97, 95.7, 96.5}};
    Claim claim{"3.9", "More training data, lambda in proportion", {}, 0, {}};
    for (const Size &size : sizes) {
        char text[16];
        std::snprintf(text, sizeof text, "%.2f", size.book);
        claim.values.push_back(
            {std::to_string(size.digits) + " digits: last validation accuracy, %", text, size.min,
             size.max});
    }
    claim.measure = [](const ClaimInput &input) {
        constexpr int passes = 1'500'000; // examples in all, whatever the set's size
        std::vector<double> values;
        for (const Size &size : sizes) {
            HyperParameters config = crossEntropyNetwork({784, 30, 10}, 0.5, size.digits * 1e-4);
            config.trainingSetSize = size.digits;
            config.epochs = passes / size.digits;
            // Only the last epoch is quoted: thousands of evaluations would take longer than the
            // training.
            values.push_back(lastValidationAccuracy(config, input));
        }
        return values;
    };
    return claim;
}

/// The weighted input of a neuron with 1,000 inputs, half of them on.
std::vector<double> measureWeightedSums(const ClaimInput &input)
{
    std::vector<double> values;
    for (const char *initializer : {"large", "scaled"}) {
        const Initializer &drawn = findInitializer(initializer);
        RandomStream stream(input.seed, RandomPurpose::Initialization);
        constexpr int neurons = 20000;
        const double deviation = drawn.weightDeviation(1000, 1);
        double squares = 0.0;
        int saturated = 0;
        for (int neuron = 0; neuron < neurons; ++neuron) {
            double z = drawn.biasDeviation * stream.normal();
            for (int i = 0; i < 500; ++i)
                z += deviation * stream.normal();
            squares += z * z;
            saturated += std::fabs(z) > 4.0 ? 1 : 0;
        }
        values.push_back(std::sqrt(squares / neurons));
        values.push_back(static_cast<double>(saturated) / neurons);
    }
    return values;
}

} // namespace

std::vector<Claim> chapterThreeClaims()
{
    std::vector<Claim> all{
        neuronClaim("3.0a", "One neuron, quadratic cost, eta 0.15, start (0.6, 0.9)", "quadratic",
                    0.15, 0.6, 0.9, {.8176, .7518, .3870, .2110, .1527, .1237, .1061, .0940}),
        neuronClaim("3.0b", "One neuron, quadratic cost, start (2, 2): it hardly moves at first",
                    "quadratic", 0.15, 2.0, 2.0,
                    {.9820, .9810, .9759, .9641, .9334, .7887, .3572, .2028}),
        neuronClaim("3.0c", "One neuron, cross-entropy, eta 0.15, start (0.6, 0.9)",
                    "cross-entropy", 0.15, 0.6, 0.9,
                    {.8176, .4075, .0792, .0371, .0241, .0178, .0141, .0116}),
        neuronClaim("3.0d", "One neuron, cross-entropy, start (2, 2): it learns at once",
                    "cross-entropy", 0.15, 2.0, 2.0,
                    {.9820, .7751, .0985, .0411, .0257, .0186, .0146, .0120}),
        // The book's widget learns fast at 0.005 only because its gradient is wrong: 1 / (1 - a)
        // instead of a. These are the right one's numbers.
        neuronClaim("3.0e", "One neuron, cross-entropy, eta 0.005, start (0.6, 0.9)",
                    "cross-entropy", 0.005, 0.6, 0.9,
                    {.8176, .8051, .7516, .6789, .6053, .5355, .4726, .4177}),
        neuronClaim("3.0f", "One neuron, cross-entropy, eta 0.005, start (2, 2)", "cross-entropy",
                    0.005, 2.0, 2.0, {.9820, .9802, .9710, .9539, .9282, .8912, .8415, .7796}),
        {"3.1",
         "Cross-entropy instead of the quadratic cost",
         {{"best test accuracy, %", "95.49", 94.9, 95.7}},
         0,
         [](const ClaimInput &input) {
             return std::vector{
                 best(trainAsTheBook(crossEntropyNetwork({784, 30, 10}, 0.5), input, {.test = true})
                          .testAccuracy)};
         }},
        {"3.2",
         "The same with 100 hidden neurons",
         {{"best test accuracy, %", "96.82", 96.5, 97.1}},
         0,
         [](const ClaimInput &input) {
             return std::vector{best(
                 trainAsTheBook(crossEntropyNetwork({784, 100, 10}, 0.5), input, {.test = true})
                     .testAccuracy)};
         }},
        {"3.3",
         "Overfitting: 1,000 digits, 400 epochs",
         {{"best test accuracy, %", "82.27", 81.5, 84.0},
          {"at index 199, %", "81.90", 81.0, 84.0},
          {"index of the smallest test cost", "14", 12, 18},
          {"last test cost / smallest", "1.47", 1.3, 1.65},
          {"index where all training digits are right", "67", 38, 80},
          {"last training cost", "0.0042", 0.003, 0.006}},
         0,
         measureOverfitting},
        {"3.4",
         "Less overfitting with 50,000 digits",
         {{"best test accuracy, %", "95.33", 95.0, 95.7},
          {"last training accuracy, %", "97.86", 97.3, 98.2},
          {"gap at the end, points", "2.53", 1.9, 3.2},
          {"test cost at index 0", "0.561", 0.5, 0.65},
          {"last test cost", "0.366", 0.33, 0.41}},
         0,
         [](const ClaimInput &input) {
             return measureFull(0.0, input);
         }},
        {"3.5",
         "L2 regularisation, 1,000 digits, lambda 0.1",
         {{"best test accuracy, %", "87.1", 86.8, 88.0},
          {"last test cost", "0.891", 0.81, 0.92},
          {"last training cost", "0.1154", 0.110, 0.120}},
         0,
         measureRegularizedSmall},
        {"3.6",
         "L2 regularisation, 50,000 digits, lambda 5",
         {{"best test accuracy, %", "96.49", 95.9, 96.6},
          {"last training accuracy, %", "96.47", 95.7, 97.3},
          {"gap at the end, points", "under 1", 0.0, 1.2},
          {"test cost at index 0", "4.307", 4.2, 4.5},
          {"last test cost", "0.977", 0.9, 1.05}},
         0,
         [](const ClaimInput &input) {
             return measureFull(5.0, input);
         }},
        {"3.7",
         "L2, 100 hidden neurons",
         {{"best validation accuracy, %", "97.92", 97.5, 98.0}},
         0,
         [](const ClaimInput &input) {
             return measureBestValidation(crossEntropyNetwork({784, 100, 10}, 0.5, 5.0), input);
         }},
        {"3.8",
         "Tuned: eta 0.1, 60 epochs",
         {{"best validation accuracy, %", "98.04", 97.8, 98.2}},
         0,
         [](const ClaimInput &input) {
             HyperParameters config = crossEntropyNetwork({784, 100, 10}, 0.1, 5.0);
             config.epochs = 60;
             return measureBestValidation(config, input);
         }},
        moreData(),
        {"3.11a",
         "The weighted input of a neuron, half of 1,000 inputs on",
         {{"N(0, 1): standard deviation", "22.4", 22.0, 22.8},
          {"share beyond 4 and -4", "- (0.858)", 0.848, 0.868},
          {"N(0, 1/n): standard deviation", "1.22", 1.20, 1.25},
          {"share beyond 4 and -4", "- (0.0011)", 0.0003, 0.0022}},
         0,
         measureWeightedSums},
    };
    return all;
}

} // namespace nabla
