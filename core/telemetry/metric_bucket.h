// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>

namespace nabla {

/// What is kept of one or of many neighbouring records of one metric. Merging buckets loses the
/// order inside them, never the count, the extremes or the sum.
struct MetricBucket
{
    std::uint64_t firstStep = 0;
    std::uint64_t lastStep = 0;
    std::uint64_t count = 0;
    double min = 0.0;
    double max = 0.0;
    double sum = 0.0;
    double last = 0.0;

    static MetricBucket of(std::uint64_t step, double value)
    {
        return {step, step, 1, value, value, value, value};
    }
    /// Takes in a bucket that lies after this one.
    void merge(const MetricBucket &later)
    {
        if (later.count == 0)
            return;
        if (count == 0) {
            *this = later;
            return;
        }
        lastStep = later.lastStep;
        count += later.count;
        min = std::min(min, later.min);
        max = std::max(max, later.max);
        sum += later.sum;
        last = later.last;
    }
    [[nodiscard]] double mean() const
    {
        return count == 0 ? 0.0 : sum / static_cast<double>(count);
    }
    bool operator==(const MetricBucket &) const = default;
};

} // namespace nabla
