// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/scope_runs.h"

namespace nabla::ui {

namespace {

bool differInSeedOnly(const RunView &a, const RunView &b)
{
    ExperimentConfig reseeded = *a.experiment;
    reseeded.seed = b.experiment->seed;
    return reseeded == *b.experiment && a.history->marks() == b.history->marks();
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
        std::size_t setup = 0; // the first run of the same setup, which may be itself
        while (setup < i && !differInSeedOnly(frame.runs[setup], run))
            ++setup;
        runs.runs.push_back(
            {run.runId, run.history, run.status, run.name, run.style, static_cast<int>(setup)});
    }
    return runs;
}

} // namespace nabla::ui
