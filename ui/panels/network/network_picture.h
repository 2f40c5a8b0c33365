// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/network.h"
#include "core/vision/mnist_raster.h"

#include <optional>
#include <vector>

namespace nabla::ui {

/// The neurons of one column that are shown. Where not all fit, some in the middle are left out.
struct ShownColumn
{
    int size = 0; ///< neurons in all
    std::vector<int> neurons; ///< ascending
    [[nodiscard]] bool hasGap() const { return static_cast<int>(neurons.size()) < size; }
    /// The gap lies before the neuron shown at this place.
    [[nodiscard]] int gapPlace() const { return (static_cast<int>(neurons.size()) + 1) / 2; }
    /// Places in the column, the gap included.
    [[nodiscard]] int places() const
    {
        return static_cast<int>(neurons.size()) + (hasGap() ? 1 : 0);
    }
    bool operator==(const ShownColumn &) const = default;
};

/// A weight between two shown neurons.
struct ShownWeight
{
    int layer = 1; ///< that it leads into
    int from = 0; ///< positions in ShownColumn::neurons
    int to = 0;
    double strength = 0.0; ///< |w|, as a share of the layer's largest that is shown
};

/// All neurons of up to `places`, otherwise the first and the last ones.
[[nodiscard]] ShownColumn shownColumn(int size, int places);
/// Of 28 x 28 inputs pixels of the middle column, from top to bottom: a cut through the digit.
[[nodiscard]] ShownColumn shownInputs(int size, int places);
/// The input, then every layer.
[[nodiscard]] std::vector<ShownColumn> shownColumns(const Network &network, int places);

/// For every shown neuron the strongest of its weights to shown neurons of the layer before. There
/// are at most `perNeuron` each, and fewer where the picture would have more than some hundreds.
[[nodiscard]] std::vector<ShownWeight>
strongestWeights(const Network &network, const std::vector<ShownColumn> &columns, int perNeuron);

/// What the network makes of an image: a^l of the shown neurons.
struct ShownActivations
{
    std::vector<std::vector<double>> values; ///< a column each, in the order of its neurons
    /// What counts as full: 1, or for layers without an upper bound their largest activation.
    std::vector<double> full;
};
/// Nothing when the image does not fit the network's input.
[[nodiscard]] std::optional<ShownActivations>
shownActivations(const Network &network, const Raster &image,
                 const std::vector<ShownColumn> &columns, Workspace &workspace);

} // namespace nabla::ui
