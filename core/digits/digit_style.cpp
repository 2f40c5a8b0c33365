// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/digits/digit_style.h"

namespace nabla {

DigitStyle mildDigits()
{
    return {};
}

DigitStyle strongDigits()
{
    DigitStyle style;
    style.pointJitter = 0.048;
    style.strokeJitter = 0.034;
    style.endJitter = 0.13;
    style.warp = 0.085;
    style.bumpShift = 0.06;
    style.slantSpread = 0.26;
    style.aspectSpread = 0.25;
    style.penWidthSpread = 0.42;
    style.penVariation = 0.2;
    style.edgeSpread = 0.3;
    return style;
}

DigitStyle everyHand()
{
    DigitStyle style = strongDigits();
    style.evenness = 0.5;
    return style;
}

} // namespace nabla
