// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/axis_range.h"
#include "ui/plots/column_reduction.h"
#include "ui/plots/plot_theme.h"
#include "ui/plots/step_scale.h"

#include <QString>

#include <optional>
#include <vector>

namespace nabla::ui {

enum class ScopeScale
{
    FromZero,
    Fraction,
    Logarithmic
};

enum class CurveDrawing
{
    Envelope, ///< from min to max, in thin bars
    EnvelopeAndMean, ///< with the smoothed mean over it
    Mean, ///< the smoothed mean alone
    Points, ///< every value, joined: for what is measured now and then
};

/// One curve, reduced to what will be drawn of it.
struct SceneCurve
{
    QColor color;
    QString label; ///< at its right end; empty for none
    CurveDrawing drawing = CurveDrawing::Mean;
    std::vector<PixelColumn> columns;
    std::vector<double> x; ///< a value a column
    std::vector<double> line; ///< a value a column: the smoothed mean, or the values themselves
};

/// A moment of the run worth a vertical line.
struct SceneMark
{
    enum class Kind
    {
        Knob,
        Diverged
    };
    Kind kind = Kind::Knob;
    double x = 0.0;
    QString text;
};

/// What a scope draws: made by ScopePlot from the run's history, drawn by the scope's layers.
struct ScopeScene
{
    ScopeScale scale = ScopeScale::FromZero;
    std::vector<SceneCurve> curves;
    std::vector<SceneMark> marks;
    std::optional<double> crosshair;
    QString crosshairTitle;
    PlotColors colors;
    QFont font;
};

/// The value of a curve's line at x, or nothing where the curve has none near it.
[[nodiscard]] std::optional<double> valueAt(const SceneCurve &curve, double x);
/// A quiet range of y that holds these curves, starting from the one shown now.
[[nodiscard]] AxisRange valueRange(ScopeScale scale, const std::vector<SceneCurve> &curves,
                                   AxisRange current);
/// A value of this scale, for a person.
[[nodiscard]] QString valueText(ScopeScale scale, double value);
/// A place on the x axis, for a person: "epoch 1.20".
[[nodiscard]] QString positionText(XUnit unit, double x);

} // namespace nabla::ui
