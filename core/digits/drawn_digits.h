// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/digits/digit_style.h"
#include "core/vision/normalization.h"
#include "core/vision/stroke.h"

#include <cstdint>
#include <span>
#include <vector>

namespace nabla {

/// What somebody wrote and what it was meant to be.
struct LabelledDrawing
{
    Drawing drawing;
    std::uint8_t label = 0;
};

/// Digits as they come from a canvas, whose sheet is the unit square: anywhere on it, the longer
/// side between a fifth and nine tenths of the sheet's. None of them is in a generated set. The
/// same style, seed and count give the same drawings on every machine.
[[nodiscard]] std::vector<LabelledDrawing> drawDigits(const DigitStyle &style, std::uint64_t seed,
                                                      int count);

/// The pictures that a network reads of drawings on the unit square.
[[nodiscard]] LabelledImages imagesOf(std::span<const LabelledDrawing> drawings, const Pen &pen,
                                      const Normalization &steps);

} // namespace nabla
