// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/activation_observer.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace nabla::inline NABLA_PRECISION {

ActivationObserver::ActivationObserver(const Layer &layer, const Kernels &kernels)
    : m_activation(layer.activation())
    , m_kernels(kernels)
    , m_units(layer.outputSize())
    , m_silent(static_cast<std::size_t>(m_units))
{
}

void ActivationObserver::add(const Matrix &activation)
{
    m_slope.setOnes(activation.rows(), activation.cols());
    if (!m_activation.isOfWholeExample)
        m_activation.multiplyByDerivative(m_kernels, blockOf(activation), m_units,
                                          blockOf(m_slope));
    const bool canSaturate = m_activation.silence == Silence::Saturation;
    const auto smallest
        = canSaturate ? static_cast<Scalar>(saturatedSlope * m_activation.largestSlope) : Scalar(0);
    for (Eigen::Index j = 0; j < activation.cols(); ++j) {
        for (int k = 0; k < m_units; ++k) {
            const auto a = static_cast<double>(activation(k, j));
            const Scalar slope = std::abs(m_slope(k, j));
            m_sum += a;
            m_squares += a * a;
            m_slopes += static_cast<double>(slope);
            m_silent[static_cast<std::size_t>(k)] += slope <= smallest ? 1 : 0;
        }
    }
    m_examples += static_cast<std::uint64_t>(activation.cols());
}

double ActivationObserver::answers() const
{
    return static_cast<double>(m_examples) * m_units;
}

double ActivationObserver::spread() const
{
    if (m_examples == 0)
        return 0.0;
    const double mean = m_sum / answers();
    return std::sqrt(std::max(0.0, m_squares / answers() - mean * mean));
}

double ActivationObserver::meanSlope() const
{
    return m_examples == 0 ? 0.0 : m_slopes / answers();
}

std::optional<double> ActivationObserver::saturatedShare() const
{
    if (m_activation.silence != Silence::Saturation || m_examples == 0)
        return std::nullopt;
    const auto silent = std::accumulate(m_silent.begin(), m_silent.end(), std::uint64_t{0});
    return static_cast<double>(silent) / answers();
}

std::optional<double> ActivationObserver::deadShare() const
{
    if (m_activation.silence == Silence::Never || m_examples == 0)
        return std::nullopt;
    const double limit = (1.0 - deadExamples) * static_cast<double>(m_examples);
    const auto dead = std::ranges::count_if(
        m_silent, [limit](std::uint64_t silent) { return static_cast<double>(silent) > limit; });
    return static_cast<double>(dead) / m_units;
}

} // namespace nabla::inline NABLA_PRECISION
