// SPDX-License-Identifier: GPL-3.0-or-later
// The part of TrainingSession that sets runs beside each other.
#include "ui/session/training_session.h"

namespace nabla::ui {

bool TrainingSession::hasRoomForRun()
{
    if (m_runs.isFull())
        emit problem(tr("Four runs stand beside each other already. Remove one of them first."));
    return !m_runs.isFull();
}

void TrainingSession::compareWith(const ExperimentConfig &setup, const QString &remark)
{
    const Run *shown = m_runs.shown();
    if (!shown) {
        emit problem(tr("There is no run yet to compare with: the digits are still being made."));
        return;
    }
    if (!hasRoomForRun())
        return;
    ExperimentConfig config = setup;
    config.data = shown->config().data;
    auto run = makeRun(config, shown->data());
    if (!run)
        return;
    m_runs.add(std::move(run), remark).post(RunCommand{});
    emit runsChanged();
    emit frameReady(frame());
}

void TrainingSession::compareSetup()
{
    compareWith(m_setup, {});
}

void TrainingSession::compareSeeds()
{
    ExperimentConfig config = runConfig();
    do {
        ++config.seed;
        compareWith(config, tr("seed %1").arg(config.seed));
    } while (canCompareMore());
}

void TrainingSession::showRun(quint64 runId)
{
    if (!m_runs.find(runId) || runId == m_runs.shown()->id())
        return;
    m_runs.show(runId);
    const Run &run = *m_runs.shown();
    m_data = run.data();
    m_setup = run.turned();
    emit setupChanged();
    emit dataChanged();
    announceShown();
    emit frameReady(frame());
}

void TrainingSession::dropRun(quint64 runId)
{
    if (!m_runs.find(runId) || m_runs.all().size() < 2)
        return;
    if (runId == m_runs.shown()->id()) {
        const auto &runs = m_runs.all();
        showRun((runs.front()->id() == runId ? runs[1] : runs.front())->id());
    }
    m_runs.remove(runId);
    emit runsChanged();
    emit frameReady(frame());
}

void TrainingSession::dropOthers()
{
    while (m_runs.all().size() > 1) {
        const auto &runs = m_runs.all();
        m_runs.remove((runs.front().get() == m_runs.shown() ? runs[1] : runs.front())->id());
    }
    emit runsChanged();
    emit frameReady(frame());
}

} // namespace nabla::ui
