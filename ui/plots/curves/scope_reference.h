// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/curves/axis_range.h"
#include "ui/plots/curves/step_scale.h"

#include <QColor>
#include <QString>

#include <cstdint>
#include <vector>

namespace nabla::ui {

/// What another program recorded of the same experiment at some of its steps.
struct ScopeReference
{
    struct Point
    {
        std::uint64_t step = 0;
        double value = 0.0;
        QColor color;
        bool operator==(const Point &) const = default;
    };
    QString name; ///< in the legend: "the book's run"
    std::vector<Point> points;
    bool operator==(const ScopeReference &) const = default;
};

/// The part of it that a scope draws.
struct SceneReference
{
    struct Point
    {
        double x = 0.0;
        double value = 0.0;
        QColor color;
    };
    QString name;
    std::vector<Point> points; ///< of the view
};

[[nodiscard]] SceneReference inView(const ScopeReference &reference, const StepScale &scale,
                                    AxisRange view);

} // namespace nabla::ui
