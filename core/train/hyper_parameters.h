// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/architecture.h"

#include <cstdint>
#include <string>
#include <vector>

namespace nabla {

/// Everything that decides a run besides the data: the same values on the same data give the same
/// weights bit for bit.
struct HyperParameters
{
    /// Neurons a layer, input to output: the last is 10 (one-hot) or 4 (the digit's bits).
    std::vector<int> layers{784, 30, 30, 30, 30, 10};
    std::string activation = "sigmoid"; ///< of the hidden layers: one, or one each, by commas
    std::string outputActivation = "sigmoid";
    std::string cost = "cross-entropy";
    std::string initializer = "scaled";
    double weightScale = 1.0; ///< times the weights that the initializer draws
    std::string initialBiases = "initializer"; ///< as it puts them, zeros, normal or centered
    std::string normalization = "none"; ///< of the hidden layers: none, batch

    std::string optimizer = "sgd";
    double learningRate = 0.1; ///< eta
    double momentumCoefficient = 0.9; ///< mu; Adam's beta_1
    double squaredGradientDecay = 0.999; ///< RMSProp's rho, Adam's beta_2
    std::string schedule = "constant"; ///< of the learning rate
    double scheduleFactor = 0.5; ///< of step, exponential and plateau
    int scheduleEpochs = 10; ///< between steps; without improvement on a plateau
    int scheduleStop = 128; ///< plateau: training ends at this part of the start's rate; 0: never
    double gradientClipping = 0.0; ///< largest norm of the whole gradient; 0: none
    int miniBatchSize = 10; ///< examples; at least the training set: full batch
    int epochs = 30; ///< passes over the training set
    int earlyStopping = 0; ///< epochs without a better validation accuracy; 0: never

    double regularizationParameter = 5.0; ///< lambda of L2, scaled by the training set's size
    double l1RegularizationParameter = 0.0; ///< lambda of L1, scaled likewise
    double dropout = 0.0; ///< share of the hidden activations that is left out
    double maxNorm = 0.0; ///< of the weights that enter a neuron; 0: none
    std::string expansion = "none"; ///< how the training digits are distorted anew each epoch
    double expansionStrength = 1.0; ///< times the named one

    std::uint64_t seed = 1;
    int trainingSetSize = 0; ///< the first so many training digits; 0: all

    bool operator==(const HyperParameters &) const = default;
};

/// Something wrong with one field, in words for the person who typed it.
struct ConfigIssue
{
    std::string field; ///< key in the field table, or empty
    std::string message;
    bool operator==(const ConfigIssue &) const = default;
};

inline constexpr int maxLayerSize = 4096;
inline constexpr int maxHiddenLayers = 60;
/// One example through so many takes less than the 50 ms in which Pause must take effect.
inline constexpr std::uint64_t maxParameters = 4'000'000;

/// What the layers of a digit reader must be: 784 inputs, 10 or 4 outputs, sizes within the bounds
/// above. Empty when they can be built.
[[nodiscard]] std::vector<ConfigIssue> validateLayers(const std::vector<int> &layers);

/// What fits together and what does not: costs and output activations, names for each hidden layer,
/// batch normalisation and mini-batches. Each field by itself is taken as valid.
[[nodiscard]] std::vector<ConfigIssue> validateCombination(const HyperParameters &config);

/// The shape of the network that is trained.
[[nodiscard]] Architecture architectureOf(const HyperParameters &config);

/// The entries of "relu, tanh", without blanks.
[[nodiscard]] std::vector<std::string> splitNames(const std::string &text);

/// "784,30,10", blanks allowed around and between numbers. Throws std::invalid_argument that says
/// which entry is wrong.
[[nodiscard]] std::vector<int> parseLayers(const std::string &text);
[[nodiscard]] std::string formatLayers(const std::vector<int> &layers);

/// The largest mini-batch that batch normalisation takes: its statistics are of the whole
/// mini-batch, which therefore cannot be worked in chunks.
[[nodiscard]] int largestNormalizedMiniBatch(const std::vector<int> &layers);

} // namespace nabla
