// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/experiment_files.h"

#include "core/experiments/experiment_file.h"

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

QString openExperiment(TrainingSession &session, QWidget *parent)
{
    const QString file
        = QFileDialog::getOpenFileName(parent, ExperimentFiles::tr("Open an experiment"), {},
                                       ExperimentFiles::tr("Experiments (*.json)"));
    return file.isEmpty() ? QString() : openExperimentFile(session, file);
}

QString openExperimentFile(TrainingSession &session, const QString &file)
{
    try {
        session.startExperiment(loadExperiment(file.toStdString()));
    } catch (const std::invalid_argument &error) {
        return ExperimentFiles::tr("The experiment could not be opened: %1")
            .arg(QString::fromUtf8(error.what()));
    }
    return {};
}

QString saveExperimentOf(const TrainingSession &session, QWidget *parent)
{
    const QString file = QFileDialog::getSaveFileName(parent, ExperimentFiles::tr("Save the setup"),
                                                      QStringLiteral("experiment.json"),
                                                      ExperimentFiles::tr("Experiments (*.json)"));
    if (file.isEmpty())
        return {};
    try {
        saveExperiment(file.toStdString(), session.setup());
    } catch (const std::runtime_error &error) {
        return ExperimentFiles::tr("The setup could not be saved: %1")
            .arg(QString::fromUtf8(error.what()));
    }
    return {};
}

} // namespace nabla::ui
