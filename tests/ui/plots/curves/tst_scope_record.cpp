// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/plots/curves/scope_record.h"

#include <QApplication>
#include <QTest>

#include <algorithm>
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
    void otherRunsKeepTheirLinesAndNoEnvelopes();
    void runsOfOtherDepthHaveTheirOwnCurves();
    void seedsOfOneSetupAreOneBand();
    void aRunThatComesBackIsTakenOverWhole();
    void smoothingIsOffLightOrStrong();
    void theMomentIsAPlaceOnTheAxis();
    void aTurnedKnobIsToldInWords();
    void aDraggedKnobIsOneMark();
    void aDivergedRunSaysWhereAndWhen();
    void everyDivergedRunIsNamed();
    void whatIsMeasuredBesideTheRunMayChangeAsAWhole();
    void aRunThatIsNotDrawnOnlyStretchesTheAxis();
    void aCurveMayGoUnnamedAtItsEnd();
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

std::vector<ScopeCurve> twoCurves()
{
    return {{{Metric::MiniBatchCost}, CurveDrawing::EnvelopeAndMean, "training", Qt::red},
            {{Metric::ProbeSpeed, 1}, CurveDrawing::Points, "layer 1", Qt::blue}};
}

ScopeRecord recordOf(const RunHistory &history, const RunStatusData &status = {},
                     std::uint64_t runId = 1)
{
    ScopeRecord record;
    record.setCurves([](int) { return twoCurves(); });
    record.update({{{runId, &history, &status, "a run"}}, runId});
    return record;
}

ScopeScene sceneOf(const ScopeRecord &record, AxisRange view = {0.0, 30.0},
                   Smoothing smoothing = Smoothing::Light, XUnit unit = XUnit::Steps)
{
    ScopeScene scene;
    record.fill(scene, unit, view, 300, smoothing);
    return scene;
}

std::vector<SceneMark> marksOf(const ScopeRecord &record, XUnit unit, double distance)
{
    // Marks nearer than five columns are one.
    ScopeScene scene;
    record.fill(scene, unit, {0.0, 60.0 * distance}, 300, Smoothing::Light);
    return scene.marks;
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
    const auto curves = sceneOf(record).curves;
    QCOMPARE(curves[0].x.front(), 0.0); // the first mini-batch saw the untrained network
    QCOMPARE(curves[1].x.front(), 0.0);
    QCOMPARE(curves[0].x.back(), 19.0);
}

void TestScopeRecord::curvesThatStayKeepTheirValues()
{
    ScopeRecord record = recordOf(trained(20));
    const std::vector<MetricBucket> before = record.shown().buckets(0);
    record.setCurves([](int) {
        return std::vector<ScopeCurve>{
            {{Metric::ValidationCost}, CurveDrawing::Points, "validation", Qt::blue},
            {{Metric::MiniBatchCost}, CurveDrawing::Mean, "Training", Qt::green}};
    });
    QVERIFY(record.shown().buckets(0).empty());
    QVERIFY(record.shown().buckets(1) == before);
    QVERIFY(!before.empty());
}

void TestScopeRecord::anotherRunForgetsWhatWasKept()
{
    ScopeRecord record = recordOf(trained(20), {}, 1);
    const RunHistory other(3, stepsPerEpoch);
    const RunStatusData status;
    record.update({{{2, &other, &status}}, 2});
    QVERIFY(record.shown().buckets(0).empty());
    QCOMPARE(record.runs().size(), std::size_t{1});
    QCOMPARE(record.shown().runId(), std::uint64_t{2});
    QCOMPARE(record.end(XUnit::Steps), 0.0);
}

void TestScopeRecord::otherRunsKeepTheirLinesAndNoEnvelopes()
{
    const RunHistory first = trained(20);
    const RunHistory second = trained(10);
    const RunStatusData status;
    ScopeRecord record;
    record.setCurves([](int) { return twoCurves(); });
    record.update(
        {{{1, &first, &status, "first", 0, 0}, {2, &second, &status, "second", 1, 1}}, 2});
    const ScopeScene scene = sceneOf(record);
    QCOMPARE(scene.runs.size(), std::size_t{2});
    QVERIFY(!scene.runs[0].isShown && scene.runs[1].isShown);
    QCOMPARE(scene.runs[1].style, 1);
    QCOMPARE(scene.curves.size(), std::size_t{4});
    QCOMPARE(scene.curves[0].drawing, CurveDrawing::Mean); // of the other: behind
    QCOMPARE(scene.curves[0].run, std::size_t{0});
    QCOMPARE(scene.curves[2].drawing, CurveDrawing::EnvelopeAndMean);
    QCOMPARE(scene.curves[2].run, std::size_t{1});
    QCOMPARE(record.end(XUnit::Steps), 20.0); // of the one that is further
    QCOMPARE(record.oldestId(), std::uint64_t{1});
}

void TestScopeRecord::runsOfOtherDepthHaveTheirOwnCurves()
{
    const RunHistory shallow(2, stepsPerEpoch);
    const RunHistory deep(5, stepsPerEpoch);
    const RunStatusData status;
    ScopeRecord record;
    record.setCurves([](int layerCount) {
        std::vector<ScopeCurve> curves;
        for (int layer = 1; layer < layerCount; ++layer)
            curves.push_back({{Metric::ProbeSpeed, layer}});
        return curves;
    });
    record.update({{{1, &shallow, &status}, {2, &deep, &status, {}, 1, 1}}, 1});
    QCOMPARE(record.runs()[0].curves().size(), std::size_t{1});
    QCOMPARE(record.runs()[1].curves().size(), std::size_t{4});
}

void TestScopeRecord::seedsOfOneSetupAreOneBand()
{
    std::vector<RunHistory> histories;
    for (const double value : {1.0, 2.0, 6.0}) {
        histories.emplace_back(3, stepsPerEpoch);
        for (const std::uint64_t step : {0, 20})
            histories.back().append({Metric::ProbeSpeed, 1}, step, value);
    }
    const RunStatusData status;
    ScopeRecord record;
    record.setCurves([](int) { return twoCurves(); });
    record.update({{{1, &histories[0], &status, "A", 0, 0},
                    {2, &histories[1], &status, "B · seed 2", 1, 0},
                    {3, &histories[2], &status, "C · seed 3", 2, 0}},
                   2});
    const ScopeScene scene = sceneOf(record, {0.0, 20.0});
    QCOMPARE(scene.runs.size(), std::size_t{1});
    QCOMPARE(scene.runs[0].members, 3);
    QCOMPARE(scene.runs[0].name, QStringLiteral("A, B, C · 3 seeds"));
    const auto band = std::ranges::find(scene.curves, "layer 1", &SceneCurve::label);
    QVERIFY(band != scene.curves.end());
    QCOMPARE(band->drawing, CurveDrawing::Band);
    QCOMPARE(band->columns.size(), std::size_t{300});
    for (std::size_t i = 0; i < 300; ++i) {
        QCOMPARE(band->columns[i].min, 1.0);
        QCOMPARE(band->columns[i].max, 6.0);
        QCOMPARE(band->line[i], 3.0);
    }
}

void TestScopeRecord::aRunThatComesBackIsTakenOverWhole()
{
    const RunHistory first = trained(20);
    const RunStatusData status;
    ScopeRecord record = recordOf(first);
    const RunHistory second = trained(5);
    record.update({{{2, &second, &status}}, 2});
    record.update({{{1, &first, &status}, {2, &second, &status, {}, 1, 1}}, 1});
    QVERIFY(record.shown().buckets(0) == first.series({Metric::MiniBatchCost}).buckets());
}

void TestScopeRecord::smoothingIsOffLightOrStrong()
{
    RunHistory history = trained(2000);
    for (std::uint64_t step = 0; step < 2000; step += 10)
        history.append({Metric::ProbeSpeed, 1}, step, step % 20 == 0 ? 1.0 : 3.0);
    const ScopeRecord record = recordOf(history);
    const auto curves = [&](Smoothing smoothing) {
        return sceneOf(record, {0.0, 2000.0}, smoothing).curves;
    };
    const auto off = curves(Smoothing::Off);
    QVERIFY(!off[0].isSmoothed && off[0].isNoisy);
    QCOMPARE(off[0].line[50], off[0].columns[50].mean());
    QVERIFY(!off[1].isSmoothed);
    const auto light = curves(Smoothing::Light);
    QVERIFY(light[0].isSmoothed && !light[0].isNoisy);
    QVERIFY(!light[1].isSmoothed); // the probe has no noise
    const auto strong = curves(Smoothing::Strong);
    QVERIFY(strong[0].isSmoothed && strong[1].isSmoothed);
    QVERIFY(std::abs(strong[1].line[100] - 2.0) < 0.2); // between its extremes
    QVERIFY(strong[1].columns[100].mean() == 1.0 || strong[1].columns[100].mean() == 3.0);
}

void TestScopeRecord::theMomentIsAPlaceOnTheAxis()
{
    const RunHistory history = trained(20);
    const RunStatusData status;
    ScopeRecord record = recordOf(history);
    QVERIFY(!sceneOf(record).moment.has_value());
    record.update({{{1, &history, &status}}, 1, 15});
    QCOMPARE(sceneOf(record, {0.0, 3.0}, Smoothing::Light, XUnit::Epochs).moment,
             std::optional(1.5));
}

void TestScopeRecord::aTurnedKnobIsToldInWords()
{
    RunHistory history = trained(20);
    history.mark({5, "learningRate", 0.05, 0.1});
    history.mark({15, "regularizationParameter", 5.0, 0.0});
    const ScopeRecord record = recordOf(history);
    const auto marks = marksOf(record, XUnit::Epochs, 0.01);
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
    const auto marks = marksOf(record, XUnit::Steps, 3.0);
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
    const auto marks = marksOf(record, XUnit::Epochs, 0.01);
    QCOMPARE(marks.size(), std::size_t{1});
    QCOMPARE(marks[0].kind, SceneMark::Kind::Diverged);
    QCOMPARE(marks[0].x, 2.0);
    QCOMPARE(marks[0].text, QStringLiteral("diverged at step 20 in layer 2"));
}

void TestScopeRecord::everyDivergedRunIsNamed()
{
    const RunHistory history = trained(20);
    const RunStatusData well;
    RunStatusData diverged;
    diverged.state = RunState::Diverged;
    diverged.step = 20;
    diverged.divergedLayer = 2;
    ScopeRecord record;
    record.update({{{1, &history, &well, "well"}, {2, &history, &diverged, "η = 10", 1, 1}}, 1});
    const auto marks = marksOf(record, XUnit::Steps, 0.01);
    QCOMPARE(marks.size(), std::size_t{1});
    QCOMPARE(marks[0].text, QStringLiteral("η = 10: diverged at step 20 in layer 2"));
}

void TestScopeRecord::whatIsMeasuredBesideTheRunMayChangeAsAWhole()
{
    const RunHistory history = trained(20);
    const RunStatusData status;
    std::map<MetricId, MetricSeries> beside;
    ScopeRun run{1, &history, &status};
    run.measuredBeside = &beside;
    ScopeRecord record;
    record.setCurves([](int) {
        return std::vector<ScopeCurve>{{{Metric::DigitScore, 7}, CurveDrawing::Points, "7"},
                                       {{Metric::MiniBatchCost}}};
    });
    const auto values = [&] {
        record.update({{run}, 1});
        return record.runs().front().buckets(0);
    };
    QVERIFY(values().empty());
    beside[{Metric::DigitScore, 7}].append(3, 0.5);
    QCOMPARE(values(), std::vector{MetricBucket::of(3, 0.5)});
    beside.clear(); // another one, longer, that begins earlier
    beside[{Metric::DigitScore, 7}].append(1, 0.25);
    beside[{Metric::DigitScore, 7}].append(3, 0.75);
    QCOMPARE(values(), (std::vector{MetricBucket::of(1, 0.25), MetricBucket::of(3, 0.75)}));
    QCOMPARE(record.runs().front().buckets(1).size(), std::size_t(20)); // the run's own stay
}

void TestScopeRecord::aRunThatIsNotDrawnOnlyStretchesTheAxis()
{
    const RunHistory history = trained(20);
    const RunHistory longer = trained(50);
    const RunStatusData status;
    RunStatusData diverged;
    diverged.state = RunState::Diverged;
    ScopeRun other{1, &longer, &diverged, "other", 1, 0};
    other.isDrawn = false;
    ScopeRecord record;
    record.setCurves([](int) { return twoCurves(); });
    record.update({{other, {2, &history, &status, "shown"}}, 2});
    QCOMPARE(record.oldestId(), std::uint64_t(1));
    QCOMPARE(record.end(XUnit::Steps), 50.0);
    const ScopeScene scene = sceneOf(record);
    QCOMPARE(scene.runs.size(), std::size_t(1)); // of one setup, but no band of seeds
    QCOMPARE(scene.runs.front().name, QStringLiteral("shown"));
    QCOMPARE(scene.curves.size(), std::size_t(2));
    QVERIFY(scene.marks.empty());
}

void TestScopeRecord::aCurveMayGoUnnamedAtItsEnd()
{
    const RunHistory history = trained(20);
    const RunStatusData status;
    ScopeRecord record;
    record.setCurves([](int) {
        std::vector<ScopeCurve> curves = twoCurves();
        curves.front().isNamedAtEnd = false;
        return curves;
    });
    record.update({{{1, &history, &status}}, 1});
    const ScopeScene scene = sceneOf(record);
    QVERIFY(!scene.curves[0].isNamedAtEnd && scene.curves[1].isNamedAtEnd);
    QCOMPARE(scene.curves[0].label, QStringLiteral("training")); // for the crosshair
}

NABLA_WINDOW_TEST(TestScopeRecord)
#include "tst_scope_record.moc"
