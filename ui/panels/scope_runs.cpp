// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/scope_runs.h"

#include <cstddef>
#include <span>

namespace nabla::ui {

namespace {

bool differInSeedOnly(const RunView &a, const RunView &b)
{
    ExperimentConfig reseeded = *a.experiment;
    reseeded.seed = b.experiment->seed;
    return a.experiment->seed != b.experiment->seed && reseeded == *b.experiment
           && a.history->marks() == b.history->marks();
}

/// The first run of the same setup, which may be the run itself. A branch has its parent's seed: it
/// is no other seed of that setup, but a line of its own.
std::size_t setupOf(std::size_t run, std::span<const RunView> runs, const ScopeRuns &before)
{
    for (std::size_t first = 0; first < run; ++first) {
        bool belongs = before.runs[first].setup == static_cast<int>(first);
        for (std::size_t other = first; belongs && other < run; ++other) {
            if (before.runs[other].setup == static_cast<int>(first))
                belongs = differInSeedOnly(runs[other], runs[run]);
        }
        if (belongs)
            return first;
    }
    return run;
}

} // namespace

ScopeRuns scopeRuns(const Frame &frame)
{
    ScopeRuns runs{{}, frame.runId, frame.moment};
    if (frame.runs.empty()) {
        runs.runs.push_back({frame.runId, &frame.history, &frame.status, QString()});
        return runs;
    }
    for (std::size_t i = 0; i < frame.runs.size(); ++i) {
        const RunView &run = frame.runs[i];
        const auto setup = static_cast<int>(setupOf(i, frame.runs, runs));
        runs.runs.push_back({run.runId, run.history, run.status, run.name, run.style, setup});
    }
    return runs;
}

} // namespace nabla::ui
