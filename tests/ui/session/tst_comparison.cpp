// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/ui/session/bars.h"
#include "ui/session/comparison.h"
#include "ui/session/next_run.h"
#include "ui/session/run_set.h"
#include "ui/session/training_session.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace nabla;
using namespace nabla::ui;
using namespace nabla::ui::test;

/// Several runs beside each other in one session.
class TestComparison final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_session.reset(); }

    void runsBesideEachOtherComeToTheDigestsOfTheSameRunsAlone();
    void fourRunsAreTheMost();
    void seedsFillTheRoomThatIsLeft();
    void showingAnotherRunShowsItsSetup();
    void resetKeepsTheOthers();
    void theShownRunCanBeDroppedAndTheLastOneCannot();
    void knobsTurnTheShownRunAlone();

private:
    std::unique_ptr<TrainingSession> m_session;
};

void TestComparison::init()
{
    m_session = std::make_unique<TrainingSession>(barLoader());
    m_session->nextRun().changeSetup(smallExperiment());
    m_session->nextRun().start();
    QTRY_VERIFY(m_session->frame().status.hasDigest);
}

void TestComparison::runsBesideEachOtherComeToTheDigestsOfTheSameRunsAlone()
{
    std::vector<ExperimentConfig> configs{smallExperiment()};
    for (const char *activation : {"relu", "tanh", "sigmoid"}) {
        ExperimentConfig config = smallExperiment();
        config.activation = activation;
        config.seed = configs.size() + 1;
        configs.push_back(config);
    }
    m_session->train();
    for (std::size_t i = 1; i < configs.size(); ++i)
        m_session->comparison().compareWith(configs[i], QString::number(i));
    const auto areAllDone = [this] {
        return std::ranges::all_of(m_session->frame().runs, [](const RunView &run) {
            return run.status->state == RunState::Finished && run.status->hasDigest;
        });
    };
    QCOMPARE(m_session->frame().runs.size(), std::size_t(4));
    QTRY_VERIFY(areAllDone());
    for (std::size_t i = 0; i < configs.size(); ++i) {
        const RunView run = m_session->frame().runs[i];
        QCOMPARE(run.style, static_cast<int>(i));
        QCOMPARE(run.status->digest, expectedDigest(configs[i]));
        QCOMPARE(run.history->lastStep(), run.status->totalSteps);
        QVERIFY(run.history->latest({Metric::ValidationAccuracy}).has_value());
    }
    QCOMPARE(m_session->frame().runs[2].name, QStringLiteral("C · 2"));
    QVERIFY(!m_session->runs().isAnyTraining());
}

void TestComparison::fourRunsAreTheMost()
{
    QVERIFY(m_session->frame().runs.empty()); // nothing to compare
    for (int i = 0; i < 3; ++i)
        m_session->comparison().compareWith(smallExperiment(), {});
    QVERIFY(!m_session->runs().hasRoom());
    const QSignalSpy problems(m_session.get(), &TrainingSession::problem);
    m_session->comparison().compareWith(smallExperiment(), {});
    QCOMPARE(problems.size(), 1);
    QCOMPARE(m_session->frame().runs.size(), std::size_t(4));
    m_session->comparison().dropOthers();
    QVERIFY(m_session->frame().runs.empty());
}

void TestComparison::seedsFillTheRoomThatIsLeft()
{
    m_session->comparison().compareSeeds();
    const auto runs = m_session->frame().runs;
    QCOMPARE(runs.size(), std::size_t(4));
    for (std::size_t i = 0; i < runs.size(); ++i) {
        ExperimentConfig expected = smallExperiment();
        expected.seed += i;
        QCOMPARE(*runs[i].experiment, expected);
    }
}

void TestComparison::showingAnotherRunShowsItsSetup()
{
    ExperimentConfig other = smallExperiment();
    other.activation = "relu";
    m_session->comparison().compareWith(other, {});
    const std::uint64_t first = m_session->frame().runId;
    const std::uint64_t second = m_session->frame().runs[1].runId;
    const QSignalSpy resets(&m_session->runs(), &RunSet::shownChanged);
    m_session->comparison().showRun(second);
    QCOMPARE(m_session->frame().runId, second);
    QCOMPARE(m_session->nextRun().setup().activation, std::string("relu"));
    QVERIFY(!m_session->nextRun().needsReset());
    m_session->comparison().showRun(12345);
    QCOMPARE(m_session->frame().runId, second);
    m_session->comparison().showRun(first);
    QCOMPARE(resets.size(), 2);
    QCOMPARE(m_session->nextRun().setup().activation, std::string("sigmoid"));
}

void TestComparison::resetKeepsTheOthers()
{
    m_session->comparison().compareWith(smallExperiment(), {});
    const std::uint64_t first = m_session->frame().runId;
    m_session->nextRun().start();
    const auto runs = m_session->frame().runs;
    QCOMPARE(runs.size(), std::size_t(2));
    QVERIFY(runs[0].runId != first);
    QCOMPARE(m_session->frame().runId, runs[0].runId);
    QCOMPARE(runs[0].style, 0);
}

void TestComparison::theShownRunCanBeDroppedAndTheLastOneCannot()
{
    m_session->comparison().compareWith(smallExperiment(), {});
    m_session->comparison().compareWith(smallExperiment(), {});
    const std::uint64_t first = m_session->frame().runId;
    const std::uint64_t second = m_session->frame().runs[1].runId;
    m_session->comparison().dropRun(first);
    QCOMPARE(m_session->frame().runId, second);
    m_session->comparison().compareWith(smallExperiment(), {}); // takes the style that became free
    QCOMPARE(m_session->frame().runs[0].style, 0);
    QVERIFY(m_session->frame().runs[0].runId != first);
    m_session->comparison().dropOthers();
    m_session->comparison().dropRun(second);
    QCOMPARE(m_session->frame().runId, second);
}

void TestComparison::knobsTurnTheShownRunAlone()
{
    m_session->comparison().compareWith(smallExperiment(), {});
    ExperimentConfig turned = smallExperiment();
    turned.learningRate = 0.25;
    m_session->nextRun().changeSetup(turned);
    QCOMPARE(m_session->frame().runs[0].experiment->learningRate, 0.25);
    QCOMPARE(m_session->frame().runs[1].experiment->learningRate, 0.5);
}

NABLA_WINDOW_TEST(TestComparison)
#include "tst_comparison.moc"
