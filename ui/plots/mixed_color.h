// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <cmath>

namespace nabla::ui {

/// Of a ramp between two colours; share 0 is the first.
[[nodiscard]] inline QRgb mixedColor(QRgb from, QRgb to, double share)
{
    const auto mixed = [share](int a, int b) {
        return static_cast<int>(std::lround(a + share * (b - a)));
    };
    return qRgb(mixed(qRed(from), qRed(to)), mixed(qGreen(from), qGreen(to)),
                mixed(qBlue(from), qBlue(to)));
}

} // namespace nabla::ui
