// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/metric_series.h"

#include <stdexcept>

namespace nabla {

MetricSeries::MetricSeries(std::size_t capacity)
    : m_capacity(capacity)
{
    if (capacity < 2 || capacity % 2 != 0)
        throw std::invalid_argument("MetricSeries: the capacity must be even and at least 2");
}

void MetricSeries::append(const MetricBucket &bucket)
{
    if (bucket.count == 0)
        return;
    m_count += bucket.count;
    if (!m_buckets.empty() && m_buckets.back().count + bucket.count <= m_recordsPerBucket) {
        m_buckets.back().merge(bucket);
        return;
    }
    if (m_buckets.size() == m_capacity)
        coarsen();
    m_buckets.push_back(bucket);
}

void MetricSeries::append(const MetricSeries &later)
{
    for (const MetricBucket &bucket : later.m_buckets)
        append(bucket);
}

void MetricSeries::clear()
{
    m_buckets.clear();
    m_count = 0;
    m_recordsPerBucket = 1;
}

void MetricSeries::coarsen()
{
    for (std::size_t i = 0; i < m_buckets.size() / 2; ++i) {
        m_buckets[i] = m_buckets[2 * i];
        m_buckets[i].merge(m_buckets[2 * i + 1]);
    }
    m_buckets.resize(m_buckets.size() / 2);
    m_recordsPerBucket *= 2;
}

} // namespace nabla
