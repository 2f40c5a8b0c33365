// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/book/claim.h"
#include "core/train/trainer.h"

#include <vector>

namespace nabla {

/// What the book's programs print after every epoch. Index 0 is after the first pass, as in the
/// book. Accuracies in per cent; costs with the penalty lambda / 2m sum w^2, m the size of the set
/// that is evaluated (network2.py).
struct BookRun
{
    std::vector<double> trainingAccuracy;
    std::vector<double> trainingCost;
    std::vector<double> validationAccuracy;
    std::vector<double> testAccuracy;
    std::vector<double> testCost;
};

/// Which sets to evaluate: each costs time.
struct Watched
{
    bool training = false;
    bool validation = false;
    bool test = false;
    int validationDigits = 0; ///< the first so many; 0: all
};

/// A network of the book: sigmoid, no regularisation, quadratic cost, N(0, 1) weights, mini-batch
/// 10, 30 epochs.
[[nodiscard]] HyperParameters bookNetwork(const std::vector<int> &layers, double learningRate);
/// The same with the cross-entropy (network2.py).
[[nodiscard]] HyperParameters crossEntropyNetwork(const std::vector<int> &layers,
                                                  double learningRate, double lambda = 0.0);

/// Chapter 5: so many hidden layers of 30, cross-entropy, weights N(0, 1/n), eta 0.1, lambda 5.
[[nodiscard]] HyperParameters deepNetwork(int hiddenLayers);

/// Chapter 5's figure: |dC/db^l| of the hidden layers before each of so many full-batch steps over
/// the first 1,000 digits; of the cost without its penalty. Throws ClaimInterrupted.
[[nodiscard]] std::vector<std::vector<double>>
learningSpeedCurves(int hiddenLayers, double lambda, int steps, const ClaimInput &input);

/// One pass; false: it diverged. Throws ClaimInterrupted.
bool trainEpoch(Trainer &trainer, const ClaimInput &input);

/// Trains to the end; stops at a divergence with what there is. Throws ClaimInterrupted.
[[nodiscard]] BookRun trainAsTheBook(HyperParameters config, const ClaimInput &input,
                                     const Watched &watched);

/// Only the accuracy on the validation digits after the last epoch, in per cent.
[[nodiscard]] double lastValidationAccuracy(HyperParameters config, const ClaimInput &input);

[[nodiscard]] double best(const std::vector<double> &values);
[[nodiscard]] double smallest(const std::vector<double> &values);
/// NaN for an epoch that was not reached.
[[nodiscard]] double at(const std::vector<double> &values, std::size_t index);
[[nodiscard]] double last(const std::vector<double> &values);
[[nodiscard]] double indexOfSmallest(const std::vector<double> &values);

} // namespace nabla
