// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/layer_colors.h"

#include "ui/plots/mixed_color.h"

#include <QPalette>

#include <algorithm>
#include <array>
#include <cmath>

namespace nabla::ui {

namespace {

constexpr std::size_t anchorCount = 5;
using Ramp = std::array<QRgb, anchorCount>;

constexpr Ramp darkRamp{0xff9b6bff, 0xffd45bc0, 0xfff5796a, 0xfffbb13c, 0xfff2ea6a};
constexpr Ramp lightRamp{0xff5b2bd6, 0xffa8208f, 0xffd1423b, 0xffb86e00, 0xff7d7700};
constexpr QRgb darkInput = 0xff8b919e;
constexpr QRgb lightInput = 0xff7c8492;

} // namespace

QColor layerColor(int layer, int layerCount, bool dark)
{
    if (layer < 1)
        return QColor::fromRgb(dark ? darkInput : lightInput);
    const Ramp &ramp = dark ? darkRamp : lightRamp;
    if (layerCount < 2 || layer >= layerCount)
        return QColor::fromRgb(ramp.back());
    const double position = static_cast<double>(layer - 1) / (layerCount - 1) * (anchorCount - 1);
    const auto below = std::min(static_cast<std::size_t>(position), anchorCount - 2);
    const double share = position - static_cast<double>(below);
    const QRgb a = ramp[below];
    const QRgb b = ramp[below + 1];
    return QColor(mixedColor(a, b, share));
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

} // namespace nabla::ui
