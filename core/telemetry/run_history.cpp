// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/run_history.h"

#include <algorithm>
#include <stdexcept>

namespace nabla {

RunHistory::RunHistory(int layerCount, std::uint64_t stepsPerEpoch)
    : m_layerCount(layerCount)
    , m_stepsPerEpoch(stepsPerEpoch)
{
    if (layerCount < 1 || stepsPerEpoch < 1)
        throw std::invalid_argument("RunHistory: at least one layer and one step an epoch");
}

void RunHistory::absorb(std::span<const MetricSeries> drained)
{
    absorb(stepMetrics(m_layerCount), drained);
}

void RunHistory::absorbMeasured(std::span<const MetricSeries> drained)
{
    absorb(measuredMetrics(m_layerCount), drained);
}

void RunHistory::absorb(const std::vector<MetricId> &ids, std::span<const MetricSeries> drained)
{
    if (drained.size() != ids.size())
        throw std::invalid_argument("RunHistory: the channel's metrics are not this run's");
    for (std::size_t i = 0; i < ids.size(); ++i) {
        m_series[ids[i]].append(drained[i]);
        if (!drained[i].empty())
            m_lastStep = std::max(m_lastStep, drained[i].buckets().back().lastStep);
    }
}

void RunHistory::append(MetricId id, const MetricBucket &bucket)
{
    m_series[id].append(bucket);
    m_lastStep = std::max(m_lastStep, bucket.lastStep);
}

const MetricSeries &RunHistory::series(MetricId id) const
{
    static const MetricSeries none;
    const auto found = m_series.find(id);
    return found == m_series.end() ? none : found->second;
}

std::optional<double> RunHistory::latest(MetricId id) const
{
    const MetricSeries &found = series(id);
    if (found.empty())
        return std::nullopt;
    return found.buckets().back().last;
}

std::optional<double> RunHistory::valueAt(MetricId id, std::optional<std::uint64_t> step) const
{
    if (!step)
        return latest(id);
    const std::vector<MetricBucket> &buckets = series(id).buckets();
    const auto after = std::upper_bound(
        buckets.begin(), buckets.end(), *step,
        [](std::uint64_t s, const MetricBucket &bucket) { return s < bucket.firstStep; });
    if (after == buckets.begin())
        return std::nullopt;
    const MetricBucket &bucket = *std::prev(after);
    return bucket.lastStep <= *step ? bucket.last : bucket.mean();
}

double RunHistory::epochAt(std::uint64_t step) const
{
    return static_cast<double>(step) / static_cast<double>(m_stepsPerEpoch);
}

double RunHistory::secondsAt(std::uint64_t step) const
{
    const auto &buckets = series({Metric::Seconds}).buckets();
    const auto after = std::lower_bound(
        buckets.begin(), buckets.end(), step,
        [](const MetricBucket &bucket, std::uint64_t s) { return bucket.lastStep < s; });
    if (after == buckets.end())
        return buckets.empty() ? 0.0 : buckets.back().last;
    const double stepBefore
        = after == buckets.begin() ? 0.0 : static_cast<double>(std::prev(after)->lastStep);
    const double secondsBefore = after == buckets.begin() ? 0.0 : std::prev(after)->last;
    const double span = static_cast<double>(after->lastStep) - stepBefore;
    const double share = span > 0.0 ? (static_cast<double>(step) - stepBefore) / span : 1.0;
    return secondsBefore + share * (after->last - secondsBefore);
}

} // namespace nabla
