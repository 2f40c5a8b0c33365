// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <span>

namespace nabla {

/// How the output neurons say a digit.
enum class OutputCode
{
    OneHot, ///< one neuron a digit: y_k = 1 for k = label
    Binary, ///< four neurons, the digit's bits, the highest first (chapter 1's question)
};

inline constexpr int binaryOutputs = 4;

/// y_k of the target for a label.
[[nodiscard]] constexpr bool isTarget(OutputCode code, int k, int label)
{
    return code == OutputCode::OneHot ? k == label : ((label >> (binaryOutputs - 1 - k)) & 1) != 0;
}

/// For each of the ten digits how far ten one-hot outputs, or four binary ones, speak for it: the
/// outputs themselves, or the product over the bits of a_k where the bit is set and 1 - a_k where
/// it is not (the answer of a threshold of 1/2 wherever that is a digit). Throws
/// std::invalid_argument for any other number of outputs.
[[nodiscard]] std::array<float, 10> digitScores(OutputCode code, std::span<const float> outputs);

} // namespace nabla
