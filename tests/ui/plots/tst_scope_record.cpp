// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/scope_record.h"

#include <QtTest>

#include <cmath>

using namespace nabla;
using namespace nabla::ui;

class TestScopeRecord final : public QObject
{
    Q_OBJECT

private slots:
    void opensOnTheFirstEpochOrOnTenFullBatches();
    void aMiniBatchStandsAtTheNetworkItMeasured();
    void curvesThatStayKeepTheirValues();
    void anotherRunForgetsWhatWasKept();
    void aTurnedKnobIsToldInWords();
    void aDraggedKnobIsOneMark();
    void aDivergedRunSaysWhereAndWhen();
    void aScaleOfZerosAndNegativesHasNoPlaceOnALogAxis();
    void oneRareSpikeDoesNotPressTheCostFlat();
};

namespace {

constexpr std::uint64_t stepsPerEpoch = 10;

RunHistory trained(int steps)
{
    RunHistory history(3, stepsPerEpoch);
    std::vector<MetricSeries> drained(stepMetrics(3).size());
    for (int step = 1; step <= steps; ++step) {
        for (MetricSeries &series : drained)
            series.append(static_cast<std::uint64_t>(step), 1.0 / step);
    }
    history.absorb(drained);
    return history;
}

ScopeRecord recordOf(const RunHistory &history, const RunStatusData &status = {},
                     std::uint64_t runId = 1)
{
    ScopeRecord record;
    record.setCurves({{{Metric::MiniBatchCost}, CurveDrawing::EnvelopeAndMean, "training", Qt::red},
                      {{Metric::ProbeSpeed, 1}, CurveDrawing::Points, "layer 1", Qt::blue}});
    record.update(history, status, runId);
    return record;
}

SceneCurve flat(CurveDrawing drawing, int columns, double min, double max)
{
    SceneCurve curve;
    curve.drawing = drawing;
    for (int i = 0; i < columns; ++i) {
        curve.columns.push_back({i, static_cast<double>(i), 2, min, max, min + max, min, max});
        curve.x.push_back(i);
        curve.line.push_back((min + max) / 2.0);
    }
    return curve;
}

} // namespace

void TestScopeRecord::opensOnTheFirstEpochOrOnTenFullBatches()
{
    const ScopeRecord miniBatches = recordOf(RunHistory(3, 5000));
    QCOMPARE(miniBatches.opening(XUnit::Epochs), 1.0);
    QCOMPARE(miniBatches.opening(XUnit::Steps), 5000.0);
    QCOMPARE(recordOf(RunHistory(3, 1)).opening(XUnit::Epochs), 10.0);
}

void TestScopeRecord::aMiniBatchStandsAtTheNetworkItMeasured()
{
    RunHistory history = trained(20);
    history.append({Metric::ProbeSpeed, 1}, 0, 0.5);
    const ScopeRecord record = recordOf(history);
    const auto curves = record.reduce(record.scale(XUnit::Steps), {0.0, 30.0}, 300);
    QCOMPARE(curves[0].x.front(), 0.0); // the first mini-batch saw the untrained network
    QCOMPARE(curves[1].x.front(), 0.0);
    QCOMPARE(curves[0].x.back(), 19.0);
}

void TestScopeRecord::curvesThatStayKeepTheirValues()
{
    ScopeRecord record = recordOf(trained(20));
    const std::vector<MetricBucket> before = record.buckets(0);
    record.setCurves({{{Metric::ValidationCost}, CurveDrawing::Points, "validation", Qt::blue},
                      {{Metric::MiniBatchCost}, CurveDrawing::Mean, "Training", Qt::green}});
    QVERIFY(record.buckets(0).empty());
    QVERIFY(record.buckets(1) == before);
}

void TestScopeRecord::anotherRunForgetsWhatWasKept()
{
    ScopeRecord record = recordOf(trained(20), {}, 1);
    RunHistory other(3, stepsPerEpoch);
    record.update(other, {}, 2);
    QVERIFY(record.buckets(0).empty());
    QCOMPARE(record.runId(), std::uint64_t{2});
    QCOMPARE(record.lastStep(), 0.0);
}

void TestScopeRecord::aTurnedKnobIsToldInWords()
{
    RunHistory history = trained(20);
    history.mark({5, "learningRate", 0.05, 0.1});
    history.mark({15, "regularizationParameter", 5.0, 0.0});
    const ScopeRecord record = recordOf(history);
    const auto marks = record.marks(record.scale(XUnit::Epochs), 0.01);
    QCOMPARE(marks.size(), std::size_t{2});
    QCOMPARE(marks[0].x, 0.5);
    QCOMPARE(marks[0].text, QStringLiteral("η 0.05 → 0.1"));
    QCOMPARE(marks[1].text, QStringLiteral("λ 5 → 0"));
}

void TestScopeRecord::aDraggedKnobIsOneMark()
{
    RunHistory history = trained(20);
    history.mark({5, "learningRate", 0.1, 0.2});
    history.mark({5, "regularizationParameter", 5.0, 4.0});
    history.mark({6, "learningRate", 0.2, 0.3});
    history.mark({18, "learningRate", 0.3, 0.4});
    const ScopeRecord record = recordOf(history);
    const auto marks = record.marks(record.scale(XUnit::Steps), 3.0);
    QCOMPARE(marks.size(), std::size_t{3});
    QCOMPARE(marks[0].text, QStringLiteral("η 0.1 → 0.3"));
    QCOMPARE(marks[2].text, QStringLiteral("η 0.3 → 0.4"));
}

void TestScopeRecord::aDivergedRunSaysWhereAndWhen()
{
    RunStatusData status;
    status.state = RunState::Diverged;
    status.step = 20;
    status.divergedLayer = 2;
    const ScopeRecord record = recordOf(trained(20), status);
    const auto marks = record.marks(record.scale(XUnit::Epochs), 0.01);
    QCOMPARE(marks.size(), std::size_t{1});
    QCOMPARE(marks[0].kind, SceneMark::Kind::Diverged);
    QCOMPARE(marks[0].x, 2.0);
    QCOMPARE(marks[0].text, QStringLiteral("diverged at step 20 in layer 2"));
}

void TestScopeRecord::aScaleOfZerosAndNegativesHasNoPlaceOnALogAxis()
{
    SceneCurve curve = flat(CurveDrawing::Envelope, 100, 1e-3, 1e-1);
    curve.line[3] = 0.0;
    curve.columns[5].min = 0.0;
    curve.columns[7].min = -1.0;
    const AxisRange range = valueRange(ScopeScale::Logarithmic, {curve}, {});
    QVERIFY(range.lower > 1e-4 && range.lower <= 1e-3);
    QVERIFY(range.upper >= 1e-1 && range.upper < 1.0);
    const AxisRange nothing
        = valueRange(ScopeScale::Logarithmic, {flat(CurveDrawing::Envelope, 5, 0.0, 0.0)}, {});
    QVERIFY(nothing.lower > 0.0);
}

void TestScopeRecord::oneRareSpikeDoesNotPressTheCostFlat()
{
    SceneCurve curve = flat(CurveDrawing::EnvelopeAndMean, 500, 1.0, 2.0);
    curve.columns[100].max = 1000.0;
    QVERIFY(valueRange(ScopeScale::FromZero, {curve}, {}).upper < 4.0);
}

QTEST_MAIN(TestScopeRecord)
#include "tst_scope_record.moc"
