// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/run_files.h"

#include "core/experiments/recorded_run.h"

#include <QCoreApplication>
#include <QFileDialog>

namespace nabla::ui {

namespace {

/// Only a place for tr().
struct RunFiles
{
    Q_DECLARE_TR_FUNCTIONS(RunFiles)
};

QString suffix()
{
    return QLatin1String(recordedRunSuffix);
}

} // namespace

QString openRun(TrainingSession &session, QWidget *parent)
{
    const QString file = QFileDialog::getOpenFileName(parent, RunFiles::tr("Open a run"), {},
                                                      RunFiles::tr("Runs (*.checkpoint)"));
    return file.isEmpty() ? QString() : openRunFile(session, file);
}

QString openRunFile(TrainingSession &session, const QString &file)
{
    try {
        session.resumeRun(file);
    } catch (const std::exception &error) {
        return RunFiles::tr("The run could not be opened: %1").arg(QString::fromUtf8(error.what()));
    }
    return {};
}

QString openRecord(TrainingSession &session, QWidget *parent)
{
    const QString file
        = QFileDialog::getOpenFileName(parent, RunFiles::tr("Compare with a recorded run"), {},
                                       RunFiles::tr("Records of runs (*%1)").arg(suffix()));
    return file.isEmpty() ? QString() : openRecordFile(session, file);
}

QString openRecordFile(TrainingSession &session, const QString &file)
{
    try {
        session.compareRecord(file);
    } catch (const std::exception &error) {
        return RunFiles::tr("The record could not be opened: %1")
            .arg(QString::fromUtf8(error.what()));
    }
    return {};
}

QString saveRecordOf(const TrainingSession &session, QWidget *parent)
{
    const QString file = QFileDialog::getSaveFileName(
        parent, RunFiles::tr("Save the record of the run"), QStringLiteral("run") + suffix(),
        RunFiles::tr("Records of runs (*%1)").arg(suffix()));
    if (file.isEmpty())
        return {};
    try {
        session.saveRecord(file);
    } catch (const std::exception &error) {
        return RunFiles::tr("The record could not be saved: %1")
            .arg(QString::fromUtf8(error.what()));
    }
    return {};
}

void saveRunOf(TrainingSession &session, QWidget *parent)
{
    const QString file = QFileDialog::getSaveFileName(parent, RunFiles::tr("Save the run"),
                                                      QStringLiteral("run.checkpoint"),
                                                      RunFiles::tr("Runs (*.checkpoint)"));
    if (!file.isEmpty())
        session.saveRun(file);
}

} // namespace nabla::ui
