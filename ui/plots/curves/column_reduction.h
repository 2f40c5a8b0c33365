// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/telemetry/metric_bucket.h"

#include <cstdint>
#include <span>
#include <vector>

namespace nabla::ui {

/// All records of one metric that fall into one column of pixels.
struct PixelColumn
{
    int index = 0; ///< 0 is the leftmost; -1 and the column count stand for what lies outside
    double step = 0.0; ///< mean position of its records
    std::uint64_t count = 0;
    double min = 0.0;
    double max = 0.0;
    double sum = 0.0;
    double first = 0.0;
    double last = 0.0;

    [[nodiscard]] double mean() const { return sum / static_cast<double>(count); }
    bool operator==(const PixelColumn &) const = default;
};

/// Reduces a curve to the columns between ascending step edges (edges.size() - 1 of them): a plot
/// costs what its width costs, not what the run's length does, and no extreme is lost. Each bucket
/// goes whole to the column of its middle. The nearest bucket on either side of the view comes
/// along, so that lines run out of the picture. Records that are no numbers are left out.
[[nodiscard]] std::vector<PixelColumn> reduceToColumns(std::span<const MetricBucket> buckets,
                                                       std::span<const double> edges);

/// The means of the columns, smoothed over about `radius` columns to either side by a triangular
/// window, weighted by the records in them. The window narrows towards the first column, so that
/// the curve begins where the run began. One value a column.
[[nodiscard]] std::vector<double> smoothedMeans(std::span<const PixelColumn> columns, int radius);

} // namespace nabla::ui
