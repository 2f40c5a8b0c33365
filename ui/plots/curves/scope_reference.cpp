// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/curves/scope_reference.h"

namespace nabla::ui {

SceneReference inView(const ScopeReference &reference, const StepScale &scale, AxisRange view)
{
    SceneReference placed{reference.name, {}};
    for (const ScopeReference::Point &point : reference.points) {
        const double x = scale.xAt(static_cast<double>(point.step));
        if (x >= view.lower && x <= view.upper)
            placed.points.push_back({x, point.value, point.color});
    }
    return placed;
}

} // namespace nabla::ui
