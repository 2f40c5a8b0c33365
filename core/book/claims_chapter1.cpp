// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/book/book_run.h"
#include "core/book/claim_families.h"

#include "core/measure/digit_batches.h"
#include "core/measure/evaluator.h"
#include "core/nn/backpropagation.h"
#include "core/nn/work_size.h"
#include "core/train/trainer.h"

#include <array>
#include <cmath>

namespace nabla {

namespace {

constexpr Watched test{.test = true};

/// Sum of an image's bytes.
double ink(const LabelledImages &images, int i)
{
    double sum = 0.0;
    for (const std::uint8_t value : images.row(i).value)
        sum += value;
    return sum;
}

/// Test digits that the nearest mean darkness of the given training sets names rightly.
double darknessHits(const Dataset &data, std::initializer_list<const LabelledImages *> sets)
{
    std::array<double, classCount> sums{};
    std::array<double, classCount> counts{};
    for (const LabelledImages *set : sets) {
        for (int i = 0; i < set->size(); ++i) {
            sums.at(set->label(i)) += ink(*set, i);
            counts.at(set->label(i)) += 1.0;
        }
    }
    int hits = 0;
    for (int i = 0; i < data.test.size(); ++i) {
        const double darkness = ink(data.test, i);
        std::size_t nearest = 0;
        for (std::size_t digit = 1; digit < classCount; ++digit) {
            if (std::fabs(sums.at(digit) / counts.at(digit) - darkness)
                < std::fabs(sums.at(nearest) / counts.at(nearest) - darkness))
                nearest = digit;
        }
        hits += nearest == data.test.label(i) ? 1 : 0;
    }
    return hits;
}

std::vector<double> measureDarkness(const ClaimInput &input)
{
    const Dataset &data = *input.data;
    return {darknessHits(data, {&data.training}),
            darknessHits(data, {&data.training, &data.validation})};
}

std::vector<double> measureOutputs(const ClaimInput &input)
{
    const auto bestOf = [&](int outputs) {
        return best(trainAsTheBook(bookNetwork({784, 30, outputs}, 3.0), input, test).testAccuracy);
    };
    const double ten = bestOf(10);
    const double four = bestOf(4);
    return {ten, four, ten - four};
}

/// Of the digits that the ten outputs name without doubt (theirs at least 0.99, all others below
/// 0.01: the exercise's assumption), how many there are and how many have the right bits, in %.
std::vector<double> readBits(const Network &ten, const Network &bits, const LabelledImages &images)
{
    InputBatch batch;
    std::vector<std::uint8_t> labels;
    Workspace workspace;
    int sure = 0;
    int right = 0;
    for (int i = 0; i < images.size(); ++i) {
        gather(images, {&i, 1}, batch, labels);
        const Vector outputs = ten.forward(batch, workspace).col(0);
        bool isSure = true;
        for (int k = 0; k < classCount; ++k)
            isSure = isSure
                     && (k == labels[0] ? outputs(k) >= Scalar(0.99) : outputs(k) < Scalar(0.01));
        if (!isSure)
            continue;
        ++sure;
        const Vector answer = bits.forward(batch, workspace).col(0);
        bool isRight = true;
        for (int k = 0; k < binaryOutputs; ++k)
            isRight = isRight
                      && (answer(k) > Scalar(0.5)) == isTarget(OutputCode::Binary, k, labels[0]);
        right += isRight ? 1 : 0;
    }
    return {100.0 * sure / images.size(), 100.0 * right / sure};
}

/// The exercise: a layer that turns the ten outputs into the digit's bits.
std::vector<double> measureBitLayer(const ClaimInput &input)
{
    HyperParameters config = crossEntropyNetwork({784, 30, 10}, 0.5, 5.0);
    config.epochs = 10;
    config.seed = input.seed;
    Trainer trainer(config, input.data);
    while (!trainer.finished()) {
        if (!trainEpoch(trainer, input))
            return {NAN, NAN};
    }
    Network bits(Architecture{{784, 30, 10, 4}, {"sigmoid"}, false, OutputCode::Binary});
    for (int l = 1; l <= 2; ++l) {
        bits.setWeights(l, trainer.network().weights(l));
        bits.setBiases(l, trainer.network().biases(l));
    }
    constexpr Scalar strong = 20; // "all scaled up"; the threshold is half of it
    Matrix weights = Matrix::Zero(4, 10);
    for (int digit = 0; digit < 10; ++digit) {
        for (int k = 0; k < 4; ++k)
            weights(k, digit) = isTarget(OutputCode::Binary, k, digit) ? strong : Scalar(0);
    }
    bits.setWeights(3, weights);
    bits.setBiases(3, Vector::Constant(4, -strong / 2));
    return readBits(trainer.network(), bits, input.data->test);
}

std::vector<double> measureFirstNetwork(const ClaimInput &input)
{
    const BookRun run = trainAsTheBook(bookNetwork({784, 30, 10}, 3.0), input, test);
    return {best(run.testAccuracy), last(run.testAccuracy), at(run.testAccuracy, 0)};
}

std::vector<double> measureBestOf(const HyperParameters &config, const ClaimInput &input)
{
    return {best(trainAsTheBook(config, input, test).testAccuracy)};
}

std::vector<double> measureTooSmall(const ClaimInput &input)
{
    const BookRun run = trainAsTheBook(bookNetwork({784, 100, 10}, 0.001), input, test);
    return {at(run.testAccuracy, 0), last(run.testAccuracy)};
}

} // namespace

std::vector<Claim> chapterOneClaims()
{
    return {
        {"1.1",
         "The first network: 784-30-10, quadratic cost, eta 3",
         {{"best test accuracy of 30 epochs, %", "95.42 (best of 3)", 94.5, 95.7},
          {"last epoch, %", "95.34", 94.4, 95.6},
          {"first epoch, %", "91.29", 80.0, 92.0}},
         0,
         measureFirstNetwork},
        {"1.2",
         "100 hidden neurons: some runs much worse",
         {{"best test accuracy, %", "96.59 (readers: large variation)", 61.0, 97.0}},
         0,
         [](const ClaimInput &input) {
             return measureBestOf(bookNetwork({784, 100, 10}, 3.0), input);
         }},
        {"1.3",
         "A learning rate far too small: 0.001",
         {{"first epoch, %", "11.39", 6.0, 14.0}, {"last epoch, %", "21.42", 20.0, 27.0}},
         0,
         measureTooSmall},
        {"1.5",
         "A learning rate far too large: 100",
         {{"best test accuracy, %: about chance", "10.09", 8.9, 11.4}},
         0,
         [](const ClaimInput &input) {
             return measureBestOf(bookNetwork({784, 30, 10}, 100.0), input);
         }},
        {"1.6",
         "No hidden layer",
         {{"quadratic, eta 3: best test accuracy, %", "- (74-92 measured)", 74.0, 92.0}},
         0,
         [](const ClaimInput &input) {
             return measureBestOf(bookNetwork({784, 10}, 3.0), input);
         }},
        {"1.6b",
         "No hidden layer, cross-entropy, weights 1/sqrt(n)",
         {{"eta 0.5: best test accuracy, %", "- (90.9-91.1 measured)", 90.6, 91.6}},
         0,
         [](const ClaimInput &input) {
             HyperParameters config = crossEntropyNetwork({784, 10}, 0.5);
             config.initializer = "scaled";
             return measureBestOf(config, input);
         }},
        {"1.8",
         "The darkness of an image alone",
         {{"of 10,000 test digits, means of 50,000", "2225", 2225, 2225},
          {"means of 60,000", "- (2230 measured)", 2230, 2230}},
         1,
         measureDarkness},
        {"1.13",
         "Ten output neurons or four binary ones",
         {{"ten outputs: best test accuracy, %", "-", 94.5, 95.7},
          {"four outputs, %", "- (92.4-92.9 at a threshold)", 92.0, 93.6},
          {"ten outputs are better by, points", "\"ten work better\"", 0.5, 4.0}},
         0,
         measureOutputs},
        {"1.14",
         "A layer that turns ten outputs into bits",
         {{"digits whose outputs are beyond 0.99 and 0.01, %", "assumed", 30, 100},
          {"right bits among these, %", "a weight set exists", 100, 100}},
         0,
         measureBitLayer},
        {"2.7",
         "Backpropagation instead of one difference a weight",
         {{"parameters of 784-30-10", "23,860", 23860, 23860}},
         1,
         [](const ClaimInput &) {
             return std::vector{static_cast<double>(parameterCount({784, 30, 10}))};
         }},
    };
}

} // namespace nabla
