// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace nabla {

/// How differently the digits of a set are written: spreads (sigma) of everything that varies from
/// hand to hand. Lengths are shares of the digit's height unless said otherwise.
struct DigitStyle
{
    double evenness = 0.0; ///< 0: templates by their weights, as in MNIST; 1: all as often
    double pointJitter = 0.036; ///< of each control point
    double strokeJitter = 0.025; ///< of whole strokes, where a digit has several
    double endJitter = 0.10; ///< strokes end early or late
    double warp = 0.07; ///< coefficients of a smooth quadratic and cubic distortion
    double bumpShift = 0.05; ///< local shifts, a quarter of the height wide
    double slant = 0.12; ///< mean of the shear to the right
    double slantSpread = 0.24;
    double rotationSpread = 0.10; ///< radians
    double aspectSpread = 0.22; ///< of the logarithm of width against height
    double penWidth = 2.3; ///< median, pixels of the final frame
    double penWidthSpread = 0.33; ///< of its logarithm
    double penWidthMax = 4.3;
    double penVariation = 0.15; ///< amplitude along the path, as a share of the width
    double edgeSpread = 0.2; ///< of the logarithm of the grey rim's width
};

/// Looks like careful handwriting: the set that a newcomer sees.
[[nodiscard]] DigitStyle mildDigits();
/// Wilder hands, some hardly legible: harder to learn, and a better preparation for other people's
/// digits.
[[nodiscard]] DigitStyle strongDigits();
/// As wild, and rare ways of writing as often as half of MNIST's: for a network that is to read
/// anybody's pen.
[[nodiscard]] DigitStyle everyHand();

} // namespace nabla
