// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/telemetry/metric_series.h"

#include <vector>

namespace nabla::ui {

/// A copy of a growing series that outlives the frame it came with. Taking over a new state of the
/// same run copies what is new, not the whole series.
class KeptSeries
{
public:
    void update(const MetricSeries &series);
    void clear();
    [[nodiscard]] const std::vector<MetricBucket> &buckets() const { return m_buckets; }

private:
    std::uint64_t m_recordsPerBucket = 0;
    std::vector<MetricBucket> m_buckets;
};

} // namespace nabla::ui
