// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/histogram.h"
#include "ui/plots/curves/axis_range.h"

#include <QString>

#include <vector>

namespace nabla::ui {

/// Bins as an axis: every bin is as long as any other, whatever it spans.

/// The number at a place among the bins: BinScale::positionOf() the other way round.
[[nodiscard]] double valueAtPosition(const BinScale &scale, double position);

struct BinTick
{
    double position = 0.0; ///< among the bins
    QString text;
};

/// Zero and round numbers, powers of ten first, where `bins` (positions) is `pixels` long and
/// labels stand at least `distance` pixels apart. From the lowest to the highest.
[[nodiscard]] std::vector<BinTick> binTicks(const BinScale &scale, AxisRange bins, double pixels,
                                            double distance);

} // namespace nabla::ui
