// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/mini_batch_observer.h"

#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace nabla::inline NABLA_PRECISION {

namespace {

/// |to - from|
double distance(const Scalar *from, const Scalar *to, std::size_t count)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < count; ++i) {
        const double step = static_cast<double>(to[i]) - static_cast<double>(from[i]);
        sum += step * step;
    }
    return std::sqrt(sum);
}

} // namespace

void MiniBatchObserver::begin(const Network &network)
{
    m_isLooking = std::exchange(m_isWanted, false);
    m_observers.clear();
    for (int l = 1; m_isLooking && l <= network.layerCount(); ++l)
        m_observers.emplace_back(network.layer(l), network.kernels());
}

void MiniBatchObserver::add(const Workspace &workspace)
{
    for (std::size_t i = 0; i < m_observers.size(); ++i)
        m_observers[i].add(workspace.layers[i].activation);
}

void MiniBatchObserver::beforeUpdate(const Network &network, double inputScale)
{
    if (!m_isLooking)
        return;
    m_before = network.settled();
    m_inputScale = inputScale;
}

void MiniBatchObserver::afterUpdate(const Network &network, const AlignedBuffer<Scalar> &gradient,
                                    int examples, std::uint64_t step)
{
    if (!m_before)
        return;
    const Network after = network.settled();
    const Kernels &kernels = network.kernels();
    m_measurement = {.step = step, .values = {}};
    for (int l = 1; l <= network.layerCount(); ++l) {
        const Layer &layer = network.layer(l);
        const LayerTensor weights = layer.tensors().front();
        const std::size_t count = layer.weightCount();
        const double scale = l == 1 ? m_inputScale : 1.0;
        const double gradientSize
            = std::sqrt(kernels.squaredNorm(gradient.data() + network.offset(l), count)
                        / (static_cast<double>(weights.rows) * weights.columns))
              / (scale * examples);
        const Scalar *from = m_before->parameters(l);
        const double moved = distance(from, after.parameters(l), count);
        const double norm = std::sqrt(kernels.squaredNorm(from, count));
        const ActivationObserver &observer = m_observers[static_cast<std::size_t>(l - 1)];
        constexpr double none = std::numeric_limits<double>::quiet_NaN();
        const std::array values{gradientSize, norm > 0.0 ? moved / norm : none, observer.spread(),
                                observer.saturatedShare().value_or(none),
                                observer.deadShare().value_or(none)};
        m_measurement.values.insert(m_measurement.values.end(), values.begin(), values.end());
    }
    m_before.reset();
}

} // namespace nabla::inline NABLA_PRECISION
