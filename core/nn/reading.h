// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace nabla {

/// How far an answer may be trusted.
enum class Doubt
{
    None, ///< one digit stands out
    Slight, ///< "perhaps 8": the runner-up is worth a word
    Between, ///< "3 or 5?": the two best are close
    Unsure, ///< too much stands out
    NotADigit, ///< "not a digit?": the network says no to all ten, or the ink is no digit's
};

/// Is there an answer at all, be it a doubtful one?
[[nodiscard]] constexpr bool isAnswer(Doubt doubt)
{
    return doubt != Doubt::Unsure && doubt != Doubt::NotADigit;
}

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
///  - NotADigit when the best is below 1/4 or when it stands alone but says rather no (below 1/2);
///  - Unsure when the third is close to the best too (three candidates are no answer), also where
///    all are as low as those of an untrained network on its plateau, which says 0.1 to everything,
///    or when an output is not a number;
///  - Between when the second is close to the best: at least 0.6 of it;
///  - Slight when the second is at least 0.15 of the best;
///  - None otherwise.
/// Of equal outputs the smaller digit wins. Throws std::invalid_argument unless there are ten.
[[nodiscard]] Reading readOutputs(std::span<const float> outputs);

/// Is there as much ink as in a digit? 255 is full ink. False where it is shorter than any of
/// MNIST's digits, or more than all but one in a thousand of them have.
[[nodiscard]] bool hasInkOfADigit(std::span<const std::uint8_t, 28 * 28> image);

/// What ten outputs say about this image. A network that has seen digits only is
/// sure of a dot and of a sheet scribbled over, so the ink itself is asked too: it is NotADigit
/// unless hasInkOfADigit().
[[nodiscard]] Reading readImage(std::span<const std::uint8_t, 28 * 28> image,
                                std::span<const float> outputs);

} // namespace nabla
