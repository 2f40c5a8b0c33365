// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/run_files.h"

#include "core/experiments/recorded_run.h"
#include "ui/session/comparison.h"
#include "ui/session/run_keeper.h"

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

QString openRun(RunKeeper &keeper, QWidget *parent)
{
    const QString file = QFileDialog::getOpenFileName(parent, RunFiles::tr("Open a run"), {},
                                                      RunFiles::tr("Runs (*.checkpoint)"));
    return file.isEmpty() ? QString() : openRunFile(keeper, file);
}

QString openRunFile(RunKeeper &keeper, const QString &file)
{
    try {
        keeper.resumeRun(file);
    } catch (const std::exception &error) {
        return RunFiles::tr("The run could not be opened: %1").arg(QString::fromUtf8(error.what()));
    }
    return {};
}

QString openRecord(Comparison &comparison, QWidget *parent)
{
    const QString file
        = QFileDialog::getOpenFileName(parent, RunFiles::tr("Compare with a recorded run"), {},
                                       RunFiles::tr("Records of runs (*%1)").arg(suffix()));
    return file.isEmpty() ? QString() : openRecordFile(comparison, file);
}

QString openRecordFile(Comparison &comparison, const QString &file)
{
    try {
        comparison.compareRecord(file);
    } catch (const std::exception &error) {
        return RunFiles::tr("The record could not be opened: %1")
            .arg(QString::fromUtf8(error.what()));
    }
    return {};
}

QString saveRecordOf(const RunKeeper &keeper, QWidget *parent)
{
    const QString file = QFileDialog::getSaveFileName(
        parent, RunFiles::tr("Save the record of the run"), QStringLiteral("run") + suffix(),
        RunFiles::tr("Records of runs (*%1)").arg(suffix()));
    if (file.isEmpty())
        return {};
    try {
        keeper.saveRecord(file);
    } catch (const std::exception &error) {
        return RunFiles::tr("The record could not be saved: %1")
            .arg(QString::fromUtf8(error.what()));
    }
    return {};
}

void saveRunOf(RunKeeper &keeper, QWidget *parent)
{
    const QString file = QFileDialog::getSaveFileName(parent, RunFiles::tr("Save the run"),
                                                      QStringLiteral("run.checkpoint"),
                                                      RunFiles::tr("Runs (*.checkpoint)"));
    if (!file.isEmpty())
        keeper.saveRun(file);
}

} // namespace nabla::ui
