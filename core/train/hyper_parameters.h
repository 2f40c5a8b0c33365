// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace nabla {

/// Everything that decides a run besides the data: the same values on the same data give the same
/// weights bit for bit.
struct HyperParameters
{
    std::vector<int> layers{784, 30, 30, 30, 30, 10}; ///< neurons a layer, input to output
    std::string activation = "sigmoid"; ///< of the hidden layers; outputs are sigmoid
    std::string cost = "cross-entropy";
    std::string initializer = "scaled";
    double learningRate = 0.1; ///< eta
    int miniBatchSize = 10; ///< examples; at least the training set: full batch
    int epochs = 30; ///< passes over the training set
    double regularizationParameter = 5.0; ///< lambda of L2, scaled by the training set's size
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
inline constexpr int maxHiddenLayers = 20;
/// One example through so many takes less than the 50 ms in which Pause must take effect.
inline constexpr std::uint64_t maxParameters = 4'000'000;

/// What the layers of a digit reader must be: 784 inputs, 10 outputs, sizes within the bounds
/// above. Empty when they can be built.
[[nodiscard]] std::vector<ConfigIssue> validateLayers(const std::vector<int> &layers);

/// "784,30,10", blanks allowed around and between numbers. Throws std::invalid_argument that says
/// which entry is wrong.
[[nodiscard]] std::vector<int> parseLayers(const std::string &text);
[[nodiscard]] std::string formatLayers(const std::vector<int> &layers);

/// Examples that a slow core works through in a few milliseconds: long work rests between so many,
/// so that Pause and Stop never wait for a full batch. From the sizes alone, never from a clock:
/// chunks decide the order of summation.
[[nodiscard]] int examplesPerChunk(const std::vector<int> &layers);

/// Weights and biases of a dense network of these layers.
[[nodiscard]] std::uint64_t parameterCount(const std::vector<int> &layers);

} // namespace nabla
