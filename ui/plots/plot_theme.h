// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPen>

class QCustomPlot;
class QPalette;

namespace nabla::ui {

/// What a plot is drawn with, all of it from the palette.
struct PlotColors
{
    QColor background;
    QColor grid;
    QColor border;
    QColor text;
    QColor secondaryText;
    QColor accent; ///< of the person's own actions
    QColor healthy; ///< behind values that are as they should be
};

[[nodiscard]] PlotColors plotColors(const QPalette &palette);
/// A little smaller than the widget's.
[[nodiscard]] QFont plotFont(const QFont &widgetFont);

/// For curves that grow with the run. Never wider than one pixel: on noisy curves a wider pen costs
/// a hundred times as much. Faded by mixing, not by transparency, which costs ten times as much.
[[nodiscard]] QPen streamingPen(const QColor &color, const QColor &background);
/// Behind lines: a large area of it stays quiet.
[[nodiscard]] QColor quietArea(const QColor &color, const QColor &background);
/// For smooth lines of a few hundred points only. Flat and bevelled: round costs three times as
/// much.
[[nodiscard]] QPen meanPen(const QColor &color);
/// For the lines of other runs than the shown one, and for noisy ones: one pixel wide.
[[nodiscard]] QPen besidePen(const QColor &color);
/// For what a smooth line was made of, behind it.
[[nodiscard]] QPen rawPen(const QColor &color, const QColor &background);
[[nodiscard]] QPen markPen(const QColor &color);

/// A quiet grid, no axis lines, small grey numbers through the default locale.
void applyPlotTheme(QCustomPlot &plot, const QPalette &palette, const QFont &widgetFont);

} // namespace nabla::ui
