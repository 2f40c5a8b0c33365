// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/scope/crosshair_table.h"

#include <algorithm>
#include <limits>

namespace nabla::ui {

namespace {

struct ReadRow
{
    CrosshairTable::Row row;
    bool isOfShown = false;
    double height = -std::numeric_limits<double>::infinity();
};

QString reading(const ScopeScene &scene, const SceneCurve &curve, std::size_t column)
{
    const QString value = valueText(scene.scale, curve.line[column]);
    if (curve.drawing != CurveDrawing::Band)
        return value;
    return QStringLiteral("%1 (%2–%3)")
        .arg(value, valueText(scene.scale, curve.columns[column].min),
             valueText(scene.scale, curve.columns[column].max));
}

ReadRow &rowOf(std::vector<ReadRow> &rows, const SceneCurve &curve, std::size_t runCount)
{
    const auto same = std::ranges::find_if(
        rows, [&](const ReadRow &row) { return row.row.name == curve.label; });
    if (same != rows.end())
        return *same;
    rows.push_back({{curve.color, curve.label, QStringList()}});
    rows.back().row.values.resize(static_cast<qsizetype>(runCount));
    return rows.back();
}

} // namespace

CrosshairTable crosshairTable(const ScopeScene &scene)
{
    std::vector<ReadRow> rows;
    for (const SceneCurve &curve : scene.curves) {
        const auto column = columnAt(curve, *scene.crosshair);
        if (!column || curve.label.isEmpty())
            continue;
        ReadRow &row = rowOf(rows, curve, scene.runs.size());
        row.row.values[static_cast<qsizetype>(curve.run)] = reading(scene, curve, *column);
        if (!scene.runs[curve.run].isShown && row.isOfShown)
            continue;
        row.isOfShown = scene.runs[curve.run].isShown;
        row.height = curve.line[*column];
        row.row.color = curve.color;
    }
    std::ranges::stable_sort(rows, [](const ReadRow &a, const ReadRow &b) {
        return a.isOfShown != b.isOfShown ? a.isOfShown : a.height > b.height;
    });
    CrosshairTable table;
    for (ReadRow &row : rows)
        table.rows.push_back(std::move(row.row));
    return table;
}

} // namespace nabla::ui
