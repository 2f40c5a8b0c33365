// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/activation_observer.h"
#include "core/nn/network.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace nabla::inline NABLA_PRECISION {

/// What one mini-batch tells of every layer when somebody looks. See Metric for what each number
/// is.
struct StepMeasurement
{
    std::uint64_t step = 0; ///< mini-batches done, this one included
    /// In the order of measuredMetrics(); NaN where a layer's function has no such number.
    std::vector<double> values;
};

/// Looks at a mini-batch when somebody wants it: at its activations chunk by chunk, at its
/// gradient, and at how far its update moves the weights. Only reads what is trained. The trainer's
/// thread alone; a mini-batch that nobody wants costs nothing.
class MiniBatchObserver
{
public:
    /// The next mini-batch that begins.
    void want() { m_isWanted = true; }
    void begin(const Network &network);
    /// Whether the mini-batch under way is looked at; the other calls do nothing where it is not.
    [[nodiscard]] bool isLooking() const { return m_isLooking; }
    /// After a chunk's forward pass.
    void add(const Workspace &workspace);
    /// Copies the network. `inputScale` is what the first layer's inputs carried of its weights.
    void beforeUpdate(const Network &network, double inputScale);
    /// With the gradient's sum over the examples, which has the network's layout.
    void afterUpdate(const Network &network, const AlignedBuffer<Scalar> &gradient, int examples,
                     std::uint64_t step);

    /// Of the last mini-batch that was looked at; step 0 before the first.
    [[nodiscard]] const StepMeasurement &measurement() const { return m_measurement; }

private:
    bool m_isWanted = false;
    bool m_isLooking = false;
    std::vector<ActivationObserver> m_observers; ///< one a layer
    std::optional<Network> m_before;
    double m_inputScale = 1.0;
    StepMeasurement m_measurement;
};

} // namespace nabla::inline NABLA_PRECISION
