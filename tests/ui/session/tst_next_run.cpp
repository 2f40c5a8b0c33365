// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/next_run.h"

#include "tests/support/test_program.h"
#include "tests/ui/session/bars.h"
#include "ui/session/comparison.h"
#include "ui/session/run_set.h"
#include "ui/session/training_session.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace nabla;
using namespace nabla::ui;
using namespace nabla::ui::test;

class TestNextRun final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void nothingIsLoadedBeforeItIsAskedFor();
    void theOldRunGoesOnUntilTheNewDataAreThere();
    void newDataContinueTheTraining();
    void dataThatCannotBeHadKeepTheOldRun();
    void atTheStartDataThatCannotBeHadFallBackToTheBuiltInOnes();
    void canceledLoadingKeepsTheOldRun();
    void knobsReachTheRunAndLeaveAMark();
    void whatNeedsAResetSaysSo();
    void resetWithTheSameSeedGivesTheSameWeights();
    void anExperimentWhoseDataFailGivesTheOldSetupBack();
    void theSetupFollowsTheShownRun();

private:
    /// The data are there, the run is idle.
    void makeReady();
    void waitForState(RunState state) { QTRY_COMPARE(statusOf(*m_session).state, state); }

    std::unique_ptr<TrainingSession> m_session;
};

void TestNextRun::init()
{
    m_session = std::make_unique<TrainingSession>(barLoader());
    m_session->nextRun().changeSetup(smallExperiment());
}

void TestNextRun::cleanup()
{
    m_session.reset();
}

void TestNextRun::makeReady()
{
    m_session->nextRun().start();
    QTRY_VERIFY(statusOf(*m_session).hasDigest);
}

void TestNextRun::nothingIsLoadedBeforeItIsAskedFor()
{
    QVERIFY(!m_session->nextRun().isLoading());
    QCOMPARE(m_session->frame().runId, std::uint64_t(0));
    QVERIFY(!m_session->frame().data);
    QVERIFY(!m_session->nextRun().needsReset());
}

void TestNextRun::theOldRunGoesOnUntilTheNewDataAreThere()
{
    makeReady();
    m_session->setPace(200.0);
    m_session->train();
    ExperimentConfig other = smallExperiment();
    other.data = "slow";
    m_session->nextRun().changeSetup(other);
    QVERIFY(m_session->nextRun().isLoading());
    QTRY_VERIFY(statusOf(*m_session).step > 3);
    QCOMPARE(m_session->frame().data->source, std::string("bars"));
    QVERIFY(!m_session->nextRun().needsReset());
}

void TestNextRun::newDataContinueTheTraining()
{
    makeReady();
    m_session->setPace(100.0);
    m_session->train();
    waitForState(RunState::Running);
    const std::uint64_t first = m_session->frame().runId;
    ExperimentConfig other = smallExperiment();
    other.data = "stripes";
    m_session->nextRun().changeSetup(other);
    QTRY_COMPARE(m_session->frame().runId, first + 1);
    QCOMPARE(m_session->frame().data->source, std::string("stripes"));
    waitForState(RunState::Running);
}

void TestNextRun::dataThatCannotBeHadKeepTheOldRun()
{
    makeReady();
    QSignalSpy problems(m_session.get(), &TrainingSession::problem);
    const std::uint64_t run = m_session->frame().runId;
    ExperimentConfig other = smallExperiment();
    other.data = "/no/such/folder";
    m_session->nextRun().changeSetup(other);
    QTRY_COMPARE(problems.size(), 1);
    QVERIFY(problems[0][0].toString().contains("no such bars: /no/such/folder"));
    QCOMPARE(m_session->frame().runId, run);
    QCOMPARE(m_session->nextRun().setup().data, std::string("bars"));
}

void TestNextRun::atTheStartDataThatCannotBeHadFallBackToTheBuiltInOnes()
{
    QSignalSpy problems(m_session.get(), &TrainingSession::problem);
    ExperimentConfig setup = smallExperiment();
    setup.data = "gone";
    m_session->nextRun().changeSetup(setup);
    m_session->train();
    QTRY_VERIFY(m_session->frame().data);
    QCOMPARE(problems.size(), 1);
    QCOMPARE(m_session->frame().data->source, std::string("builtin"));
    waitForState(RunState::Finished); // it was to train
}

void TestNextRun::canceledLoadingKeepsTheOldRun()
{
    makeReady();
    QSignalSpy problems(m_session.get(), &TrainingSession::problem);
    ExperimentConfig other = smallExperiment();
    other.data = "slow";
    m_session->nextRun().changeSetup(other);
    m_session->nextRun().cancelLoading();
    QVERIFY(!m_session->nextRun().isLoading());
    QCOMPARE(m_session->nextRun().setup().data, std::string("bars"));
    QVERIFY(problems.isEmpty());
}

void TestNextRun::knobsReachTheRunAndLeaveAMark()
{
    makeReady();
    ExperimentConfig turned = smallExperiment();
    turned.learningRate = 0.25;
    m_session->nextRun().changeSetup(turned);
    QVERIFY(!m_session->nextRun().needsReset());
    QTRY_COMPARE(m_session->frame().history.marks().size(), std::size_t(1));
    const KnobMark &mark = m_session->frame().history.marks().front();
    QCOMPARE(mark.field, std::string("learningRate"));
    QCOMPARE(mark.before, 0.5);
    QCOMPARE(mark.after, 0.25);
    QCOMPARE(m_session->frame().experiment.learningRate, 0.5); // what it was made from
}

void TestNextRun::whatNeedsAResetSaysSo()
{
    makeReady();
    ExperimentConfig wider = smallExperiment();
    wider.layers = {784, 20, 10};
    m_session->nextRun().changeSetup(wider);
    QVERIFY(m_session->nextRun().needsReset());
    QCOMPARE(m_session->frame().experiment.layers, smallExperiment().layers);
    m_session->nextRun().start();
    QVERIFY(!m_session->nextRun().needsReset());
    QCOMPARE(m_session->frame().experiment.layers, wider.layers);
}

void TestNextRun::resetWithTheSameSeedGivesTheSameWeights()
{
    makeReady();
    const std::uint64_t untrained = statusOf(*m_session).digest;
    m_session->train();
    waitForState(RunState::Finished);
    makeReady();
    QTRY_COMPARE(statusOf(*m_session).digest, untrained);
}

void TestNextRun::anExperimentWhoseDataFailGivesTheOldSetupBack()
{
    makeReady();
    ExperimentConfig other = smallExperiment();
    other.layers = {784, 30, 30, 10};
    other.learningRate = 3.0;
    other.data = "gone";
    m_session->nextRun().startExperiment(other);
    QTRY_VERIFY(!m_session->nextRun().isLoading());
    QCOMPARE(m_session->nextRun().setup(), smallExperiment());
    QVERIFY(m_session->frame().history.marks().empty()); // the run kept its own learning rate
}

void TestNextRun::theSetupFollowsTheShownRun()
{
    makeReady();
    ExperimentConfig other = smallExperiment();
    m_session->comparison().compareWith(other, {});
    other.learningRate = 0.125;
    m_session->nextRun().changeSetup(other);
    const QSignalSpy changes(&m_session->nextRun(), &NextRun::setupChanged);
    m_session->comparison().showRun(m_session->frame().runs[1].runId);
    QCOMPARE(m_session->nextRun().setup(), smallExperiment());
    m_session->comparison().showRun(m_session->frame().runs[0].runId);
    QCOMPARE(m_session->nextRun().setup(), other); // as its knobs stand now
    QCOMPARE(changes.size(), 2);
    m_session->nextRun().start();
    QCOMPARE(changes.size(), 2);
}

NABLA_WINDOW_TEST(TestNextRun)
#include "tst_next_run.moc"
