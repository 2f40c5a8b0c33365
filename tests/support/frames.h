// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/frame.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace nabla::ui::test {

/// A frame to show to a panel, with everything that it refers to.
struct FrameSource
{
    RunHistory history;
    std::shared_ptr<const Snapshot> snapshot;
    std::shared_ptr<const Dataset> data;
    RunStatusData status;
    ExperimentConfig experiment;

    [[nodiscard]] Frame frame() const { return {history, snapshot, data, status, experiment, 1}; }
};

/// A network of zeros: every sigmoid neuron is at 1/2.
inline Network blankNetwork(const std::vector<int> &layers,
                            const std::string &activation = "sigmoid")
{
    return Network(layers, activation);
}

/// Without a hidden layer; output k is sigmoid(biases[k]) whatever is drawn.
inline std::shared_ptr<const Snapshot> opinion(const std::vector<float> &biases,
                                               std::uint64_t step = 0)
{
    Network network({784, static_cast<int>(biases.size())}, "sigmoid");
    Vector b(static_cast<Eigen::Index>(biases.size()));
    for (std::size_t k = 0; k < biases.size(); ++k)
        b(static_cast<Eigen::Index>(k)) = biases[k];
    network.setBiases(1, b);
    return std::make_shared<const Snapshot>(Snapshot{std::move(network), step});
}

/// Says 1 where ink is in column 4, the left one of the box, or in the next ones up to `last`, and
/// 7 where there is none.
inline std::shared_ptr<const Snapshot> leftOrNot(std::uint64_t step = 0, int last = 4)
{
    Network network({784, 10}, "sigmoid");
    Matrix weights = Matrix::Zero(10, 784);
    for (int row = 0; row < 28; ++row) {
        for (int column = 4; column <= last; ++column)
            weights(1, row * 28 + column) = 8.0F;
    }
    network.setWeights(1, weights);
    Vector biases = Vector::Constant(10, -4.0F);
    biases(7) = 0.5F;
    network.setBiases(1, biases);
    return std::make_shared<const Snapshot>(Snapshot{std::move(network), step});
}

/// Sure of one digit.
inline std::shared_ptr<const Snapshot> certainOf(int digit, std::uint64_t step = 0)
{
    std::vector<float> biases(10, -6.0F);
    biases[static_cast<std::size_t>(digit)] = 6.0F;
    return opinion(biases, step);
}

} // namespace nabla::ui::test
