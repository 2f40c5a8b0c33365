// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/curves/scope_scene.h"

#include <vector>

namespace nabla::ui {

/// The curves of several runs that differ only in their seeds, as one: in each of the view's
/// `columns` pixel columns, from the least to the most of the runs' lines, and their mean. Runs
/// that have not come that far are left out there. Between their points the lines are straight on
/// this scale, as they are drawn. Colour and label are those of the first.
[[nodiscard]] SceneCurve seedBand(const std::vector<const SceneCurve *> &curves, AxisRange view,
                                  int columns, ScopeScale scale);

} // namespace nabla::ui
