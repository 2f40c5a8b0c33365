// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/time_machine.h"

#include "core/train/moment_archive.h"
#include "core/train/trainer.h"
#include "tests/ui/dialogs/bar_loader.h"
#include "ui/session/training_session.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace nabla;
using namespace nabla::ui;

class TestTimeMachine final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void theNewestWishIsShown();
    void aDeletedFileIsSaidAndTheViewStays();
    void anotherRunIsSeenAtItsPresent();

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

private:
    void makeReady();
    void finish();
    [[nodiscard]] std::uint64_t step() const { return m_session->frame().status.step; }
    /// Looks back and waits until the moment is there.
    void lookAt(std::uint64_t step);

    std::unique_ptr<TrainingSession> m_session;
    QTemporaryDir m_folder;
};

namespace {

/// Six steps an epoch.
ExperimentConfig smallExperiment()
{
    ExperimentConfig config;
    config.layers = {784, 12, 10};
    config.epochs = 30;
    config.learningRate = 0.5;
    config.data = "bars";
    return config;
}

/// What nobody but the Trainer computes.
std::uint64_t expectedDigest(const ExperimentConfig &config, std::uint64_t step)
{
    Trainer trainer(config, nabla::test::barData(60, 10, 10));
    while (trainer.step() < step)
        (void)trainer.stepMiniBatch();
    return trainer.network().digest();
}

/// Waits for what the worker brings.
TimeMachine::News newsOf(TimeMachine &machine)
{
    TimeMachine::News news;
    const bool isTold = QTest::qWaitFor([&] {
        news = machine.poll();
        return news.hasMoved || news.checkpoint || !news.error.empty();
    });
    return isTold ? news : TimeMachine::News{};
}

} // namespace

void TestTimeMachine::init()
{
    m_session = std::make_unique<TrainingSession>(nabla::ui::test::barLoader());
    m_session->changeSetup(smallExperiment());
}

void TestTimeMachine::cleanup()
{
    m_session.reset();
}

void TestTimeMachine::makeReady()
{
    m_session->reset();
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
    m_session->setMoment(step);
    QTRY_COMPARE(m_session->frame().moment, std::optional(step));
}

namespace {

/// An archive that holds the first steps of a run on the disk.
std::shared_ptr<MomentArchive> storedMoments(const std::filesystem::path &folder, int steps)
{
    const MomentLimits limits{1, std::uintmax_t(1) << 30, folder};
    auto moments = std::make_shared<MomentArchive>(limits);
    Trainer trainer(smallExperiment(), nabla::test::barData(60, 10, 10));
    for (int i = 0; i < steps; ++i) {
        moments->add(trainer.moment());
        moments->waitUntilWritten();
        (void)trainer.stepMiniBatch();
    }
    return moments;
}

} // namespace

void TestTimeMachine::theNewestWishIsShown()
{
    TimeMachine machine;
    QVERIFY(machine.steps().empty());
    machine.watch(storedMoments(m_folder.filePath("wish").toStdString(), 20));
    QVERIFY(!machine.shown() && !machine.wanted());
    for (std::uint64_t step = 0; step < 20; ++step)
        machine.goTo(step);
    QTRY_VERIFY(
        (static_cast<void>(machine.poll()), machine.shown() && machine.shown()->step == 19));
    QCOMPARE(machine.shown()->network.digest(), expectedDigest(smallExperiment(), 19));
    machine.requestCheckpoint(7);
    QCOMPARE(newsOf(machine).checkpoint->state.step, std::uint64_t(7));
    QCOMPARE(machine.shown()->step, std::uint64_t(19));
    machine.goTo({});
    QVERIFY(!machine.shown());
}

void TestTimeMachine::aDeletedFileIsSaidAndTheViewStays()
{
    const std::filesystem::path folder = m_folder.filePath("deleted").toStdString();
    TimeMachine machine;
    machine.watch(storedMoments(folder, 4));
    machine.goTo(1);
    QVERIFY(newsOf(machine).hasMoved);
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().filename().string().starts_with("step-2-"))
            std::filesystem::remove(entry.path());
    }
    machine.goTo(2);
    const std::string error = newsOf(machine).error;
    QVERIFY2(error.find("step-2-") != std::string::npos, error.c_str());
    QCOMPARE(machine.wanted(), std::optional<std::uint64_t>(1));
    QCOMPARE(machine.shown()->step, std::uint64_t(1));
    QCOMPARE(machine.steps(), (std::vector<std::uint64_t>{0, 1, 3}));
    machine.goTo(3);
    QTRY_VERIFY((static_cast<void>(machine.poll()), machine.shown()->step == 3));
}

void TestTimeMachine::anotherRunIsSeenAtItsPresent()
{
    TimeMachine machine;
    machine.watch(storedMoments(m_folder.filePath("first").toStdString(), 3));
    machine.goTo(2);
    machine.watch(storedMoments(m_folder.filePath("second").toStdString(), 2));
    QVERIFY(!machine.wanted() && !machine.shown());
    QCOMPARE(machine.steps(), (std::vector<std::uint64_t>{0, 1}));
    machine.goTo(1);
    QVERIFY(newsOf(machine).hasMoved);
    QCOMPARE(machine.shown()->step, std::uint64_t(1)); // nothing of the first run came late
}

void TestTimeMachine::withoutARunThereIsNothingToGoBackTo()
{
    QSignalSpy problems(m_session.get(), &TrainingSession::problem);
    QVERIFY(m_session->momentSteps().empty() && !m_session->frame().moments);
    m_session->setMoment(0);
    QVERIFY(!m_session->moment());
    m_session->branchHere();
    QCOMPARE(problems.size(), 1);
    makeReady();
    QCOMPARE(m_session->momentSteps(), std::vector<std::uint64_t>{0});
    QCOMPARE(m_session->frame().moments->steps(), m_session->momentSteps());
    lookAt(0); // the untrained network is a moment like any other
    QCOMPARE(m_session->frame().snapshot->step, std::uint64_t(0));
}

void TestTimeMachine::aMomentShowsTheNetworkOfItsStep()
{
    finish();
    QVERIFY(!m_session->frame().moment);
    QSignalSpy moves(m_session.get(), &TrainingSession::momentChanged);
    for (const std::uint64_t then : {0U, 5U, 60U, 180U}) {
        lookAt(then);
        QCOMPARE(m_session->frame().snapshot->network.digest(),
                 expectedDigest(smallExperiment(), then));
    }
    QVERIFY(moves.size() >= 4);
}

void TestTimeMachine::betweenTwoMomentsTheEarlierIsShown()
{
    finish();
    const std::vector<std::uint64_t> steps = m_session->momentSteps();
    QVERIFY(std::ranges::find(steps, 143) == steps.end());
    m_session->setMoment(143);
    QCOMPARE(m_session->moment(), std::optional(*(std::ranges::upper_bound(steps, 143U) - 1)));
    m_session->setMoment(1'000'000);
    QCOMPARE(m_session->moment(), std::optional(steps.back()));
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
    QCOMPARE(m_session->frame().snapshot->network.digest(), expectedDigest(smallExperiment(), 0));
    QTRY_COMPARE(m_session->frame().status.digest, expectedDigest(smallExperiment(), 180));
}

void TestTimeMachine::backInThePresentAtOnce()
{
    finish();
    lookAt(17);
    QSignalSpy frames(m_session.get(), &TrainingSession::frameReady);
    m_session->setMoment({});
    QCOMPARE(frames.size(), 1);
    QVERIFY(!m_session->frame().moment);
    QCOMPARE(m_session->frame().snapshot->step, std::uint64_t(180));
}

void TestTimeMachine::aBranchGoesOnToTheSameDigest()
{
    finish();
    lookAt(60);
    const std::uint64_t trunk = m_session->frame().runId;
    m_session->branchHere();
    QTRY_COMPARE(m_session->frame().runs.size(), std::size_t(2));
    QVERIFY(m_session->frame().runId != trunk);
    QVERIFY(!m_session->frame().moment);
    QCOMPARE(step(), std::uint64_t(60));
    QVERIFY(!m_session->isTraining());
    QVERIFY(m_session->frame().runs[1].name.contains(QStringLiteral("60")));
    m_session->train();
    QTRY_COMPARE(m_session->frame().status.state, RunState::Finished);
    QTRY_COMPARE(m_session->frame().status.digest, expectedDigest(smallExperiment(), 180));
}

void TestTimeMachine::aBranchTrainsWhereTheRunDid()
{
    ExperimentConfig config = smallExperiment();
    config.epochs = 1'000'000;
    m_session->changeSetup(config);
    makeReady();
    m_session->train();
    QTRY_VERIFY(step() > 100);
    lookAt(30);
    m_session->branchHere();
    QTRY_COMPARE(m_session->frame().runs.size(), std::size_t(2));
    QTRY_VERIFY(m_session->frame().status.state == RunState::Running && step() > 30);
    QCOMPARE(m_session->frame().runs[0].status->state, RunState::Running);
}

void TestTimeMachine::aBranchFindsNoRoom()
{
    finish();
    m_session->compareSeeds();
    QCOMPARE(m_session->frame().runs.size(), std::size_t(4));
    QSignalSpy problems(m_session.get(), &TrainingSession::problem);
    m_session->branchHere();
    QCOMPARE(problems.size(), 1);
}

void TestTimeMachine::resetInThePastShowsTheNewRun()
{
    finish();
    lookAt(40);
    m_session->reset();
    QVERIFY(!m_session->moment());
    QVERIFY(!m_session->frame().moment);
    QTRY_COMPARE(m_session->momentSteps(), std::vector<std::uint64_t>{0});
    QCOMPARE(step(), std::uint64_t(0));
    QCOMPARE(m_session->frame().snapshot->step, std::uint64_t(0));
}

void TestTimeMachine::aDivergedRunIsBranchedFromBefore()
{
    ExperimentConfig config = smallExperiment();
    config.activation = "relu";
    config.layers = {784, 30, 30, 30, 30, 10};
    config.learningRate = 100.0;
    config.regularizationParameter = 0.0;
    m_session->changeSetup(config);
    makeReady();
    m_session->train();
    QTRY_COMPARE(m_session->frame().status.state, RunState::Diverged);
    lookAt(0);
    m_session->branchHere();
    QTRY_COMPARE(m_session->frame().runs.size(), std::size_t(2));
    config = m_session->setup();
    config.learningRate = 0.01;
    m_session->changeSetup(config);
    m_session->train();
    QTRY_COMPARE(m_session->frame().status.state, RunState::Finished);
}

void TestTimeMachine::anOpenedRunHasMomentsFromThereOn()
{
    finish();
    lookAt(60);
    m_session->branchHere();
    QTRY_COMPARE(step(), std::uint64_t(60));
    const QString file = m_folder.filePath("run");
    QSignalSpy saved(m_session.get(), &TrainingSession::runSaved);
    m_session->saveRun(file);
    QTRY_COMPARE(saved.size(), 1);
    m_session->resumeRun(file);
    QTRY_COMPARE(m_session->momentSteps(), std::vector<std::uint64_t>{60});
    m_session->setMoment(3);
    QCOMPARE(m_session->moment(), std::optional<std::uint64_t>(60));
}

QTEST_MAIN(TestTimeMachine)
#include "tst_time_machine.moc"
