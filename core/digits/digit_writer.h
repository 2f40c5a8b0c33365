// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/digits/digit_random.h"
#include "core/digits/digit_style.h"
#include "core/vision/stroke.h"

namespace nabla {

/// The strokes of one digit (0 ... 9), as one hand of this style would write it: a template whose
/// control points are jittered, joined smoothly, distorted and slanted. Lengths are in heights of
/// the template.
[[nodiscard]] Drawing writeDigit(const DigitStyle &style, int digit, DigitRandom &random);

} // namespace nabla
