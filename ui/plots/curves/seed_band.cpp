// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/curves/seed_band.h"

#include <algorithm>
#include <cmath>

namespace nabla::ui {

namespace {

/// The height of a curve's line at x, which may lie half a column beside it; `next` is where the
/// last search ended, for ascending x.
std::optional<double> lineAt(const SceneCurve &curve, double x, double halfColumn, ScopeScale scale,
                             std::size_t &next)
{
    if (curve.x.empty() || x + halfColumn < curve.x.front() || x - halfColumn > curve.x.back())
        return std::nullopt;
    while (next < curve.x.size() && curve.x[next] < x)
        ++next;
    if (next == 0 || next == curve.x.size())
        return next == 0 ? curve.line.front() : curve.line.back();
    const double span = curve.x[next] - curve.x[next - 1];
    const double share = span > 0.0 ? (x - curve.x[next - 1]) / span : 1.0;
    const double before = curve.line[next - 1];
    const double after = curve.line[next];
    if (isLogarithmic(scale) && before > 0.0 && after > 0.0)
        return before * std::pow(after / before, share);
    return before + share * (after - before);
}

void addToBand(PixelColumn &column, double value)
{
    column.min = column.count == 0 ? value : std::min(column.min, value);
    column.max = column.count == 0 ? value : std::max(column.max, value);
    column.sum += value;
    ++column.count;
}

} // namespace

SceneCurve seedBand(const std::vector<const SceneCurve *> &curves, AxisRange view, int columns,
                    ScopeScale scale)
{
    SceneCurve band;
    band.color = curves.front()->color;
    band.label = curves.front()->label;
    band.drawing = CurveDrawing::Band;
    band.isNoisy = std::ranges::any_of(curves, &SceneCurve::isNoisy);
    const double width = (view.upper - view.lower) / columns;
    std::vector<std::size_t> next(curves.size(), 0);
    for (int index = 0; index < columns; ++index) {
        const double x = view.lower + (index + 0.5) * width;
        PixelColumn column;
        column.index = index;
        for (std::size_t run = 0; run < curves.size(); ++run) {
            const auto value = lineAt(*curves[run], x, 0.5 * width, scale, next[run]);
            if (value && std::isfinite(*value))
                addToBand(column, *value);
        }
        if (column.count == 0)
            continue;
        column.first = column.last = column.mean();
        band.columns.push_back(column);
        band.x.push_back(x);
        band.line.push_back(column.mean());
    }
    return band;
}

} // namespace nabla::ui
