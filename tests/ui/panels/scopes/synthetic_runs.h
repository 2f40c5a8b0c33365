// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/frame.h"

#include <deque>
#include <vector>

namespace nabla::test {

/// Runs that nobody trained, and the frames that show them.
class SyntheticRuns
{
public:
    struct Run
    {
        RunHistory history;
        RunStatusData status;
        ExperimentConfig experiment;
        QString name;
    };

    /// Of so many layers with weights, 100 steps an epoch.
    Run &add(int layerCount, const QString &name = {})
    {
        m_runs.push_back({RunHistory(layerCount, 100), {}, {}, name});
        return m_runs.back();
    }

    /// Of the shown one: its place among the runs. Valid while this is.
    [[nodiscard]] ui::Frame frame(std::size_t shown = 0,
                                  std::optional<std::uint64_t> moment = std::nullopt)
    {
        m_views.clear();
        for (std::size_t i = 0; i < m_runs.size(); ++i)
            m_views.push_back({i + 1, static_cast<int>(i), m_runs[i].name, &m_runs[i].history,
                               &m_runs[i].status, &m_runs[i].experiment});
        const Run &run = m_runs[shown];
        return {run.history, nullptr, nullptr, run.status, run.experiment,
                shown + 1,   nullptr, m_views, moment};
    }

private:
    std::deque<Run> m_runs; ///< stay where they are
    std::vector<ui::RunView> m_views;
};

} // namespace nabla::test
