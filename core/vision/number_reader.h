// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vision/number_ink.h"

#include <array>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace nabla {

/// How far each of the ten digits is meant by each image, 0 ... 1: one entry an image.
using DigitScorer = std::function<std::vector<std::array<float, 10>>(std::span<const Raster>)>;

/// One digit of a number.
struct NumberPiece
{
    int digit = 0;
    double confidence = 0.0; ///< 0 ... 1: the digit's output, less where others speak too
    double left = 0.0; ///< of its ink, in the ink's unit
    double right = 0.0;
    std::array<float, 10> outputs{};
    Raster raster{}; ///< what was read
};

/// One way to part a number into digits.
struct NumberReading
{
    std::string digits; ///< "1234"
    std::vector<NumberPiece> pieces; ///< from left to right
    std::vector<double> cuts; ///< x between neighbouring pieces, in the ink's unit
    /// Minus the logarithm of how likely it is, up to a constant: small is good.
    double cost = 0.0;
};

/// The most likely readings with different digits, best first, at most `count`; empty without ink,
/// or with more fragments than maxInkFragments. Every run of neighbouring fragments that may be a
/// digit is read once; a reading's cost is the sum over its pieces of minus the logarithm of the
/// network's confidence, of what speaks against the piece's shape, and of what speaks for or
/// against a cut between it and its neighbour; the cheapest readings are found by dynamic
/// programming. (The notes' proposal: a segmentation is good when every piece is read with
/// confidence.)
[[nodiscard]] std::vector<NumberReading> readNumber(const NumberInk &ink, const DigitScorer &score,
                                                    std::size_t count = 5);

/// Reads the pieces between given cuts (in the ink's unit, in any order), whatever they look like.
[[nodiscard]] NumberReading readPieces(const NumberInk &ink, std::span<const double> cuts,
                                       const DigitScorer &score);

} // namespace nabla
