// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/time_machine.h"

#include "core/train/checkpoint.h"
#include "core/train/moment_archive.h"
#include "tests/support/test_program.h"
#include "tests/ui/dialogs/bar_loader.h"
#include "tests/ui/session/short_epochs.h"
#include "ui/session/comparison.h"
#include "ui/session/next_run.h"
#include "ui/session/run_keeper.h"
#include "ui/session/run_set.h"
#include "ui/session/training_session.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace nabla;
using namespace nabla::ui;
using namespace nabla::ui::test;

class TestTimeMachine final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void withoutARunThereIsNothingToGoBackTo();
    void aMomentShowsTheNetworkOfItsStep();
    void betweenTwoMomentsTheEarlierIsShown();
    void trainingGoesOnWhileOneLooksBack();
    void backInThePresentAtOnce();
    void aBranchGoesOnToTheSameDigest();
    void aBranchTrainsWhereTheRunDid();
    void aBranchFindsNoRoom();
    void resetInThePastShowsTheNewRun();
    void aDivergedRunIsBranchedFromBefore();
    void anOpenedRunHasMomentsFromThereOn();
    void aCheckpointGoesToWhoAskedForIt();
    void whoAskedForACheckpointOfAnotherRunHearsNothing();

private:
    void makeReady();
    void finish();
    [[nodiscard]] std::uint64_t step() const { return m_session->frame().status.step; }
    /// Looks back and waits until the moment is there.
    void lookAt(std::uint64_t step);

    std::unique_ptr<TrainingSession> m_session;
    QTemporaryDir m_folder;
};

void TestTimeMachine::init()
{
    m_session = std::make_unique<TrainingSession>(anyBarLoader());
    m_session->nextRun().changeSetup(thirtyShortEpochs());
}

void TestTimeMachine::cleanup()
{
    m_session.reset();
}

void TestTimeMachine::makeReady()
{
    m_session->nextRun().start();
    QTRY_VERIFY(m_session->frame().status.hasDigest);
}

void TestTimeMachine::finish()
{
    makeReady();
    m_session->train();
    QTRY_COMPARE(m_session->frame().status.state, RunState::Finished);
    QTRY_VERIFY(m_session->frame().status.hasDigest);
}

void TestTimeMachine::lookAt(std::uint64_t step)
{
    m_session->timeMachine().goTo(step);
    QTRY_COMPARE(m_session->frame().moment, std::optional(step));
}

void TestTimeMachine::withoutARunThereIsNothingToGoBackTo()
{
    QSignalSpy problems(m_session.get(), &TrainingSession::problem);
    QVERIFY(m_session->timeMachine().steps().empty() && !m_session->frame().moments);
    m_session->timeMachine().goTo(0);
    QVERIFY(!m_session->timeMachine().moment());
    m_session->timeMachine().branchHere();
    QCOMPARE(problems.size(), 1);
    makeReady();
    QCOMPARE(m_session->timeMachine().steps(), std::vector<std::uint64_t>{0});
    QCOMPARE(m_session->frame().moments->steps(), m_session->timeMachine().steps());
    lookAt(0); // the untrained network is a moment like any other
    QCOMPARE(m_session->frame().snapshot->step, std::uint64_t(0));
}

void TestTimeMachine::aMomentShowsTheNetworkOfItsStep()
{
    finish();
    QVERIFY(!m_session->frame().moment);
    QSignalSpy moves(&m_session->timeMachine(), &TimeMachine::momentChanged);
    for (const std::uint64_t then : {0U, 5U, 60U, 180U}) {
        lookAt(then);
        QCOMPARE(m_session->frame().snapshot->network.digest(), digestAt(then));
    }
    QVERIFY(moves.size() >= 4);
}

void TestTimeMachine::betweenTwoMomentsTheEarlierIsShown()
{
    finish();
    const std::vector<std::uint64_t> steps = m_session->timeMachine().steps();
    QVERIFY(std::ranges::find(steps, 143) == steps.end());
    m_session->timeMachine().goTo(143);
    QCOMPARE(m_session->timeMachine().moment(),
             std::optional(*(std::ranges::upper_bound(steps, 143U) - 1)));
    m_session->timeMachine().goTo(1'000'000);
    QCOMPARE(m_session->timeMachine().moment(), std::optional(steps.back()));
}

void TestTimeMachine::trainingGoesOnWhileOneLooksBack()
{
    makeReady();
    m_session->stepMiniBatch();
    QTRY_COMPARE(step(), std::uint64_t(1));
    lookAt(0);
    QSignalSpy frames(m_session.get(), &TrainingSession::frameReady);
    m_session->train();
    QTRY_COMPARE(m_session->frame().status.state, RunState::Finished);
    QVERIFY(!frames.empty());
    QCOMPARE(m_session->frame().moment, std::optional<std::uint64_t>(0));
    QCOMPARE(m_session->frame().snapshot->network.digest(), digestAt(0));
    QTRY_COMPARE(m_session->frame().status.digest, digestAt(180));
}

void TestTimeMachine::backInThePresentAtOnce()
{
    finish();
    lookAt(17);
    QSignalSpy frames(m_session.get(), &TrainingSession::frameReady);
    m_session->timeMachine().goTo({});
    QCOMPARE(frames.size(), 1);
    QVERIFY(!m_session->frame().moment);
    QCOMPARE(m_session->frame().snapshot->step, std::uint64_t(180));
}

void TestTimeMachine::aBranchGoesOnToTheSameDigest()
{
    finish();
    lookAt(60);
    const std::uint64_t trunk = m_session->frame().runId;
    m_session->timeMachine().branchHere();
    QTRY_COMPARE(m_session->frame().runs.size(), std::size_t(2));
    QVERIFY(m_session->frame().runId != trunk);
    QVERIFY(!m_session->frame().moment);
    QCOMPARE(step(), std::uint64_t(60));
    QVERIFY(!m_session->runs().isAnyTraining());
    QVERIFY(m_session->frame().runs[1].name.contains(QStringLiteral("60")));
    m_session->train();
    QTRY_COMPARE(m_session->frame().status.state, RunState::Finished);
    QTRY_COMPARE(m_session->frame().status.digest, digestAt(180));
}

void TestTimeMachine::aBranchTrainsWhereTheRunDid()
{
    ExperimentConfig config = thirtyShortEpochs();
    config.epochs = 1'000'000;
    m_session->nextRun().changeSetup(config);
    makeReady();
    m_session->train();
    QTRY_VERIFY(step() > 100);
    lookAt(30);
    m_session->timeMachine().branchHere();
    QTRY_COMPARE(m_session->frame().runs.size(), std::size_t(2));
    QTRY_VERIFY(m_session->frame().status.state == RunState::Running && step() > 30);
    QCOMPARE(m_session->frame().runs[0].status->state, RunState::Running);
}

void TestTimeMachine::aBranchFindsNoRoom()
{
    finish();
    m_session->comparison().compareSeeds();
    QCOMPARE(m_session->frame().runs.size(), std::size_t(4));
    QSignalSpy problems(m_session.get(), &TrainingSession::problem);
    m_session->timeMachine().branchHere();
    QCOMPARE(problems.size(), 1);
}

void TestTimeMachine::resetInThePastShowsTheNewRun()
{
    finish();
    lookAt(40);
    m_session->nextRun().start();
    QVERIFY(!m_session->timeMachine().moment());
    QVERIFY(!m_session->frame().moment);
    QTRY_COMPARE(m_session->timeMachine().steps(), std::vector<std::uint64_t>{0});
    QCOMPARE(step(), std::uint64_t(0));
    QCOMPARE(m_session->frame().snapshot->step, std::uint64_t(0));
}

void TestTimeMachine::aDivergedRunIsBranchedFromBefore()
{
    ExperimentConfig config = thirtyShortEpochs();
    config.activation = "relu";
    config.layers = {784, 30, 30, 30, 30, 10};
    config.learningRate = 100.0;
    config.regularizationParameter = 0.0;
    m_session->nextRun().changeSetup(config);
    makeReady();
    m_session->train();
    QTRY_COMPARE(m_session->frame().status.state, RunState::Diverged);
    lookAt(0);
    m_session->timeMachine().branchHere();
    QTRY_COMPARE(m_session->frame().runs.size(), std::size_t(2));
    config = m_session->nextRun().setup();
    config.learningRate = 0.01;
    m_session->nextRun().changeSetup(config);
    m_session->train();
    QTRY_COMPARE(m_session->frame().status.state, RunState::Finished);
}

void TestTimeMachine::anOpenedRunHasMomentsFromThereOn()
{
    finish();
    lookAt(60);
    m_session->timeMachine().branchHere();
    QTRY_COMPARE(step(), std::uint64_t(60));
    const QString file = m_folder.filePath("run");
    QSignalSpy saved(&m_session->runs(), &RunSet::runSaved);
    m_session->keeper().saveRun(file);
    QTRY_COMPARE(saved.size(), 1);
    m_session->keeper().resumeRun(file);
    QTRY_COMPARE(m_session->timeMachine().steps(), std::vector<std::uint64_t>{60});
    m_session->timeMachine().goTo(3);
    QCOMPARE(m_session->timeMachine().moment(), std::optional<std::uint64_t>(60));
}

void TestTimeMachine::aCheckpointGoesToWhoAskedForIt()
{
    finish();
    lookAt(60);
    std::vector<std::uint64_t> steps;
    const auto note = [&steps](const Checkpoint &checkpoint) {
        steps.push_back(checkpoint.state.step);
    };
    m_session->timeMachine().fetchCheckpoint(note);
    QTRY_COMPARE(steps, std::vector<std::uint64_t>{60});
    m_session->timeMachine().goTo({});
    m_session->timeMachine().fetchCheckpoint(note);
    QTRY_COMPARE(steps, (std::vector<std::uint64_t>{60, 180}));
    QVERIFY(m_session->frame().runs.empty());
    m_session->timeMachine().branchHere(); // the next one is nobody's
    QTRY_COMPARE(m_session->frame().runs.size(), std::size_t(2));
    QCOMPARE(steps.size(), std::size_t(2));
}

void TestTimeMachine::whoAskedForACheckpointOfAnotherRunHearsNothing()
{
    finish();
    bool isTold = false;
    m_session->timeMachine().fetchCheckpoint([&isTold](const Checkpoint &) { isTold = true; });
    m_session->nextRun().start();
    QTRY_VERIFY(!m_session->timeMachine().steps().empty());
    m_session->timeMachine().branchHere();
    QTRY_COMPARE(m_session->frame().runs.size(), std::size_t(2));
    QVERIFY(!isTold);
}

NABLA_WINDOW_TEST(TestTimeMachine)
#include "tst_time_machine.moc"
