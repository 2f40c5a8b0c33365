// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/histogram_history.h"

#include <algorithm>

namespace nabla {

void HistogramHistory::append(std::uint64_t step, std::shared_ptr<const NetworkHistograms> layers)
{
    // The newest is kept whatever its distance, until one comes that is not too near to the one
    // before it.
    const std::size_t count = m_moments.size();
    if (count >= 2 && m_moments[count - 1].step - m_moments[count - 2].step < m_interval)
        m_moments.pop_back();
    m_moments.push_back({step, std::move(layers)});
    if (m_moments.size() > m_capacity)
        thin();
}

void HistogramHistory::thin()
{
    const std::uint64_t length = m_moments.back().step - m_moments.front().step;
    m_interval = std::max<std::uint64_t>(1, 2 * length / m_capacity);
    std::vector<Moment> kept;
    for (std::size_t i = 0; i + 1 < m_moments.size(); ++i) {
        if (kept.empty() || m_moments[i].step - kept.back().step >= m_interval)
            kept.push_back(std::move(m_moments[i]));
    }
    kept.push_back(std::move(m_moments.back()));
    m_moments = std::move(kept);
}

const HistogramHistory::Moment *HistogramHistory::at(std::uint64_t step) const
{
    if (m_moments.empty())
        return nullptr;
    const auto after = std::upper_bound(
        m_moments.begin(), m_moments.end(), step,
        [](std::uint64_t wanted, const Moment &moment) { return wanted < moment.step; });
    return after == m_moments.begin() ? &m_moments.front() : &*std::prev(after);
}

} // namespace nabla
