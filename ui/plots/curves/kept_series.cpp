// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/curves/kept_series.h"

namespace nabla::ui {

void KeptSeries::update(const MetricSeries &series)
{
    const std::vector<MetricBucket> &source = series.buckets();
    const bool isContinued = !m_buckets.empty() && source.size() >= m_buckets.size()
                             && series.recordsPerBucket() == m_recordsPerBucket;
    m_recordsPerBucket = series.recordsPerBucket();
    if (!isContinued) {
        m_buckets = source;
        return;
    }
    // Only the last bucket may have taken in more; those before it are finished.
    const auto last = static_cast<std::ptrdiff_t>(m_buckets.size()) - 1;
    m_buckets.pop_back();
    m_buckets.insert(m_buckets.end(), source.begin() + last, source.end());
}

void KeptSeries::clear()
{
    m_buckets.clear();
    m_recordsPerBucket = 0;
}

} // namespace nabla::ui
