// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/network/network_picture.h"

#include "core/nn/dense_layer.h"
#include "core/vision/mnist_raster.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>

namespace nabla::ui {

namespace {

constexpr int mostWeights = 400; // an anti-aliased line costs 5 us

/// Positions of the `count` largest of these values.
std::vector<int> largest(const std::vector<double> &values, int count)
{
    std::vector<int> order(values.size());
    std::iota(order.begin(), order.end(), 0);
    const auto kept = order.begin() + std::min<std::ptrdiff_t>(count, std::ssize(order));
    std::partial_sort(order.begin(), kept, order.end(), [&values](int a, int b) {
        return values[static_cast<std::size_t>(a)] > values[static_cast<std::size_t>(b)];
    });
    order.erase(kept, order.end());
    return order;
}

void appendStrongest(std::vector<ShownWeight> &shown, const Network &network, int l,
                     const ShownColumn &before, const ShownColumn &column, int perNeuron)
{
    const auto *dense = dynamic_cast<const DenseLayer *>(&network.layer(l));
    if (!dense)
        return;
    const auto W = dense->weights(network.parameters(l)); // a view: no copy of a large layer
    const std::size_t first = shown.size();
    double most = 0.0;
    for (std::size_t to = 0; to < column.neurons.size(); ++to) {
        std::vector<double> sizes;
        for (const int j : before.neurons) {
            const double size = std::fabs(static_cast<double>(W(column.neurons[to], j)));
            sizes.push_back(std::isfinite(size) ? size : 0.0);
        }
        for (const int from : largest(sizes, perNeuron)) {
            const double size = sizes[static_cast<std::size_t>(from)];
            most = std::max(most, size);
            shown.push_back({l, from, static_cast<int>(to), size});
        }
    }
    for (std::size_t i = first; i < shown.size(); ++i)
        shown[i].strength = most > 0.0 ? shown[i].strength / most : 0.0;
}

} // namespace

ShownColumn shownColumn(int size, int places)
{
    ShownColumn column{size, {}};
    const int shown = size <= places ? size : std::max(1, places - 1);
    column.neurons.resize(static_cast<std::size_t>(shown));
    for (int i = 0; i < shown; ++i) {
        const bool isBeforeGap = i < (shown + 1) / 2;
        column.neurons[static_cast<std::size_t>(i)] = isBeforeGap ? i : size - shown + i;
    }
    return column;
}

ShownColumn shownInputs(int size, int places)
{
    if (size != rasterSide * rasterSide)
        return shownColumn(size, places);
    constexpr int firstRow = 4; // digits fill the middle 20 rows
    constexpr int lastRow = 23;
    constexpr int middle = 14;
    ShownColumn column{size, {}};
    const int shown = std::clamp(places - 1, 1, lastRow - firstRow + 1);
    for (int i = 0; i < shown; ++i) {
        const int row = shown > 1 ? firstRow + i * (lastRow - firstRow) / (shown - 1) : middle;
        column.neurons.push_back(row * rasterSide + middle);
    }
    return column;
}

std::vector<ShownColumn> shownColumns(const Network &network, int places)
{
    std::vector<ShownColumn> columns{shownInputs(network.inputSize(), places)};
    for (int l = 1; l <= network.layerCount(); ++l)
        columns.push_back(shownColumn(network.layer(l).outputSize(), places));
    return columns;
}

std::vector<ShownWeight> strongestWeights(const Network &network,
                                          const std::vector<ShownColumn> &columns, int perNeuron)
{
    std::size_t neurons = 0;
    for (std::size_t l = 1; l < columns.size(); ++l)
        neurons += columns[l].neurons.size();
    const int affordable = mostWeights / static_cast<int>(std::max<std::size_t>(1, neurons));
    const int kept = std::max(1, std::min(perNeuron, affordable));
    std::vector<ShownWeight> shown;
    for (int l = 1; l <= network.layerCount(); ++l) {
        const auto i = static_cast<std::size_t>(l);
        appendStrongest(shown, network, l, columns[i - 1], columns[i], kept);
    }
    return shown;
}

std::optional<ShownActivations> shownActivations(const Network &network, const Raster &image,
                                                 const std::vector<ShownColumn> &columns,
                                                 Workspace &workspace)
{
    if (network.inputSize() != static_cast<int>(image.size()))
        return std::nullopt;
    network.forward(InputBatch::ofPixels(image), workspace);
    ShownActivations shown;
    std::vector<double> pixels;
    for (const int j : columns.front().neurons)
        pixels.push_back(image[static_cast<std::size_t>(j)] / 255.0);
    shown.values.push_back(std::move(pixels));
    shown.full.push_back(1.0);
    for (int l = 1; l <= network.layerCount(); ++l) {
        const Matrix &a = workspace.layers[static_cast<std::size_t>(l - 1)].activation;
        std::vector<double> values;
        for (const int k : columns[static_cast<std::size_t>(l)].neurons)
            values.push_back(static_cast<double>(a(k, 0)));
        const double most
            = static_cast<double>(a.col(0).head(network.layer(l).outputSize()).maxCoeff());
        shown.values.push_back(std::move(values));
        shown.full.push_back(std::isfinite(most) ? std::max(1.0, most) : 1.0);
    }
    return shown;
}

} // namespace nabla::ui
