// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/curves/scope_scene.h"

#include "ui/plots/number_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <functional>

namespace nabla::ui {

namespace {

/// Of an envelope that many single records make, a rare one may stand out of the picture if it
/// would press all others flat: beyond this factor of the second percentile.
constexpr double outlierFactor = 1.25;
constexpr std::size_t rare = 50; ///< one in so many

struct Extent
{
    std::vector<double> lows;
    std::vector<double> highs;
    double smallest = 0.0; ///< of the lines
    double largest = 0.0;
    bool isEmpty = true;
};

void take(Extent &extent, double value)
{
    extent.smallest = extent.isEmpty ? value : std::min(extent.smallest, value);
    extent.largest = extent.isEmpty ? value : std::max(extent.largest, value);
    extent.isEmpty = false;
}

Extent extentOf(const SceneCurve &curve, ScopeScale scale)
{
    const auto counts = [scale](double value) {
        return std::isfinite(value) && (!isLogarithmic(scale) || value > 0.0);
    };
    Extent extent;
    for (std::size_t i = 0; i < curve.columns.size(); ++i) {
        if (curve.drawing != CurveDrawing::Envelope && counts(curve.line[i]))
            take(extent, curve.line[i]);
        if (hasEnvelope(curve) && counts(curve.columns[i].min))
            extent.lows.push_back(curve.columns[i].min);
        if (hasEnvelope(curve) && counts(curve.columns[i].max))
            extent.highs.push_back(curve.columns[i].max);
    }
    return extent;
}

/// The value that one in `rare` exceeds, in the order of `before`.
template <class Order>
double beyondRare(std::vector<double> &values, Order before)
{
    const auto nth = values.begin() + static_cast<std::ptrdiff_t>(values.size() / rare);
    std::nth_element(values.begin(), nth, values.end(), before);
    return *nth;
}

void takeEnvelope(Extent &extent)
{
    if (!extent.highs.empty()) {
        const double most = *std::max_element(extent.highs.begin(), extent.highs.end());
        take(extent, std::min(most, outlierFactor * beyondRare(extent.highs, std::greater<>())));
    }
    if (!extent.lows.empty()) {
        const double least = *std::min_element(extent.lows.begin(), extent.lows.end());
        take(extent, std::max(least, beyondRare(extent.lows, std::less<>()) / outlierFactor));
    }
}

} // namespace

bool isLogarithmic(ScopeScale scale)
{
    return scale == ScopeScale::Logarithmic || scale == ScopeScale::LogarithmicShare;
}

bool hasEnvelope(const SceneCurve &curve)
{
    return curve.drawing == CurveDrawing::Envelope || curve.drawing == CurveDrawing::EnvelopeAndMean
           || curve.drawing == CurveDrawing::Band;
}

bool hasZero(const ScopeScene &scene)
{
    return isLogarithmic(scene.scale)
           && std::ranges::any_of(scene.curves, [](const SceneCurve &curve) {
                  return std::ranges::any_of(
                      curve.columns, [](const PixelColumn &column) { return column.min == 0.0; });
              });
}

AxisRange valueRange(const ScopeScene &scene, AxisRange current)
{
    Extent all;
    for (const SceneCurve &curve : scene.curves) {
        Extent extent = extentOf(curve, scene.scale);
        takeEnvelope(extent);
        if (extent.isEmpty)
            continue;
        take(all, extent.smallest);
        take(all, extent.largest);
    }
    for (const SceneReference::Point &point : scene.reference.points) {
        if (!isLogarithmic(scene.scale) || point.value > 0.0)
            take(all, point.value);
    }
    if (scene.guide && !all.isEmpty) {
        take(all, scene.guide->lower);
        take(all, scene.guide->upper);
    }
    switch (scene.scale) {
    case ScopeScale::FromZero:
        return rangeFromZero(current, all.largest);
    case ScopeScale::Fraction:
        return fractionRange(current, all.smallest);
    case ScopeScale::Share:
        return {0.0, 1.0};
    case ScopeScale::Logarithmic:
    case ScopeScale::LogarithmicShare:
        break;
    }
    return logRange(current, all.smallest, all.largest);
}

std::optional<std::size_t> columnAt(const SceneCurve &curve, double x)
{
    if (curve.x.empty() || x < curve.x.front() || x > curve.x.back())
        return std::nullopt;
    const auto after = std::lower_bound(curve.x.begin(), curve.x.end(), x);
    const auto right = static_cast<std::size_t>(after - curve.x.begin());
    if (right == 0)
        return 0;
    const double span = curve.x[right] - curve.x[right - 1];
    const bool nearerLeft = span > 0.0 && x - curve.x[right - 1] < span / 2.0;
    return nearerLeft ? right - 1 : right;
}

std::optional<double> valueAt(const SceneCurve &curve, double x)
{
    const auto column = columnAt(curve, x);
    return column ? std::optional(curve.line[*column]) : std::nullopt;
}

QString valueText(ScopeScale scale, double value)
{
    const QLocale locale;
    const bool isNumber = scale == ScopeScale::FromZero || scale == ScopeScale::Logarithmic;
    return isNumber ? significantText(value, 3, locale) : percentText(value, 2, locale);
}

QString positionText(XUnit unit, double x)
{
    const QLocale locale;
    switch (unit) {
    case XUnit::Epochs:
        return QCoreApplication::translate("ScopePlot", "epoch %1").arg(locale.toString(x, 'f', 2));
    case XUnit::Steps:
        return QCoreApplication::translate("ScopePlot", "step %1").arg(locale.toString(x, 'f', 0));
    case XUnit::Seconds:
        break;
    }
    return QCoreApplication::translate("ScopePlot", "%1 s").arg(locale.toString(x, 'f', 2));
}

} // namespace nabla::ui
