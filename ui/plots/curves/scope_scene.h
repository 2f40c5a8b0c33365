// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/curves/axis_range.h"
#include "ui/plots/curves/column_reduction.h"
#include "ui/plots/curves/scope_reference.h"
#include "ui/plots/curves/step_scale.h"
#include "ui/plots/plot_theme.h"

#include <QString>

#include <optional>
#include <vector>

namespace nabla::ui {

enum class ScopeScale
{
    FromZero,
    Fraction, ///< per cent; nearer when everything lies near 100 %
    Share, ///< per cent, from 0 to 100
    Logarithmic,
    LogarithmicShare, ///< per cent
};
[[nodiscard]] bool isLogarithmic(ScopeScale scale);

enum class CurveDrawing
{
    Envelope, ///< from min to max, in thin bars
    EnvelopeAndMean, ///< with the smoothed mean over it
    Mean, ///< the smoothed mean alone
    Points, ///< every value, joined: for what is measured now and then
    Band, ///< from min to max over several runs, with the mean of their lines
};

/// One run, or several that differ only in their seeds, as the scope tells them apart.
struct SceneRun
{
    QString name;
    int style = 0; ///< of its lines, see run_line.h
    int members = 1; ///< runs in it
    bool isShown = true; ///< the one that the rest of the window shows
};

/// One curve, reduced to what will be drawn of it.
struct SceneCurve
{
    QColor color;
    QString label; ///< at its right end and the crosshair; empty for none
    CurveDrawing drawing = CurveDrawing::Mean;
    std::vector<PixelColumn> columns;
    std::vector<double> x; ///< a value a column
    std::vector<double> line; ///< a value a column: the smoothed mean, or the values themselves
    std::size_t run = 0; ///< of ScopeScene::runs
    bool isSmoothed = false; ///< the line is not the columns' means
    bool isNoisy = false; ///< a mini-batch's, not smoothed
    bool isNamedAtEnd = true; ///< otherwise the crosshair alone names it
};
[[nodiscard]] bool hasEnvelope(const SceneCurve &curve);

/// Values that are as they should be: a quiet area with a line in it.
struct SceneGuide
{
    double lower = 0.0;
    double upper = 0.0;
    double middle = 0.0;
    QString text;
    bool operator==(const SceneGuide &) const = default;
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
    std::vector<SceneRun> runs;
    std::vector<SceneCurve> curves;
    std::vector<SceneMark> marks;
    std::optional<SceneGuide> guide;
    SceneReference reference;
    std::optional<double> moment; ///< x of the time machine
    std::optional<double> crosshair;
    QString crosshairTitle;
    PlotColors colors;
    QFont font;
};

/// The column of a curve that is nearest to x, or nothing where the curve has none near it.
[[nodiscard]] std::optional<std::size_t> columnAt(const SceneCurve &curve, double x);
/// The value of a curve's line there.
[[nodiscard]] std::optional<double> valueAt(const SceneCurve &curve, double x);
/// An exact zero was measured and the scale has no place for it: it belongs on the rail below.
[[nodiscard]] bool hasZero(const ScopeScene &scene);
/// A quiet range of y that holds the scene's curves and guide, starting from the one shown now.
[[nodiscard]] AxisRange valueRange(const ScopeScene &scene, AxisRange current);
/// A value of this scale, for a person.
[[nodiscard]] QString valueText(ScopeScale scale, double value);
/// A place on the x axis, for a person: "epoch 1.20".
[[nodiscard]] QString positionText(XUnit unit, double x);

} // namespace nabla::ui
