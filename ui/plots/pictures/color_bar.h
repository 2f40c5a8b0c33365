// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/pictures/magnitude_scale.h"
#include "ui/plots/plot_theme.h"

class QPainter;
class QRectF;

namespace nabla::ui {

/// How a picture's colour bar looks.
struct ColorBarStyle
{
    QString title; ///< what is coloured; left out where there is no room for it
    QString zeroText; ///< beside the colour of exact zeros, where the scale has one
    PlotColors colors;
    QFont font;
};

/// Of a bar with its numbers below it.
[[nodiscard]] int colorBarHeight(const QFont &font);
/// The bar at the right end of `box`, its title before it; nothing where there is no room for both
/// its ends.
void drawColorBar(QPainter &painter, const QRectF &box, const MagnitudeScale &scale,
                  const ColorBarStyle &style);

} // namespace nabla::ui
