// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/histogram.h"
#include "ui/plots/curves/axis_range.h"
#include "ui/plots/pictures/response_curve.h"
#include "ui/plots/plot_theme.h"

#include <QRectF>

class QPainter;

namespace nabla::ui {

/// One histogram as bars that go to the right, the highest number on top.
struct DistributionDrawing
{
    const Histogram &histogram;
    AxisRange bins; ///< from the lower end of the bars' box to its upper one
    double largestShare = 1.0; ///< what the box is wide for
    QColor color;
    QString title; ///< above the box
    const ResponseCurve *response = nullptr; ///< drawn over it; null for none
    PlotColors colors;
    QFont font;
};

/// Where it goes: the bars, and the rail of exact zeros below them.
struct DistributionBoxes
{
    QRectF bars;
    QRectF zeros;
};

/// The largest share of a bin.
[[nodiscard]] double largestShare(const Histogram &histogram);
void drawDistribution(QPainter &painter, const DistributionBoxes &boxes,
                      const DistributionDrawing &drawing);

} // namespace nabla::ui
