// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/telemetry/histogram_history.h"
#include "ui/plots/curves/axis_range.h"
#include "ui/plots/curves/step_scale.h"
#include "ui/plots/pictures/magnitude_scale.h"

#include <QImage>

#include <optional>
#include <vector>

namespace nabla::ui {

/// Which of a layer's distributions.
enum class LayerDistribution
{
    WeightedInput,
    Activation,
    Error,
    WeightGradient,
    Weights,
};

[[nodiscard]] const Histogram &histogramOf(const LayerHistograms &layer,
                                           LayerDistribution distribution);

/// One distribution of one layer through time: a column a moment, a row a bin, the colour is the
/// share of the numbers in the bin. Keeps the columns: a new moment costs one.
class HistogramPicture
{
public:
    /// Layer 1 is the first. Another one forgets the columns; another distribution the bins too.
    void show(LayerDistribution distribution, int layer);
    void clear();
    void update(const std::vector<HistogramHistory::Moment> &moments);

    [[nodiscard]] std::size_t size() const { return m_columns.size(); }
    [[nodiscard]] bool empty() const { return m_columns.empty(); }
    [[nodiscard]] std::uint64_t stepOf(std::size_t moment) const { return m_columns[moment].step; }
    /// Null where this layer was not measured then.
    [[nodiscard]] const Histogram *histogram(std::size_t moment) const;
    /// The last one not after a step, or the first; nothing where there is none.
    [[nodiscard]] std::optional<std::size_t> momentAt(std::uint64_t step) const;

    [[nodiscard]] const BinScale &bins() const { return m_bins; }
    /// First and end of the bins that hold something in any layer at any moment seen so far: the
    /// same for all layers, so that they can be compared, and it only grows.
    [[nodiscard]] AxisRange range() const { return m_range; }
    [[nodiscard]] const MagnitudeScale &colorScale() const { return m_scale; }

    /// What is in view: pixel columns of the moments' own colours. Every moment stands until half
    /// way to the next; what lies before the first or after `now` is transparent.
    struct View
    {
        QImage bins; ///< a row a bin of range(), the highest number on top
        QImage zeros; ///< one row: the share of exact zeros
        std::vector<int> moments; ///< a pixel column each; -1 where there is none
    };
    [[nodiscard]] View view(const StepScale &scale, AxisRange across, int columns,
                            double now) const;

private:
    struct Column
    {
        std::uint64_t step = 0;
        std::shared_ptr<const NetworkHistograms> layers;
        std::vector<QRgb> colors; ///< a bin each; empty where nothing was measured
        QRgb zeros = 0;
    };

    void append(const HistogramHistory::Moment &moment);
    void widen(const NetworkHistograms &layers);
    void paint(Column &column) const;
    [[nodiscard]] std::vector<int> momentsAcross(const StepScale &scale, AxisRange across,
                                                 int columns, double now) const;

    LayerDistribution m_distribution = LayerDistribution::WeightedInput;
    int m_layer = 1;
    BinScale m_bins;
    bool m_hasBins = false;
    AxisRange m_range{0.0, 0.0};
    MagnitudeScale m_scale = MagnitudeScale::decades(-5, 0);
    std::vector<Column> m_columns;
};

} // namespace nabla::ui
