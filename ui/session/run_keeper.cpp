// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/run_keeper.h"

#include "core/experiments/model_metadata.h"
#include "core/train/checkpoint.h"
#include "ui/session/next_run.h"
#include "ui/session/run_set.h"

#include <stdexcept>

namespace nabla::ui {

RunKeeper::RunKeeper(RunSet &runs, NextRun &next, QObject *parent)
    : QObject(parent)
    , m_runs(runs)
    , m_next(next)
{
}

void RunKeeper::resumeRun(const QString &file)
{
    m_next.goOnFrom(std::make_shared<const Checkpoint>(loadCheckpoint(file.toStdString())));
}

void RunKeeper::saveRun(const QString &file)
{
    if (!m_runs.shown())
        emit problem(tr("There is no run to save yet: the digits are still being made."));
    else if (m_runs.state() == RunState::Failed)
        m_runs.sayThatItCannotGoOn();
    else
        m_runs.shown()->post(
            SaveCheckpointCommand{file.toStdString(), modelMetadata(m_runs.shown()->config())});
}

void RunKeeper::saveRecord(const QString &file) const
{
    if (!m_runs.shown())
        throw std::runtime_error(
            tr("There is no run to save yet: the digits are still being made.").toStdString());
    saveRecordedRun(file.toStdString(), m_runs.shown()->record());
}

} // namespace nabla::ui
