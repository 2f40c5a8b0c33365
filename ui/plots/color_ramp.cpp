// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/color_ramp.h"

#include "ui/plots/mixed_color.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace nabla::ui {

namespace {

// After ColorBrewer's YlGnBu (C. Brewer), turned round, its ends drawn in: neither end is lost on
// the page behind it.
constexpr std::array<QRgb, 8> anchors{0xff16266b, 0xff243f9a, 0xff2165ad, 0xff1d91c0,
                                      0xff41b6c4, 0xff7fcdbb, 0xffbfe3a6, 0xffe9f27f};
constexpr int shades = 256;

std::array<QRgb, shades> makeRamp()
{
    std::array<QRgb, shades> ramp{};
    for (std::size_t i = 0; i < ramp.size(); ++i) {
        const double place = static_cast<double>(i) / (shades - 1) * (anchors.size() - 1);
        const auto below = std::min(static_cast<std::size_t>(place), anchors.size() - 2);
        const double share = place - static_cast<double>(below);
        const QRgb a = anchors[below];
        const QRgb b = anchors[below + 1];
        ramp[i] = mixedColor(a, b, share);
    }
    return ramp;
}

} // namespace

QRgb magnitudeColor(double share)
{
    static const std::array<QRgb, shades> ramp = makeRamp();
    return ramp[static_cast<std::size_t>(std::lround(std::clamp(share, 0.0, 1.0) * (shades - 1)))];
}

QRgb zeroColor()
{
    return 0xffe5484d;
}

} // namespace nabla::ui
