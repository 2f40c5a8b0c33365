// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/telemetry/metric_bucket.h"

#include <cstddef>
#include <vector>

namespace nabla {

/// One metric over a run of any length in bounded memory: at most `capacity` buckets. When it is
/// full, neighbours are merged pairwise and each bucket from then on takes twice as many records:
/// the curve coarsens, but no record is lost. Steps must not decrease. Not thread-safe.
class MetricSeries
{
public:
    static constexpr std::size_t defaultCapacity = 4096;

    /// An even capacity of at least 2.
    explicit MetricSeries(std::size_t capacity = defaultCapacity);

    void append(std::uint64_t step, double value) { append(MetricBucket::of(step, value)); }
    void append(const MetricBucket &bucket);
    void append(const MetricSeries &later);
    void clear();

    [[nodiscard]] const std::vector<MetricBucket> &buckets() const { return m_buckets; }
    [[nodiscard]] bool empty() const { return m_buckets.empty(); }
    [[nodiscard]] std::size_t capacity() const { return m_capacity; }
    /// Records in all buckets together.
    [[nodiscard]] std::uint64_t count() const { return m_count; }
    /// Records that one finished bucket holds now: 1, 2, 4, ...
    [[nodiscard]] std::uint64_t recordsPerBucket() const { return m_recordsPerBucket; }

private:
    void coarsen();

    std::size_t m_capacity;
    std::uint64_t m_recordsPerBucket = 1;
    std::uint64_t m_count = 0;
    std::vector<MetricBucket> m_buckets;
};

} // namespace nabla
