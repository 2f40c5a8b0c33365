// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/comparison.h"

#include "ui/session/next_run.h"
#include "ui/session/run_set.h"

#include <QFileInfo>

#include <utility>

namespace nabla::ui {

Comparison::Comparison(RunSet &runs, const NextRun &next, QObject *parent)
    : QObject(parent)
    , m_runs(runs)
    , m_next(next)
{
}

/// Is there a run to compare with? Where there is none, the person is told.
bool Comparison::checkRun()
{
    if (!m_runs.shown())
        emit problem(tr("There is no run yet to compare with: the digits are still being made."));
    return m_runs.shown();
}

void Comparison::compareWith(const ExperimentConfig &setup, const QString &remark)
{
    if (!checkRun() || !m_runs.checkRoom())
        return;
    ExperimentConfig config = setup;
    config.data = m_runs.shown()->config().data;
    auto run = m_runs.make(config, m_runs.shown()->data());
    if (!run)
        return;
    run->post(RunCommand{});
    m_runs.add(std::move(run), remark);
}

void Comparison::compareRecord(const QString &file)
{
    if (!checkRun())
        return;
    RecordedRun record = loadRecordedRun(file.toStdString());
    if (m_runs.checkRoom())
        m_runs.add(m_runs.makeOf(std::move(record)), QFileInfo(file).completeBaseName());
}

void Comparison::compareSetup()
{
    compareWith(m_next.setup(), {});
}

void Comparison::compareSeeds()
{
    if (!checkRun())
        return;
    ExperimentConfig config = m_runs.shown()->config();
    do {
        ++config.seed;
        compareWith(config, tr("seed %1").arg(config.seed));
    } while (m_runs.hasRoom());
}

void Comparison::showRun(quint64 runId)
{
    const Run *wanted = m_runs.find(runId);
    if (!wanted || wanted == m_runs.shown())
        return;
    if (wanted->isRecord())
        emit problem(tr("%1 is a record: its curves can be compared, but there is no network to "
                        "look into.")
                         .arg(wanted->title));
    else
        m_runs.show(runId);
}

void Comparison::dropRun(quint64 runId)
{
    const Run *dropped = m_runs.find(runId);
    if (!dropped)
        return;
    if (dropped == m_runs.shown()) {
        const Run *other = m_runs.otherThanShown();
        if (!other)
            return;
        m_runs.show(other->id());
    }
    m_runs.remove(runId);
}

void Comparison::dropOthers()
{
    m_runs.removeOthers();
}

} // namespace nabla::ui
