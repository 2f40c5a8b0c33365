// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/training_session.h"

#include "tests/support/test_program.h"
#include "tests/ui/session/bars.h"
#include "ui/session/comparison.h"
#include "ui/session/next_run.h"
#include "ui/session/run_keeper.h"
#include "ui/session/run_set.h"
#include "ui/session/sources/my_digits.h"
#include "ui/session/teacher.h"
#include "ui/session/time_machine.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace nabla;
using namespace nabla::ui;
using namespace nabla::ui::test;

Q_DECLARE_METATYPE(nabla::RunState)

class TestTrainingSession final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void resetShowsTheUntrainedNetwork();
    void theDigestIsThatOfTheTrainerAlone();
    void theDigestIsTheSameWhenNobodyReads();
    void theDigestIsTheSameWithPausesAndSteps();
    void trainBeforeTheDataAreThereWaitsForThem();
    void aRunThatIsOverSaysSoWhenAskedToTrain();
    void whatBelongsToTheShownRunFollowsBeforeOthersHearOfIt();
    void whatAPersonDoesIsSeenAtOnce();
    void theProblemsOfAllPartsAreTold();

private:
    /// Ready: the data are there, the run is idle.
    void makeReady();
    void waitForState(RunState state) { QTRY_COMPARE(statusOf(*m_session).state, state); }
    /// The shown run as a file.
    [[nodiscard]] QString recorded();

    std::unique_ptr<TrainingSession> m_session;
    QTemporaryDir m_folder;
};

void TestTrainingSession::init()
{
    m_session = std::make_unique<TrainingSession>(barLoader());
    m_session->nextRun().changeSetup(smallExperiment());
}

void TestTrainingSession::cleanup()
{
    m_session.reset();
}

void TestTrainingSession::makeReady()
{
    m_session->nextRun().start();
    QTRY_VERIFY(statusOf(*m_session).hasDigest);
}

QString TestTrainingSession::recorded()
{
    const QString file = m_folder.filePath("run.nablarun");
    m_session->keeper().saveRecord(file);
    return file;
}

void TestTrainingSession::resetShowsTheUntrainedNetwork()
{
    QSignalSpy resets(&m_session->runs(), &RunSet::shownChanged);
    makeReady();
    QCOMPARE(resets.size(), 1);
    QCOMPARE(statusOf(*m_session).state, RunState::Idle);
    QCOMPARE(m_session->frame().snapshot->step, std::uint64_t(0));
    QCOMPARE(m_session->frame().data->source, std::string("bars"));
    QTRY_VERIFY(m_session->frame().history.latest({Metric::ValidationCost}).has_value());
}

void TestTrainingSession::theDigestIsThatOfTheTrainerAlone()
{
    makeReady();
    m_session->train();
    waitForState(RunState::Finished);
    QTRY_VERIFY(statusOf(*m_session).hasDigest);
    QCOMPARE(statusOf(*m_session).digest, expectedDigest(smallExperiment()));
    QCOMPARE(m_session->frame().history.series({Metric::MiniBatchCost}).count(),
             std::uint64_t(120));
}

void TestTrainingSession::theDigestIsTheSameWhenNobodyReads()
{
    makeReady();
    m_session->setWatched(false);
    m_session->train();
    // The event loop stands still for as long as the same run takes here.
    const std::uint64_t expected = expectedDigest(smallExperiment());
    QCOMPARE(m_session->frame().history.series({Metric::MiniBatchCost}).count(), std::uint64_t(0));
    waitForState(RunState::Finished);
    QTRY_VERIFY(statusOf(*m_session).hasDigest);
    QCOMPARE(statusOf(*m_session).digest, expected);
    QCOMPARE(m_session->frame().history.series({Metric::MiniBatchCost}).count(),
             std::uint64_t(120));
}

void TestTrainingSession::theDigestIsTheSameWithPausesAndSteps()
{
    makeReady();
    m_session->setPace(500.0);
    m_session->stepMiniBatch();
    QTRY_COMPARE(statusOf(*m_session).step, std::uint64_t(1));
    waitForState(RunState::Paused);
    m_session->train();
    QTRY_VERIFY(statusOf(*m_session).step > 5);
    m_session->pause();
    waitForState(RunState::Paused);
    m_session->stepEpoch();
    QTRY_COMPARE(statusOf(*m_session).step, std::uint64_t(40));
    waitForState(RunState::Paused);
    m_session->setPace(std::numeric_limits<double>::infinity());
    m_session->train();
    waitForState(RunState::Finished);
    QTRY_VERIFY(statusOf(*m_session).hasDigest);
    QCOMPARE(statusOf(*m_session).digest, expectedDigest(smallExperiment()));
}

void TestTrainingSession::trainBeforeTheDataAreThereWaitsForThem()
{
    QSignalSpy progress(&m_session->nextRun(), &NextRun::loadingProgress);
    m_session->train();
    QVERIFY(m_session->nextRun().isWaitingToTrain());
    QVERIFY(m_session->nextRun().isLoading());
    QCOMPARE(progress.size(), 1);
    waitForState(RunState::Finished);
    QVERIFY(!m_session->nextRun().isWaitingToTrain());
}

void TestTrainingSession::aRunThatIsOverSaysSoWhenAskedToTrain()
{
    makeReady();
    m_session->train();
    waitForState(RunState::Finished);
    QSignalSpy problems(m_session.get(), &TrainingSession::problem);
    m_session->train();
    QCOMPARE(problems.size(), 1);
    QCOMPARE(statusOf(*m_session).state, RunState::Finished);
}

void TestTrainingSession::whatBelongsToTheShownRunFollowsBeforeOthersHearOfIt()
{
    makeReady();
    ExperimentConfig other = smallExperiment();
    other.activation = "relu";
    m_session->comparison().compareWith(other, {});
    m_session->timeMachine().goTo(0);
    QTRY_VERIFY(m_session->frame().moment);
    QStringList heard;
    const auto note = [&heard](const char *what) {
        return [&heard, what] {
            heard.append(QLatin1String(what));
        };
    };
    const RunSet &runs = m_session->runs();
    connect(&m_session->nextRun(), &NextRun::setupChanged, this, note("setup"));
    connect(&m_session->timeMachine(), &TimeMachine::momentChanged, this, note("moment"));
    connect(&runs, &RunSet::shownChanged, this, note("shown"));
    connect(&runs, &RunSet::changed, this, note("runs"));
    connect(&runs, &RunSet::stateChanged, this, note("state"));
    connect(m_session.get(), &TrainingSession::frameReady, this, note("frame"));
    connect(&runs, &RunSet::shownChanged, this, [this] {
        QCOMPARE(m_session->nextRun().setup().activation, std::string("relu"));
        QVERIFY(!m_session->frame().moment);
    });
    m_session->comparison().showRun(m_session->frame().runs[1].runId);
    QCOMPARE(heard, QStringList({"setup", "moment", "shown", "runs", "state", "frame"}));
}

void TestTrainingSession::whatAPersonDoesIsSeenAtOnce()
{
    makeReady();
    QTRY_VERIFY(m_session->frame().evaluation);
    QSignalSpy frames(m_session.get(), &TrainingSession::frameReady);
    m_session->comparison().compareRecord(recorded());
    QCOMPARE(frames.size(), 1);
    m_session->comparison().dropOthers();
    QCOMPARE(frames.size(), 2);
    m_session->nextRun().start();
    QCOMPARE(frames.size(), 3);
}

void TestTrainingSession::theProblemsOfAllPartsAreTold()
{
    QSignalSpy problems(m_session.get(), &TrainingSession::problem);
    m_session->comparison().compareSetup();
    m_session->keeper().saveRun("nowhere");
    m_session->teacher().teach();
    m_session->timeMachine().branchHere();
    QCOMPARE(problems.size(), 4);
    QVERIFY(!m_session->myDigits().keep({}, 3)); // not yet open
    QCOMPARE(problems.size(), 5);
    ExperimentConfig setup = smallExperiment();
    setup.data = "gone";
    m_session->nextRun().startExperiment(setup);
    QTRY_COMPARE(problems.size(), 6);
    QTRY_VERIFY(m_session->frame().data); // the built-in digits
    setup.data = "builtin";
    setup.layers = {3, 10};
    m_session->nextRun().startExperiment(setup);
    QCOMPARE(problems.size(), 7);
}

NABLA_WINDOW_TEST(TestTrainingSession)
#include "tst_training_session.moc"
