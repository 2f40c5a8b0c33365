// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace nabla::ui {

class NextRun;
class RunSet;

/// Keeps the shown run in files: whole, to go on with, or what was measured, to compare with later
/// (Comparison::compareRecord()). Of the session.
class RunKeeper final : public QObject
{
    Q_OBJECT

public:
    /// Both outlive it.
    RunKeeper(RunSet &runs, NextRun &next, QObject *parent = nullptr);

    /// Goes on with a run that saveRun() or nabla saved, at rest. Throws ModelFileError for what is
    /// no checkpoint, std::invalid_argument where it does not say of which experiment.
    void resumeRun(const QString &file);
    /// Everything to go on from here: RunSet::runSaved() when it is written; problem(), or that of
    /// the runs, says where it could not be.
    void saveRun(const QString &file);
    /// What was measured. Throws std::runtime_error that names the file, or says that there is no
    /// run.
    void saveRecord(const QString &file) const;

signals:
    void problem(const QString &message);

private:
    RunSet &m_runs;
    NextRun &m_next;
};

} // namespace nabla::ui
