// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/book_run.h"
#include "core/book/claim_families.h"

#include <cmath>

namespace nabla {

namespace {

constexpr Watched validation{.validation = true};
constexpr Watched firstHundred{.validation = true, .validationDigits = 100};

/// Chapter 3's second half: weights N(0, 1/n).
HyperParameters scaledNetwork(const std::vector<int> &layers, double learningRate, double lambda)
{
    HyperParameters config = crossEntropyNetwork(layers, learningRate, lambda);
    config.initializer = "scaled";
    return config;
}

std::vector<double> measureWeights(int hidden, const ClaimInput &input)
{
    HyperParameters config = scaledNetwork({784, hidden, 10}, 0.1, 5.0);
    const BookRun scaled = trainAsTheBook(config, input, validation);
    config.initializer = "large";
    const BookRun large = trainAsTheBook(config, input, validation);
    return {at(scaled.validationAccuracy, 0), at(large.validationAccuracy, 0),
            best(scaled.validationAccuracy), best(large.validationAccuracy)};
}

std::vector<double> measureRate(double learningRate, const ClaimInput &input)
{
    const BookRun run = trainAsTheBook(scaledNetwork({784, 30, 10}, learningRate, 5.0), input,
                                       {.training = true});
    double rises = 0.0;
    for (std::size_t i = 1; i < run.trainingCost.size(); ++i)
        rises += run.trainingCost[i] > run.trainingCost[i - 1] ? 1.0 : 0.0;
    return {last(run.trainingCost), smallest(run.trainingCost), best(run.trainingCost), rises};
}

/// 784-10 on the first 1,000 digits.
HyperParameters strippedNetwork(double learningRate, double lambda)
{
    HyperParameters config = scaledNetwork({784, 10}, learningRate, lambda);
    config.trainingSetSize = 1000;
    return config;
}

/// Read on 100 digits.
std::vector<double> measureStripped(double learningRate, double lambda, const ClaimInput &input)
{
    const BookRun run = trainAsTheBook(strippedNetwork(learningRate, lambda), input, firstHundred);
    return {at(run.validationAccuracy, 0), best(run.validationAccuracy)};
}

/// The weight factor 1 - eta lambda / n is -9: weights grow ninefold with each step until they
/// overflow. The book's program reads on with what is left (10 of 100); ours stops and says so.
/// Returns the step; NaN, which fails, where it does not diverge.
std::vector<double> measureBlowUp(const ClaimInput &input)
{
    HyperParameters config = strippedNetwork(10.0, 1000.0);
    config.seed = input.seed;
    Trainer trainer(config, input.data);
    while (!trainer.finished()) {
        if (!trainEpoch(trainer, input))
            return {static_cast<double>(trainer.step() + 1)};
    }
    return {NAN};
}

} // namespace

std::vector<Claim> hyperParameterClaims()
{
    return {
        {"3.11",
         "Weights N(0, 1/n) or N(0, 1), 30 hidden neurons",
         {{"1/sqrt(n): first epoch, %", "92.70", 92.2, 93.0},
          {"N(0, 1): first epoch, %", "86.43", 86.0, 87.6},
          {"1/sqrt(n): best, %", "96.53", 96.3, 97.0},
          {"N(0, 1): best, %", "96.48", 95.9, 96.6}},
         0,
         [](const ClaimInput &input) {
             return measureWeights(30, input);
         }},
        {"3.11b",
         "Weights N(0, 1/n) or N(0, 1), 100 hidden neurons",
         {{"1/sqrt(n): first epoch, %", "92.95", 92.8, 93.7},
          {"N(0, 1): first epoch, %", "89.94", 89.2, 90.4},
          {"1/sqrt(n): best, %", "97.81", 97.7, 98.2},
          {"N(0, 1): best, %", "97.55", 97.2, 97.8}},
         0,
         [](const ClaimInput &input) {
             return measureWeights(100, input);
         }},
        {"3.12a",
         "Learning rate 0.025: smooth",
         {{"last training cost", "0.339", 0.33, 0.365},
          {"smallest", "0.339", 0.33, 0.365},
          {"largest", "0.878", 0.84, 0.93},
          {"epochs in which it rises", "smooth", 0, 3}},
         0,
         [](const ClaimInput &input) {
             return measureRate(0.025, input);
         }},
        {"3.12b",
         "Learning rate 0.25: settles",
         {{"last training cost", "0.339", 0.31, 0.37},
          {"smallest", "0.320", 0.30, 0.34},
          {"largest", "0.495", 0.46, 0.54},
          {"epochs in which it rises", "saturates", 3, 18}},
         0,
         [](const ClaimInput &input) {
             return measureRate(0.25, input);
         }},
        {"3.12c",
         "Learning rate 2.5: oscillates",
         {{"last training cost", "0.861", 0.70, 1.0},
          {"smallest", "0.725", 0.66, 0.80},
          {"largest", "1.137", 0.92, 1.25},
          {"epochs in which it rises", "oscillates", 8, 21}},
         0,
         [](const ClaimInput &input) {
             return measureRate(2.5, input);
         }},
        {"3.13",
         "Lost: eta 10, lambda 1000",
         {{"best validation accuracy, %: chance", "10.30", 9.0, 11.5}},
         0,
         [](const ClaimInput &input) {
             return std::vector{
                 best(trainAsTheBook(scaledNetwork({784, 30, 10}, 10.0, 1000.0), input, validation)
                          .validationAccuracy)};
         }},
        {"3.14",
         "Stripped down: 784-10, 1,000 digits, lambda still 1000",
         {{"step at which it diverges (an epoch has 100)", "10 of 100: nothing learned", 1, 100}},
         0,
         measureBlowUp},
        {"3.15",
         "Lambda rescaled to 20",
         {{"first epoch, of 100", "12", 8, 30}, {"best of 30 epochs, of 100", "> 25", 35, 55}},
         0,
         [](const ClaimInput &input) {
             return measureStripped(10.0, 20.0, input);
         }},
        {"3.16",
         "A wrong guess: eta 100",
         {{"first epoch, of 100", "10", 0, 15}, {"best, of 100", "10", 0, 15}},
         0,
         [](const ClaimInput &input) {
             return measureStripped(100.0, 20.0, input);
         }},
        {"3.17",
         "The right direction: eta 1",
         {{"first epoch, of 100", "62", 25, 66}, {"best of 30 epochs, of 100", "> 62", 65, 80}},
         0,
         [](const ClaimInput &input) {
             return measureStripped(1.0, 20.0, input);
         }},
    };
}

} // namespace nabla
