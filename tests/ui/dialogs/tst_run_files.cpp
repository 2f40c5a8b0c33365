// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/run_files.h"

#include "tests/support/test_program.h"
#include "tests/ui/dialogs/bar_loader.h"
#include "ui/session/comparison.h"
#include "ui/session/next_run.h"
#include "ui/session/run_keeper.h"
#include "ui/session/run_set.h"
#include "ui/session/training_session.h"

#include <QApplication>
#include <QFile>
#include <QIODevice>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace nabla;
using namespace nabla::ui;
using nabla::ui::test::anyBarLoader;

class TestRunFiles final : public QObject
{
    Q_OBJECT

private slots:
    void aRunThatWasSavedEndsInTheSameDigest();
    void aTurnedKnobComesBackWithTheRun();
    void anOpenedRunRestsEvenWhereAnotherTrained();
    void aResetForgetsTheOpenedRun();
    void aBadFileIsToldAndChangesNothing();
    void aRecordStandsBesideTheRunAndIsNeitherTrainedNorShown();
    void aBadRecordIsToldAndChangesNothing();

private:
    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

namespace {

ExperimentConfig small()
{
    ExperimentConfig config;
    config.layers = {784, 8, 10};
    config.learningRate = 0.5;
    config.optimizer = "momentum";
    config.epochs = 20;
    return config;
}

bool rests(const TrainingSession &session, RunState state)
{
    const RunStatusData status = session.frame().status;
    return status.state == state && status.hasDigest;
}

/// A run of small() that has come so far; its data are there.
void trainSomeSteps(TrainingSession &session, int steps)
{
    session.nextRun().startExperiment(small());
    QTRY_VERIFY(session.frame().snapshot != nullptr);
    for (int i = 0; i < steps; ++i)
        session.stepMiniBatch();
    QTRY_COMPARE(session.frame().status.step, std::uint64_t(steps));
}

void save(TrainingSession &session, const QString &file)
{
    QSignalSpy saved(&session.runs(), &RunSet::runSaved);
    session.keeper().saveRun(file);
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(saved.at(0).at(0).toString(), file);
}

std::uint64_t digestAtTheEnd(TrainingSession &session)
{
    session.train();
    return QTest::qWaitFor([&] { return rests(session, RunState::Finished); }, 60000)
               ? session.frame().status.digest
               : 0;
}

} // namespace

void TestRunFiles::aRunThatWasSavedEndsInTheSameDigest()
{
    std::uint64_t undisturbed = 0;
    {
        TrainingSession session(anyBarLoader());
        trainSomeSteps(session, 17);
        save(session, path("run.checkpoint"));
        undisturbed = digestAtTheEnd(session);
    }
    TrainingSession session(anyBarLoader());
    QCOMPARE(openRunFile(session.keeper(), path("run.checkpoint")), QString());
    QTRY_COMPARE(session.frame().status.step, std::uint64_t(17));
    QVERIFY(session.nextRun().setup() == small());
    QVERIFY(!session.nextRun().needsReset() && !session.runs().isAnyTraining());
    QVERIFY(undisturbed != 0);
    QCOMPARE(digestAtTheEnd(session), undisturbed);
}

void TestRunFiles::aTurnedKnobComesBackWithTheRun()
{
    TrainingSession session(anyBarLoader());
    trainSomeSteps(session, 3);
    ExperimentConfig turned = small();
    turned.learningRate = 0.125;
    session.nextRun().changeSetup(turned);
    save(session, path("turned.checkpoint"));
    TrainingSession other(anyBarLoader());
    QCOMPARE(openRunFile(other.keeper(), path("turned.checkpoint")), QString());
    QTRY_COMPARE(other.frame().status.step, std::uint64_t(3));
    QCOMPARE(other.nextRun().setup().learningRate, 0.125);
    QCOMPARE(other.frame().experiment.learningRate, 0.5);
}

void TestRunFiles::anOpenedRunRestsEvenWhereAnotherTrained()
{
    ExperimentConfig longer = small();
    longer.epochs = 100000;
    TrainingSession session(anyBarLoader());
    session.nextRun().startExperiment(longer);
    QTRY_VERIFY(session.frame().snapshot);
    session.stepMiniBatch();
    QTRY_COMPARE(session.frame().status.step, std::uint64_t(1));
    save(session, path("resting.checkpoint"));
    session.train();
    QTRY_VERIFY(session.runs().isAnyTraining());
    QCOMPARE(openRunFile(session.keeper(), path("resting.checkpoint")), QString());
    QTRY_VERIFY(session.frame().evaluation); // of the opened run: its thread is at work
    QVERIFY(!session.runs().isAnyTraining());
    QCOMPARE(session.frame().status.step, std::uint64_t(1));
}

void TestRunFiles::aResetForgetsTheOpenedRun()
{
    TrainingSession session(anyBarLoader());
    trainSomeSteps(session, 5);
    save(session, path("reset.checkpoint"));
    QCOMPARE(openRunFile(session.keeper(), path("reset.checkpoint")), QString());
    QTRY_COMPARE(session.frame().status.step, std::uint64_t(5));
    session.nextRun().start();
    QTRY_COMPARE(session.frame().status.step, std::uint64_t(0));
}

void TestRunFiles::aBadFileIsToldAndChangesNothing()
{
    QFile file(path("bad.checkpoint"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no checkpoint");
    file.close();
    TrainingSession session(anyBarLoader());
    const ExperimentConfig before = session.nextRun().setup();
    const QString problem = openRunFile(session.keeper(), file.fileName());
    QVERIFY2(problem.contains("bad.checkpoint"), qPrintable(problem));
    QVERIFY(session.nextRun().setup() == before);

    QSignalSpy problems(&session, &TrainingSession::problem);
    session.keeper().saveRun(path("early.checkpoint"));
    QCOMPARE(problems.size(), 1);
    trainSomeSteps(session, 1);
    session.keeper().saveRun("/nowhere/run.checkpoint");
    QTRY_COMPARE(problems.size(), 2);
    QVERIFY(problems.at(1).at(0).toString().contains("/nowhere/run.checkpoint"));
}

void TestRunFiles::aRecordStandsBesideTheRunAndIsNeitherTrainedNorShown()
{
    TrainingSession session(anyBarLoader());
    trainSomeSteps(session, 3);
    QTRY_VERIFY(rests(session, RunState::Paused));
    const std::uint64_t digest = session.frame().status.digest;
    session.keeper().saveRecord(path("before.nablarun"));
    QCOMPARE(openRecordFile(session.comparison(), path("before.nablarun")), QString());
    const auto runs = session.frame().runs;
    QCOMPARE(runs.size(), std::size_t(2));
    QCOMPARE(runs[1].name, QStringLiteral("B · before"));
    QCOMPARE(runs[1].status->digest, digest);
    QCOMPARE(runs[1].history->lastStep(), std::uint64_t(3));
    QCOMPARE(*runs[1].experiment, small());
    QCOMPARE(runs[1].history->series({Metric::MiniBatchCost}).buckets(),
             runs[0].history->series({Metric::MiniBatchCost}).buckets());

    const std::uint64_t shown = session.frame().runId;
    const std::uint64_t record = runs[1].runId;
    session.comparison().showRun(record);
    QCOMPARE(session.frame().runId, shown);
    session.comparison().dropRun(shown); // nothing could be shown instead
    QCOMPARE(session.frame().runId, shown);
    session.stepMiniBatch();
    QTRY_COMPARE(session.frame().status.step, std::uint64_t(4));
    QCOMPARE(session.frame().runs[1].status->step, std::uint64_t(3));
    session.comparison().dropRun(record);
    QVERIFY(session.frame().runs.empty());
}

void TestRunFiles::aBadRecordIsToldAndChangesNothing()
{
    TrainingSession session(anyBarLoader());
    trainSomeSteps(session, 1);
    QFile file(path("bad.nablarun"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"nonsense\": 1}");
    file.close();
    QVERIFY(openRecordFile(session.comparison(), path("bad.nablarun")).contains("bad.nablarun"));
    QVERIFY(openRecordFile(session.comparison(), path("missing.nablarun"))
                .contains("missing.nablarun"));
    QVERIFY(session.frame().runs.empty());
    QVERIFY_EXCEPTION_THROWN(session.keeper().saveRecord(path("no/such/folder/run.nablarun")),
                             std::runtime_error);
}

NABLA_WINDOW_TEST(TestRunFiles)
#include "tst_run_files.moc"
