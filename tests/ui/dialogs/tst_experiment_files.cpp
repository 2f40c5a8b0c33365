// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/experiment_files.h"

#include "core/experiments/experiment_file.h"
#include "tests/support/test_program.h"
#include "tests/ui/dialogs/bar_loader.h"
#include "ui/session/next_run.h"
#include "ui/session/training_session.h"

#include <QApplication>
#include <QFile>
#include <QIODevice>
#include <QTemporaryDir>
#include <QTest>

using namespace nabla;
using namespace nabla::ui;
using nabla::ui::test::anyBarLoader;

class TestExperimentFiles final : public QObject
{
    Q_OBJECT

private slots:
    void anExperimentIsBegun();
    void aBadFileIsToldAndChangesNothing();

private:
    QTemporaryDir m_folder;
};

void TestExperimentFiles::anExperimentIsBegun()
{
    ExperimentConfig config;
    config.layers = {784, 8, 10};
    config.dropout = 0.25;
    const QString file = m_folder.filePath("experiment.json");
    saveExperiment(file.toStdString(), config);
    TrainingSession session(anyBarLoader());
    QCOMPARE(openExperimentFile(session.nextRun(), file), QString());
    QVERIFY(session.nextRun().setup() == config);
}

void TestExperimentFiles::aBadFileIsToldAndChangesNothing()
{
    const QString path = m_folder.filePath("bad.json");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"dropout": 3})");
    file.close();
    TrainingSession session(anyBarLoader());
    const ExperimentConfig before = session.nextRun().setup();
    const QString problem = openExperimentFile(session.nextRun(), path);
    QVERIFY2(problem.contains("dropout") && problem.contains("bad.json"), qPrintable(problem));
    QVERIFY(session.nextRun().setup() == before);
}

NABLA_WINDOW_TEST(TestExperimentFiles)
#include "tst_experiment_files.moc"
