// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/activation.h"
#include "core/nn/layer.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace nabla::inline NABLA_PRECISION {

/// What the activations of one layer look like over some examples, added batch by batch.
class ActivationObserver
{
public:
    ActivationObserver(const Layer &layer, const Kernels &kernels);

    /// At least outputSize() rows, one example a column.
    void add(const Matrix &activation);

    /// Standard deviation of a over all neurons and examples (healthy: 0.5 to 2 for tanh; the tools
    /// of Deeplearning4j).
    [[nodiscard]] double spread() const;
    /// Mean of |f'(z)|: at most 1/4 for sigmoid. 1 of a softmax layer, whose derivative is a
    /// matrix.
    [[nodiscard]] double meanSlope() const;
    /// Share of the neurons' answers that lie where f' is below saturatedSlope of its largest;
    /// nothing for functions that do not saturate.
    [[nodiscard]] std::optional<double> saturatedShare() const;
    /// Share of the neurons that hardly ever learn: saturated, or switched off (ReLU), for all but
    /// deadExamples of the examples; nothing for functions that cannot die.
    [[nodiscard]] std::optional<double> deadShare() const;

    static constexpr double saturatedSlope = 0.04;
    static constexpr double deadExamples = 0.01;

private:
    [[nodiscard]] double answers() const;

    const Activation &m_activation;
    const Kernels &m_kernels;
    int m_units;
    std::uint64_t m_examples = 0;
    double m_sum = 0.0;
    double m_squares = 0.0;
    double m_slopes = 0.0;
    std::vector<std::uint64_t> m_silent; ///< examples for which a neuron did not learn
    Matrix m_slope; ///< reused
};

} // namespace nabla::inline NABLA_PRECISION
