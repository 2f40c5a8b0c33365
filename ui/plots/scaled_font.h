// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

#include <algorithm>

namespace nabla::ui {

/// The same font so many times as large, whether its size is in points or in pixels; pixels are
/// rounded down, so that what is made to fit does.
[[nodiscard]] inline QFont scaledFont(QFont font, double scale)
{
    if (font.pointSizeF() > 0.0)
        font.setPointSizeF(font.pointSizeF() * scale);
    else
        font.setPixelSize(std::max(1, static_cast<int>(font.pixelSize() * scale)));
    return font;
}

} // namespace nabla::ui
