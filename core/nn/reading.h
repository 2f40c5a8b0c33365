// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <span>

namespace nabla {

/// How far an answer may be trusted.
enum class Doubt
{
    None, ///< one digit stands out
    Slight, ///< "perhaps 8": the runner-up is worth a word
    Between, ///< "3 or 5?": the two best are close
    Unsure, ///< nothing stands out, or too much does
};

/// What a network's ten outputs say about an image.
struct Reading
{
    int digit = 0; ///< the largest output
    int runnerUp = 1; ///< the second largest
    Doubt doubt = Doubt::Unsure;
    std::array<double, 10> outputs{}; ///< as they are: sigmoid outputs need not sum to one
    bool operator==(const Reading &) const = default;
};

/// Reads ten outputs, each in 0 ... 1. Sigmoid outputs are ten separate yes-or-no answers, so doubt
/// compares them with each other and with "no" itself:
///  - Unsure when the best is below 1/4 (an untrained network on its plateau says 0.1 to
///  everything),
///    when the third is close to the best too (three candidates are no answer), when the best
///    stands alone but says rather no (below 1/2), or when an output is not a number;
///  - Between when the second is close to the best: at least 0.6 of it;
///  - Slight when the second is at least 0.15 of the best;
///  - None otherwise.
/// Of equal outputs the smaller digit wins. Throws std::invalid_argument unless there are ten.
[[nodiscard]] Reading readOutputs(std::span<const float> outputs);

} // namespace nabla
