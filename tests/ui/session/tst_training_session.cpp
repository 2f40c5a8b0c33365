// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/training_session.h"

#include "tests/ui/session/bars.h"

#include <QSignalSpy>
#include <QTest>

using namespace nabla;
using namespace nabla::ui;
using namespace nabla::ui::test;

Q_DECLARE_METATYPE(nabla::RunState)

namespace {

RunStatusData status(const TrainingSession &session)
{
    return session.frame().status;
}

} // namespace

class TestTrainingSession final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void nothingIsLoadedBeforeItIsAskedFor();
    void resetShowsTheUntrainedNetwork();
    void theDigestIsThatOfTheTrainerAlone();
    void theDigestIsTheSameWhenNobodyReads();
    void theDigestIsTheSameWithPausesAndSteps();
    void trainBeforeTheDataAreThereWaitsForThem();
    void theOldRunGoesOnUntilTheNewDataAreThere();
    void newDataContinueTheTraining();
    void dataThatCannotBeHadKeepTheOldRun();
    void atTheStartDataThatCannotBeHadFallBackToTheBuiltInOnes();
    void canceledLoadingKeepsTheOldRun();
    void knobsReachTheRunAndLeaveAMark();
    void whatNeedsAResetSaysSo();
    void resetWithTheSameSeedGivesTheSameWeights();
    void aRunThatIsOverSaysSoWhenAskedToTrain();
    void anExperimentWhoseDataFailGivesTheOldSetupBack();

private:
    /// Ready: the data are there, the run is idle.
    void makeReady();
    void waitForState(RunState state) { QTRY_COMPARE(status(*m_session).state, state); }

    std::unique_ptr<TrainingSession> m_session;
};

void TestTrainingSession::init()
{
    m_session = std::make_unique<TrainingSession>(barLoader());
    m_session->changeSetup(smallExperiment());
}

void TestTrainingSession::cleanup()
{
    m_session.reset();
}

void TestTrainingSession::makeReady()
{
    m_session->reset();
    QTRY_VERIFY(status(*m_session).hasDigest);
}

void TestTrainingSession::nothingIsLoadedBeforeItIsAskedFor()
{
    QVERIFY(!m_session->isLoadingData());
    QCOMPARE(m_session->frame().runId, std::uint64_t(0));
    QVERIFY(!m_session->frame().data);
    QVERIFY(!m_session->needsReset());
}

void TestTrainingSession::resetShowsTheUntrainedNetwork()
{
    QSignalSpy resets(m_session.get(), &TrainingSession::runReset);
    makeReady();
    QCOMPARE(resets.size(), 1);
    QCOMPARE(status(*m_session).state, RunState::Idle);
    QCOMPARE(m_session->frame().snapshot->step, std::uint64_t(0));
    QCOMPARE(m_session->frame().data->source, std::string("bars"));
    QTRY_VERIFY(m_session->frame().history.latest({Metric::ValidationCost}).has_value());
}

void TestTrainingSession::theDigestIsThatOfTheTrainerAlone()
{
    makeReady();
    m_session->train();
    waitForState(RunState::Finished);
    QTRY_VERIFY(status(*m_session).hasDigest);
    QCOMPARE(status(*m_session).digest, expectedDigest(smallExperiment()));
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
    QTRY_VERIFY(status(*m_session).hasDigest);
    QCOMPARE(status(*m_session).digest, expected);
    QCOMPARE(m_session->frame().history.series({Metric::MiniBatchCost}).count(),
             std::uint64_t(120));
}

void TestTrainingSession::theDigestIsTheSameWithPausesAndSteps()
{
    makeReady();
    m_session->setPace(500.0);
    m_session->stepMiniBatch();
    QTRY_COMPARE(status(*m_session).step, std::uint64_t(1));
    waitForState(RunState::Paused);
    m_session->train();
    QTRY_VERIFY(status(*m_session).step > 5);
    m_session->pause();
    waitForState(RunState::Paused);
    m_session->stepEpoch();
    QTRY_COMPARE(status(*m_session).step, std::uint64_t(40));
    waitForState(RunState::Paused);
    m_session->setPace(std::numeric_limits<double>::infinity());
    m_session->train();
    waitForState(RunState::Finished);
    QTRY_VERIFY(status(*m_session).hasDigest);
    QCOMPARE(status(*m_session).digest, expectedDigest(smallExperiment()));
}

void TestTrainingSession::trainBeforeTheDataAreThereWaitsForThem()
{
    QSignalSpy progress(m_session.get(), &TrainingSession::loadingProgress);
    m_session->train();
    QVERIFY(m_session->isWaitingToTrain());
    QVERIFY(m_session->isLoadingData());
    QCOMPARE(progress.size(), 1);
    waitForState(RunState::Finished);
    QVERIFY(!m_session->isWaitingToTrain());
}

void TestTrainingSession::theOldRunGoesOnUntilTheNewDataAreThere()
{
    makeReady();
    m_session->setPace(200.0);
    m_session->train();
    ExperimentConfig other = smallExperiment();
    other.data = "slow";
    m_session->changeSetup(other);
    QVERIFY(m_session->isLoadingData());
    QTRY_VERIFY(status(*m_session).step > 3);
    QCOMPARE(m_session->frame().data->source, std::string("bars"));
    QVERIFY(!m_session->needsReset());
}

void TestTrainingSession::newDataContinueTheTraining()
{
    makeReady();
    m_session->setPace(100.0);
    m_session->train();
    waitForState(RunState::Running);
    const std::uint64_t first = m_session->frame().runId;
    ExperimentConfig other = smallExperiment();
    other.data = "stripes";
    m_session->changeSetup(other);
    QTRY_COMPARE(m_session->frame().runId, first + 1);
    QCOMPARE(m_session->frame().data->source, std::string("stripes"));
    waitForState(RunState::Running);
}

void TestTrainingSession::dataThatCannotBeHadKeepTheOldRun()
{
    makeReady();
    QSignalSpy problems(m_session.get(), &TrainingSession::problem);
    const std::uint64_t run = m_session->frame().runId;
    ExperimentConfig other = smallExperiment();
    other.data = "/no/such/folder";
    m_session->changeSetup(other);
    QTRY_COMPARE(problems.size(), 1);
    QVERIFY(problems[0][0].toString().contains("no such bars: /no/such/folder"));
    QCOMPARE(m_session->frame().runId, run);
    QCOMPARE(m_session->setup().data, std::string("bars"));
}

void TestTrainingSession::atTheStartDataThatCannotBeHadFallBackToTheBuiltInOnes()
{
    QSignalSpy problems(m_session.get(), &TrainingSession::problem);
    ExperimentConfig setup = smallExperiment();
    setup.data = "gone";
    m_session->changeSetup(setup);
    m_session->train();
    QTRY_VERIFY(m_session->frame().data);
    QCOMPARE(problems.size(), 1);
    QCOMPARE(m_session->frame().data->source, std::string("builtin"));
    waitForState(RunState::Finished); // it was to train
}

void TestTrainingSession::canceledLoadingKeepsTheOldRun()
{
    makeReady();
    QSignalSpy problems(m_session.get(), &TrainingSession::problem);
    ExperimentConfig other = smallExperiment();
    other.data = "slow";
    m_session->changeSetup(other);
    m_session->cancelLoading();
    QVERIFY(!m_session->isLoadingData());
    QCOMPARE(m_session->setup().data, std::string("bars"));
    QVERIFY(problems.isEmpty());
}

void TestTrainingSession::knobsReachTheRunAndLeaveAMark()
{
    makeReady();
    ExperimentConfig turned = smallExperiment();
    turned.learningRate = 0.25;
    m_session->changeSetup(turned);
    QVERIFY(!m_session->needsReset());
    QTRY_COMPARE(m_session->frame().history.marks().size(), std::size_t(1));
    const KnobMark &mark = m_session->frame().history.marks().front();
    QCOMPARE(mark.field, std::string("learningRate"));
    QCOMPARE(mark.before, 0.5);
    QCOMPARE(mark.after, 0.25);
    QCOMPARE(m_session->runConfig().learningRate, 0.5); // what it was made from
}

void TestTrainingSession::whatNeedsAResetSaysSo()
{
    makeReady();
    ExperimentConfig wider = smallExperiment();
    wider.layers = {784, 20, 10};
    m_session->changeSetup(wider);
    QVERIFY(m_session->needsReset());
    QCOMPARE(m_session->frame().experiment.layers, smallExperiment().layers);
    m_session->reset();
    QVERIFY(!m_session->needsReset());
    QCOMPARE(m_session->frame().experiment.layers, wider.layers);
}

void TestTrainingSession::resetWithTheSameSeedGivesTheSameWeights()
{
    makeReady();
    const std::uint64_t untrained = status(*m_session).digest;
    m_session->train();
    waitForState(RunState::Finished);
    makeReady();
    QTRY_COMPARE(status(*m_session).digest, untrained);
}

void TestTrainingSession::aRunThatIsOverSaysSoWhenAskedToTrain()
{
    makeReady();
    m_session->train();
    waitForState(RunState::Finished);
    QSignalSpy problems(m_session.get(), &TrainingSession::problem);
    m_session->train();
    QCOMPARE(problems.size(), 1);
    QCOMPARE(status(*m_session).state, RunState::Finished);
}

void TestTrainingSession::anExperimentWhoseDataFailGivesTheOldSetupBack()
{
    makeReady();
    ExperimentConfig other = smallExperiment();
    other.layers = {784, 30, 30, 10};
    other.learningRate = 3.0;
    other.data = "gone";
    m_session->startExperiment(other);
    QTRY_VERIFY(!m_session->isLoadingData());
    QCOMPARE(m_session->setup(), smallExperiment());
    QVERIFY(m_session->frame().history.marks().empty()); // the run kept its own learning rate
}

QTEST_MAIN(TestTrainingSession)
#include "tst_training_session.moc"
