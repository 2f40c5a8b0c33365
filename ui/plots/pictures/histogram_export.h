// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/curves/step_scale.h"
#include "ui/plots/pictures/histogram_picture.h"

class QIODevice;

namespace nabla::ui {

/// Whose numbers a table of histograms holds.
struct HistogramColumns
{
    LayerDistribution distribution = LayerDistribution::WeightedInput;
    int layer = 1;
};

/// A row a bin that holds something: distribution, layer, step, epoch, seconds, from, to, count,
/// share; exact zeros from 0 to 0, and what was no number from nan to nan, without a share. Points
/// as decimal marks.
[[nodiscard]] bool writeHistogramCsv(QIODevice &device, const HistogramPicture &picture,
                                     HistogramColumns columns, const StepScale &epochs,
                                     const StepScale &seconds);

} // namespace nabla::ui
