// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/learning_speed_summary.h"
#include "core/telemetry/run_history.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <limits>

using namespace nabla;

class TestLearningSpeedSummary final : public QObject
{
    Q_OBJECT

private slots:
    void isEmptyBeforeTheFirstProbe();
    void isEmptyWhileOneLayerHasNoProbe();
    void leavesTheOutputLayerOut();
    void namesTheStartAndNow();
    void hasNotMovedAfterOneProbe();
    void aMomentStandsForNow();
    void aNetworkWithoutHiddenLayersHasNothingToCompare();
    void aLayerThatDoesNotLearnHasNoRatio();
    void aFasterLayerHasARatioBelowOne();
};

namespace {

RunHistory probedWith(const std::vector<std::vector<double>> &probes)
{
    RunHistory history(static_cast<int>(probes.front().size()), 10);
    std::uint64_t step = 0;
    for (const auto &speeds : probes) {
        for (std::size_t i = 0; i < speeds.size(); ++i)
            history.append({Metric::ProbeSpeed, static_cast<int>(i) + 1}, step, speeds[i]);
        step += 5;
    }
    return history;
}

} // namespace

void TestLearningSpeedSummary::isEmptyBeforeTheFirstProbe()
{
    QCOMPARE(summarizeLearningSpeed(RunHistory()), LearningSpeedSummary());
    QCOMPARE(summarizeLearningSpeed(RunHistory(5, 100)), LearningSpeedSummary());
}

void TestLearningSpeedSummary::isEmptyWhileOneLayerHasNoProbe()
{
    RunHistory history(3, 10);
    history.append({Metric::ProbeSpeed, 1}, 0, 0.1);
    QCOMPARE(summarizeLearningSpeed(history), LearningSpeedSummary());
}

void TestLearningSpeedSummary::leavesTheOutputLayerOut()
{
    const LearningSpeedSummary summary = summarizeLearningSpeed(probedWith({{0.25, 0.5, 8.0}}));
    QCOMPARE(summary.hiddenLayers(), 2);
    QCOMPARE(timesSlowerThanLast(summary.now, 1).value(), 2.0);
    QCOMPARE(timesSlowerThanLast(summary.now, 2).value(), 1.0);
    QVERIFY(!timesSlowerThanLast(summary.now, 3));
}

void TestLearningSpeedSummary::namesTheStartAndNow()
{
    const LearningSpeedSummary summary
        = summarizeLearningSpeed(probedWith({{0.01, 1.0, 1.0}, {7.0, 7.0, 7.0}, {0.5, 1.0, 1.0}}));
    QVERIFY(summary.hasMoved);
    QCOMPARE(timesSlowerThanLast(summary.atStart, 1).value(), 100.0);
    QCOMPARE(timesSlowerThanLast(summary.now, 1).value(), 2.0);
}

void TestLearningSpeedSummary::hasNotMovedAfterOneProbe()
{
    QVERIFY(!summarizeLearningSpeed(probedWith({{0.1, 0.2, 0.3}})).hasMoved);
}

void TestLearningSpeedSummary::aMomentStandsForNow()
{
    const RunHistory history = probedWith({{0.01, 1.0, 1.0}, {0.1, 1.0, 1.0}, {0.5, 1.0, 1.0}});
    const auto at = [&](std::uint64_t step) {
        return summarizeLearningSpeed(history, step);
    };
    QVERIFY(!at(4).hasMoved);
    QCOMPARE(at(4).now, at(4).atStart);
    QVERIFY(at(5).hasMoved);
    QCOMPARE(at(5).now.front(), 0.1);
    QCOMPARE(at(5).atStart.front(), 0.01);
    QCOMPARE(at(1000), summarizeLearningSpeed(history));
}

void TestLearningSpeedSummary::aNetworkWithoutHiddenLayersHasNothingToCompare()
{
    const LearningSpeedSummary summary = summarizeLearningSpeed(probedWith({{0.3}}));
    QCOMPARE(summary.hiddenLayers(), 0);
    QVERIFY(!timesSlowerThanLast(summary.now, 1));
}

void TestLearningSpeedSummary::aLayerThatDoesNotLearnHasNoRatio()
{
    QVERIFY(!timesSlowerThanLast({0.0, 1.0}, 1));
    QVERIFY(!timesSlowerThanLast({1.0, 0.0}, 1));
    QVERIFY(!timesSlowerThanLast({1.0, std::numeric_limits<double>::quiet_NaN()}, 1));
    QVERIFY(!timesSlowerThanLast({std::numeric_limits<double>::denorm_min(), 1.0}, 1));
    QVERIFY(!timesSlowerThanLast({}, 1));
}

void TestLearningSpeedSummary::aFasterLayerHasARatioBelowOne()
{
    QCOMPARE(timesSlowerThanLast({4.0, 1.0}, 1).value(), 0.25);
}

NABLA_TEST(TestLearningSpeedSummary)
#include "tst_learning_speed_summary.moc"
