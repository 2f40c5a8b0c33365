// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/digit_colors.h"

#include <array>
#include <cstddef>

namespace nabla::ui {

namespace {

using TenColors = std::array<QRgb, 10>;

// Digits that are often taken for each other (3 5 8, 4 9, 1 7) are far apart.
constexpr TenColors darkColors{0xffb7c0cc, 0xffc9a27e, 0xff8fd14f, 0xff5aa9ff, 0xffff8fc7,
                               0xffffb020, 0xffb69cff, 0xff35c9c0, 0xffff6b5e, 0xffe8e05a};
constexpr TenColors lightColors{0xff5a6472, 0xff8a5a2b, 0xff3f7d0f, 0xff0f66c8, 0xffb3266f,
                                0xffa85f00, 0xff6b44c4, 0xff00777a, 0xffc62a1c, 0xff6f6a00};

} // namespace

QColor digitColor(int digit, bool dark)
{
    return QColor::fromRgb((dark ? darkColors : lightColors).at(static_cast<std::size_t>(digit)));
}

} // namespace nabla::ui
