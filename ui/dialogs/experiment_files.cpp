// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/experiment_files.h"

#include "core/experiments/experiment_file.h"
#include "ui/session/next_run.h"

#include <QCoreApplication>
#include <QFileDialog>

namespace nabla::ui {

namespace {

/// Only a place for tr().
struct ExperimentFiles
{
    Q_DECLARE_TR_FUNCTIONS(ExperimentFiles)
};

} // namespace

QString openExperiment(NextRun &next, QWidget *parent)
{
    const QString file
        = QFileDialog::getOpenFileName(parent, ExperimentFiles::tr("Open an experiment"), {},
                                       ExperimentFiles::tr("Experiments (*.json)"));
    return file.isEmpty() ? QString() : openExperimentFile(next, file);
}

QString openExperimentFile(NextRun &next, const QString &file)
{
    try {
        next.startExperiment(loadExperiment(file.toStdString()));
    } catch (const std::invalid_argument &error) {
        return ExperimentFiles::tr("The experiment could not be opened: %1")
            .arg(QString::fromUtf8(error.what()));
    }
    return {};
}

QString saveExperimentOf(const ExperimentConfig &setup, QWidget *parent)
{
    const QString file = QFileDialog::getSaveFileName(parent, ExperimentFiles::tr("Save the setup"),
                                                      QStringLiteral("experiment.json"),
                                                      ExperimentFiles::tr("Experiments (*.json)"));
    if (file.isEmpty())
        return {};
    try {
        saveExperiment(file.toStdString(), setup);
    } catch (const std::runtime_error &error) {
        return ExperimentFiles::tr("The setup could not be saved: %1")
            .arg(QString::fromUtf8(error.what()));
    }
    return {};
}

} // namespace nabla::ui
