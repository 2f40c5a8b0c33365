// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/run_keeper.h"

#include "core/experiments/recorded_run.h"
#include "core/models/safetensors_file.h"
#include "tests/support/test_program.h"
#include "tests/ui/session/bars.h"
#include "ui/session/next_run.h"
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
using namespace nabla::ui::test;

class TestRunKeeper final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_session.reset(); }

    void withoutARunThereIsNothingToKeep();
    void whatIsNoCheckpointChangesNothing();
    void aSavedRunIsResumedAtRest();
    void aRunThatIsResumedWaitsForItsData();
    void aRecordHoldsWhatWasMeasured();
    void aFileThatCannotBeWrittenIsTold();

private:
    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(name); }
    void makeReady();
    void save(const QString &file);

    QTemporaryDir m_folder;
    std::unique_ptr<TrainingSession> m_session;
};

void TestRunKeeper::init()
{
    m_session = std::make_unique<TrainingSession>(barLoader());
    m_session->nextRun().changeSetup(smallExperiment());
}

void TestRunKeeper::makeReady()
{
    m_session->nextRun().start();
    QTRY_VERIFY(m_session->frame().status.hasDigest);
}

void TestRunKeeper::save(const QString &file)
{
    QSignalSpy saved(&m_session->runs(), &RunSet::runSaved);
    m_session->keeper().saveRun(file);
    QTRY_COMPARE(saved.size(), 1);
    QCOMPARE(saved[0][0].toString(), file);
}

void TestRunKeeper::withoutARunThereIsNothingToKeep()
{
    const QSignalSpy problems(&m_session->keeper(), &RunKeeper::problem);
    m_session->keeper().saveRun(path("early.checkpoint"));
    QCOMPARE(problems.size(), 1);
    QVERIFY_EXCEPTION_THROWN(m_session->keeper().saveRecord(path("early.nablarun")),
                             std::runtime_error);
    QVERIFY(!QFile::exists(path("early.nablarun")));
}

void TestRunKeeper::whatIsNoCheckpointChangesNothing()
{
    makeReady();
    QFile file(path("bad.checkpoint"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no checkpoint");
    file.close();
    const std::uint64_t run = m_session->frame().runId;
    QVERIFY_EXCEPTION_THROWN(m_session->keeper().resumeRun(file.fileName()), ModelFileError);
    QCOMPARE(m_session->frame().runId, run);
    QCOMPARE(m_session->nextRun().setup(), smallExperiment());
}

void TestRunKeeper::aSavedRunIsResumedAtRest()
{
    makeReady();
    m_session->stepEpoch();
    QTRY_COMPARE(m_session->frame().status.step, std::uint64_t(40));
    save(path("run.checkpoint"));
    m_session->setPace(100.0);
    m_session->train();
    QTRY_VERIFY(m_session->runs().isAnyTraining());
    m_session->keeper().resumeRun(path("run.checkpoint"));
    m_session->setPace(std::numeric_limits<double>::infinity());
    QCOMPARE(m_session->frame().status.step, std::uint64_t(40));
    QVERIFY(!m_session->runs().isAnyTraining());
    m_session->train();
    QTRY_COMPARE(m_session->frame().status.state, RunState::Finished);
    QTRY_VERIFY(m_session->frame().status.hasDigest);
    QCOMPARE(m_session->frame().status.digest, expectedDigest(smallExperiment()));
}

void TestRunKeeper::aRunThatIsResumedWaitsForItsData()
{
    makeReady();
    save(path("data.checkpoint"));
    const TrainingSession other(barLoader());
    other.keeper().resumeRun(path("data.checkpoint"));
    QVERIFY(other.nextRun().isLoading());
    QVERIFY(!other.nextRun().isWaitingToTrain());
    QTRY_VERIFY(other.runs().shown());
    QCOMPARE(other.frame().experiment, smallExperiment());
}

void TestRunKeeper::aRecordHoldsWhatWasMeasured()
{
    makeReady();
    QTRY_VERIFY(m_session->frame().history.latest({Metric::ValidationCost}).has_value());
    m_session->keeper().saveRecord(path("run.nablarun"));
    const RecordedRun record = loadRecordedRun(path("run.nablarun").toStdString());
    QCOMPARE(record.experiment, smallExperiment());
    QCOMPARE(record.history.latest({Metric::ValidationCost}),
             m_session->frame().history.latest({Metric::ValidationCost}));
}

void TestRunKeeper::aFileThatCannotBeWrittenIsTold()
{
    makeReady();
    QSignalSpy problems(m_session.get(), &TrainingSession::problem);
    m_session->keeper().saveRun(path("no/such/folder/run.checkpoint"));
    QTRY_COMPARE(problems.size(), 1);
    QVERIFY_EXCEPTION_THROWN(m_session->keeper().saveRecord(path("no/such/folder/run.nablarun")),
                             std::runtime_error);
}

NABLA_WINDOW_TEST(TestRunKeeper)
#include "tst_run_keeper.moc"
