// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/math/histogram.h"

#include <vector>

namespace nabla {

/// How the numbers of one layer were distributed at one step: z, a and delta over all its neurons
/// and the examples of the probe, dC/dW (of the probe's mean cost) and W over all its weights.
struct LayerHistograms
{
    Histogram weightedInput;
    Histogram activation;
    Histogram error;
    Histogram weightGradient;
    Histogram weights;
    bool operator==(const LayerHistograms &) const = default;
};

/// A layer each, layer 1 first, the output layer included.
using NetworkHistograms = std::vector<LayerHistograms>;

} // namespace nabla
