// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/pictures/histogram_picture.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace nabla::ui {

namespace {

constexpr int leastWidth = 3; ///< pixels, of the last moment
constexpr QRgb nothing = qRgba(0, 0, 0, 0);

double shareOf(std::uint64_t count, std::uint64_t total)
{
    return static_cast<double>(count) / static_cast<double>(total);
}

const Histogram *histogramIn(const NetworkHistograms &layers, int layer,
                             LayerDistribution distribution)
{
    const auto i = static_cast<std::size_t>(layer - 1);
    if (layer < 1 || i >= layers.size())
        return nullptr;
    const Histogram &histogram = histogramOf(layers[i], distribution);
    return histogram.counts().empty() ? nullptr : &histogram;
}

/// Where a bin of another scale belongs.
int sameBin(const BinScale &from, int bin, const BinScale &to)
{
    return from == to ? bin : to.binOf((from.edge(bin) + from.edge(bin + 1)) / 2.0);
}

} // namespace

const Histogram &histogramOf(const LayerHistograms &layer, LayerDistribution distribution)
{
    switch (distribution) {
    case LayerDistribution::WeightedInput:
        return layer.weightedInput;
    case LayerDistribution::Activation:
        return layer.activation;
    case LayerDistribution::Error:
        return layer.error;
    case LayerDistribution::WeightGradient:
        return layer.weightGradient;
    case LayerDistribution::Weights:
        break;
    }
    return layer.weights;
}

void HistogramPicture::show(LayerDistribution distribution, int layer)
{
    if (distribution != m_distribution)
        clear();
    if (layer != m_layer)
        m_columns.clear();
    m_distribution = distribution;
    m_layer = layer;
}

void HistogramPicture::clear()
{
    m_columns.clear();
    m_hasBins = false;
    m_range = {0.0, 0.0};
}

void HistogramPicture::update(const std::vector<HistogramHistory::Moment> &moments)
{
    const MagnitudeScale before = m_scale;
    std::vector<Column> known = std::exchange(m_columns, {});
    m_columns.reserve(moments.size());
    auto next = known.begin(); // both ascend: what was forgotten in between is passed over
    for (const HistogramHistory::Moment &moment : moments) {
        next = std::find_if(next, known.end(),
                            [&](const Column &column) { return column.step >= moment.step; });
        if (next != known.end() && next->step == moment.step && next->layers == moment.layers)
            m_columns.push_back(std::move(*next++));
        else
            append(moment);
    }
    if (m_scale == before)
        return;
    for (Column &column : m_columns)
        paint(column);
}

void HistogramPicture::append(const HistogramHistory::Moment &moment)
{
    m_columns.push_back({moment.step, moment.layers, {}, nothing});
    if (!moment.layers)
        return;
    widen(*moment.layers);
    if (const Histogram *histogram = this->histogram(m_columns.size() - 1)) {
        const std::uint64_t total = histogram->total();
        for (const std::uint32_t count : histogram->counts())
            m_scale.include(count > 0 ? shareOf(count, total) : 0.0);
    }
    paint(m_columns.back());
}

void HistogramPicture::widen(const NetworkHistograms &layers)
{
    for (int layer = 1; layer <= static_cast<int>(layers.size()); ++layer) {
        const Histogram *histogram = histogramIn(layers, layer, m_distribution);
        if (!histogram)
            continue;
        if (!m_hasBins)
            m_bins = histogram->scale();
        const auto &counts = histogram->counts();
        const auto isFilled = [](std::uint32_t count) {
            return count > 0;
        };
        const auto first = std::find_if(counts.begin(), counts.end(), isFilled);
        const auto last = std::find_if(counts.rbegin(), counts.rend(), isFilled);
        const bool isEmpty = first == counts.end();
        // Of zeros alone the range is a bin to either side of zero.
        const BinScale &own = histogram->scale();
        const int low = isEmpty ? own.side() - 1 : static_cast<int>(first - counts.begin());
        const int high = isEmpty ? own.side() : static_cast<int>(counts.rend() - last) - 1;
        const double lower = sameBin(own, low, m_bins);
        const double upper = sameBin(own, high, m_bins) + 1.0;
        m_range = m_hasBins
                      ? AxisRange{std::min(m_range.lower, lower), std::max(m_range.upper, upper)}
                      : AxisRange{lower, upper};
        m_hasBins = true;
    }
}

void HistogramPicture::paint(Column &column) const
{
    column.colors.clear();
    column.zeros = nothing;
    const Histogram *histogram
        = column.layers ? histogramIn(*column.layers, m_layer, m_distribution) : nullptr;
    const std::uint64_t total = histogram ? histogram->total() : 0;
    if (total == 0)
        return;
    column.colors.assign(static_cast<std::size_t>(m_bins.bins()), nothing);
    std::vector<std::uint64_t> counts(column.colors.size());
    for (std::size_t i = 0; i < histogram->counts().size(); ++i)
        counts[static_cast<std::size_t>(sameBin(histogram->scale(), static_cast<int>(i), m_bins))]
            += histogram->counts()[i];
    for (std::size_t bin = 0; bin < counts.size(); ++bin) {
        if (counts[bin] > 0)
            column.colors[bin] = m_scale.colorOf(shareOf(counts[bin], total));
    }
    if (histogram->zeros() > 0)
        column.zeros = m_scale.colorOf(shareOf(histogram->zeros(), total));
}

const Histogram *HistogramPicture::histogram(std::size_t moment) const
{
    const auto &layers = m_columns[moment].layers;
    return layers ? histogramIn(*layers, m_layer, m_distribution) : nullptr;
}

std::optional<std::size_t> HistogramPicture::momentAt(std::uint64_t step) const
{
    if (m_columns.empty())
        return std::nullopt;
    const auto after = std::upper_bound(
        m_columns.begin(), m_columns.end(), step,
        [](std::uint64_t wanted, const Column &column) { return wanted < column.step; });
    return after == m_columns.begin() ? 0 : static_cast<std::size_t>(after - m_columns.begin()) - 1;
}

std::vector<int> HistogramPicture::momentsAcross(const StepScale &scale, AxisRange across,
                                                 int columns, double now) const
{
    std::vector<int> moments(static_cast<std::size_t>(std::max(1, columns)), -1);
    const double perPixel = (across.upper - across.lower) / static_cast<double>(moments.size());
    const auto pixelOf = [&](double x) {
        return static_cast<std::ptrdiff_t>(std::lround(
            std::clamp((x - across.lower) / perPixel, 0.0, static_cast<double>(moments.size()))));
    };
    std::vector<double> x;
    x.reserve(m_columns.size());
    for (const Column &column : m_columns)
        x.push_back(scale.xAt(static_cast<double>(column.step)));
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double from = i > 0 ? (x[i - 1] + x[i]) / 2.0 : x[i];
        double to = x[i] + (i > 0 ? (x[i] - x[i - 1]) / 2.0 : 0.0);
        if (i + 1 < x.size())
            to = (x[i] + x[i + 1]) / 2.0;
        else // the newest is seen however near it is to now
            to = std::max(std::min(to, now), std::max(from, x[i]) + leastWidth * perPixel);
        std::fill(moments.begin() + pixelOf(from), moments.begin() + pixelOf(to),
                  static_cast<int>(i));
    }
    return moments;
}

HistogramPicture::View HistogramPicture::view(const StepScale &scale, AxisRange across, int columns,
                                              double now) const
{
    View view;
    view.moments = momentsAcross(scale, across, columns, now);
    const int width = static_cast<int>(view.moments.size());
    const int first = static_cast<int>(m_range.lower);
    const int rows = std::max(1, static_cast<int>(m_range.upper) - first);
    view.bins = QImage(width, rows, QImage::Format_ARGB32_Premultiplied);
    view.zeros = QImage(width, 1, QImage::Format_ARGB32_Premultiplied);
    view.bins.fill(Qt::transparent);
    view.zeros.fill(Qt::transparent);
    const auto columnAt = [&](int pixel) {
        const int moment = view.moments[static_cast<std::size_t>(pixel)];
        return moment < 0 ? nullptr : &m_columns[static_cast<std::size_t>(moment)];
    };
    auto *zeros = reinterpret_cast<QRgb *>(view.zeros.scanLine(0));
    for (int pixel = 0; pixel < width; ++pixel) {
        if (const Column *column = columnAt(pixel))
            zeros[pixel] = column->zeros;
    }
    for (int row = 0; row < rows && m_hasBins; ++row) {
        auto *line = reinterpret_cast<QRgb *>(view.bins.scanLine(rows - 1 - row));
        for (int pixel = 0; pixel < width; ++pixel) {
            if (const Column *column = columnAt(pixel); column && !column->colors.empty())
                line[pixel] = column->colors[static_cast<std::size_t>(first + row)];
        }
    }
    return view;
}

} // namespace nabla::ui
