// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/telemetry/run_history.h"

#include <memory>
#include <vector>

namespace nabla::ui::test {

/// Halves up to 4, two bins a doubling up to 32: 14 bins of each sign.
inline constexpr BinScale smallBins{4.0, 8, 2, 3};

inline Histogram histogramWith(const std::vector<double> &numbers, const BinScale &bins = smallBins)
{
    Histogram histogram(bins);
    for (const double number : numbers)
        histogram.add(number);
    return histogram;
}

/// Every layer has the same numbers in all its distributions; a layer each.
inline std::shared_ptr<const NetworkHistograms>
layersWith(const std::vector<std::vector<double>> &numbers, const BinScale &bins = smallBins)
{
    NetworkHistograms layers;
    for (const auto &of : numbers) {
        const Histogram histogram = histogramWith(of, bins);
        layers.push_back({histogram, histogram, histogram, histogram, histogram});
    }
    return std::make_shared<const NetworkHistograms>(std::move(layers));
}

} // namespace nabla::ui::test
