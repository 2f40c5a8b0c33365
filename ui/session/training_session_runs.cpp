// SPDX-License-Identifier: GPL-3.0-or-later
// The part of TrainingSession that sets runs beside each other.
#include "ui/session/training_session.h"

#include <QFileInfo>

#include <stdexcept>

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

void TrainingSession::saveRecord(const QString &file) const
{
    if (!m_runs.shown())
        throw std::runtime_error(
            tr("There is no run to save yet: the digits are still being made.").toStdString());
    saveRecordedRun(file.toStdString(), m_runs.shown()->record());
}

void TrainingSession::compareRecord(const QString &file)
{
    if (!m_runs.shown()) {
        emit problem(tr("There is no run yet to compare with: the digits are still being made."));
        return;
    }
    RecordedRun record = loadRecordedRun(file.toStdString());
    if (!hasRoomForRun())
        return;
    m_runs.add(std::make_unique<Run>(++m_lastRunId, std::move(record)),
               QFileInfo(file).completeBaseName());
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
    const Run *wanted = m_runs.find(runId);
    if (!wanted || wanted == m_runs.shown())
        return;
    if (wanted->isRecord()) {
        emit problem(tr("%1 is a record: its curves can be compared, but there is no network to "
                        "look into.")
                         .arg(wanted->title));
        return;
    }
    m_runs.show(runId);
    const Run &run = *m_runs.shown();
    m_setup = run.turned();
    emit setupChanged();
    emit dataChanged();
    announceShown();
    emit frameReady(frame());
}

void TrainingSession::dropRun(quint64 runId)
{
    if (!m_runs.find(runId))
        return;
    if (runId == m_runs.shown()->id()) {
        const Run *other = m_runs.otherThanShown();
        if (!other)
            return;
        showRun(other->id());
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
