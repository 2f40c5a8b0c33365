// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/telemetry/histogram_history.h"
#include "core/telemetry/metric.h"
#include "core/telemetry/metric_series.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace nabla {

/// A knob that a person turned while the network trained: drawn as a mark on the scopes.
struct KnobMark
{
    std::uint64_t step = 0;
    std::string field; ///< key in the field table: "learningRate", "regularizationParameter"
    double before = 0.0;
    double after = 0.0;
    bool operator==(const KnobMark &) const = default;
};

/// All that was measured in one run, bounded, for the plots. Lives on the reader's side (the GUI
/// thread); filled from what TelemetryChannel and the evaluations bring. Not thread-safe.
class RunHistory
{
public:
    RunHistory() = default;
    /// layerCount: layers with weights, the output layer included. stepsPerEpoch >= 1.
    RunHistory(int layerCount, std::uint64_t stepsPerEpoch);

    /// What TelemetryChannel::drain() gave, in the order of stepMetrics().
    void absorb(std::span<const MetricSeries> drained);
    /// The same of the channel of measuredMetrics().
    void absorbMeasured(std::span<const MetricSeries> drained);
    void append(MetricId id, std::uint64_t step, double value)
    {
        append(id, MetricBucket::of(step, value));
    }
    /// As it was recorded before: how a history is read back.
    void append(MetricId id, const MetricBucket &bucket);
    void append(std::uint64_t step, std::shared_ptr<const NetworkHistograms> layers)
    {
        m_histograms.append(step, std::move(layers));
    }
    void mark(KnobMark mark) { m_marks.push_back(std::move(mark)); }

    /// An empty series where nothing was recorded.
    [[nodiscard]] const MetricSeries &series(MetricId id) const;
    /// Everything that was recorded, by metric and layer.
    [[nodiscard]] const std::map<MetricId, MetricSeries> &allSeries() const { return m_series; }
    [[nodiscard]] std::optional<double> latest(MetricId id) const;
    /// The last one not after a step; nothing where none was recorded by then. Where records were
    /// merged across that step, their mean. Without a step: the latest.
    [[nodiscard]] std::optional<double> valueAt(MetricId id,
                                                std::optional<std::uint64_t> step) const;
    [[nodiscard]] const std::vector<KnobMark> &marks() const { return m_marks; }
    [[nodiscard]] const HistogramHistory &histograms() const { return m_histograms; }
    /// A copy without the distributions.
    [[nodiscard]] RunHistory withoutHistograms() const
    {
        RunHistory copy = *this;
        copy.m_histograms = HistogramHistory();
        return copy;
    }

    [[nodiscard]] int layerCount() const { return m_layerCount; }
    [[nodiscard]] int hiddenLayerCount() const { return m_layerCount > 0 ? m_layerCount - 1 : 0; }
    [[nodiscard]] std::uint64_t stepsPerEpoch() const { return m_stepsPerEpoch; }
    [[nodiscard]] double epochAt(std::uint64_t step) const;
    /// Training time at a step, interpolated; 0 before the first.
    [[nodiscard]] double secondsAt(std::uint64_t step) const;
    [[nodiscard]] std::uint64_t lastStep() const { return m_lastStep; }

private:
    void absorb(const std::vector<MetricId> &ids, std::span<const MetricSeries> drained);

    int m_layerCount = 0;
    std::uint64_t m_stepsPerEpoch = 1;
    std::uint64_t m_lastStep = 0;
    std::map<MetricId, MetricSeries> m_series;
    HistogramHistory m_histograms;
    std::vector<KnobMark> m_marks;
};

} // namespace nabla
