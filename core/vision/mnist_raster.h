// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vision/stroke.h"

#include <array>
#include <cstdint>

namespace nabla {

/// The pen in pixels of the final 28 x 28 frame. The defaults are what MNIST-trained networks read
/// best from real pen strokes (digits.md: width 1.5 to 2.5 within 0.4 points).
struct Pen
{
    double width = 2.2;
    double edge = 1.3; ///< width of the linear grey rim
    double widthVariation = 0.0; ///< amplitude of a sine along the path, as a share of width
    double widthPhase = 0.0; ///< radians
    /// A drawing whose longer side is smaller than this, in its own units, is not blown up to the
    /// full 20 pixels but drawn as if it were a part of one that large: a tap of the pen stays a
    /// dot. Screen pixels for a canvas, such as a thirtieth of its side.
    double dotExtent = 0.0;
    bool operator==(const Pen &) const = default;
};

/// The pen for drawings in units of their paper's side, such as the canvas's: a tap stays a dot.
[[nodiscard]] constexpr Pen paperPen()
{
    Pen pen;
    pen.dotExtent = 1.0 / 30.0;
    return pen;
}

inline constexpr int rasterSide = 28;
/// MNIST's digits fill a box of this side.
inline constexpr int boxSide = 20;
/// Row by row; 0 paper, 255 full ink.
using Raster = std::array<std::uint8_t, rasterSide * rasterSide>;

/// Draws strokes exactly as MNIST digits are normalised: aspect kept, the ink's longer side 20
/// pixels, then shifted by whole pixels so that the centre of mass lies at pixel index (14, 14).
/// Ink that this moves beyond the frame is lost, as in MNIST (a row of one digit in a thousand).
/// The pen is defined in the final frame, so small and large drawings get the same line. The same
/// code draws the built-in digits and reads the canvas. An empty drawing (or one with a non-finite
/// point only) gives a blank raster; points that are not finite, or farther than 1e150 from the
/// origin, are left out. A single point is a dot of the pen's width in the middle. Never fails; the
/// same drawing gives the same bytes on every machine.
[[nodiscard]] Raster rasterize(const Drawing &drawing, const Pen &pen = {});

/// Moved by whole pixels so that the centre of mass lies at pixel index (14, 14), as in MNIST; ink
/// that leaves the frame is lost.
[[nodiscard]] Raster centerByMass(const Raster &raster);

} // namespace nabla
