// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/run_history.h"
#include "core/telemetry/telemetry_channel.h"
#include "tests/support/drained.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <array>
#include <set>

using namespace nabla;

class TestRunHistory final : public QObject
{
    Q_OBJECT

private slots:
    void absorbsWhatTheChannelRecordedUnderItsNames();
    void mapsStepsToEpochsAndSeconds();
    void knowsNothingBeforeTheFirstRecord();
    void tellsAValueAsOfAnEarlierStep();
    void refusesAnotherRunsMetrics();
    void absorbsWhatIsMeasuredNowAndThenUnderItsNames();
    void everyQuantityHasAMetricOfEachSourceButTheUpdateOfTheProbe();
    void everyMetricHasANameOfItsOwn();
    void aBucketIsTakenAsItWas();
};

void TestRunHistory::absorbsWhatTheChannelRecordedUnderItsNames()
{
    RunHistory history(2, 10);
    TelemetryChannel channel(stepMetrics(2).size());
    channel.push(1, std::array{0.5, 0.25, 0.001, 0.01, 0.02});
    channel.push(2, std::array{0.4, 0.75, 0.002, 0.03, 0.04});
    history.absorb(test::drained(channel));
    QCOMPARE(*history.latest({Metric::MiniBatchCost}), 0.4);
    QCOMPARE(*history.latest({Metric::MiniBatchAccuracy}), 0.75);
    QCOMPARE(*history.latest({Metric::LearningSpeed, 1}), 0.03);
    QCOMPARE(*history.latest({Metric::LearningSpeed, 2}), 0.04);
    QCOMPARE(history.lastStep(), std::uint64_t(2));
    history.append({Metric::ValidationAccuracy}, 0, 0.1);
    QCOMPARE(*history.latest({Metric::ValidationAccuracy}), 0.1);
}

void TestRunHistory::mapsStepsToEpochsAndSeconds()
{
    RunHistory history(1, 4);
    TelemetryChannel channel(stepMetrics(1).size());
    channel.push(1, std::array{0.0, 0.0, 1.0, 0.0});
    channel.push(3, std::array{0.0, 0.0, 5.0, 0.0});
    history.absorb(test::drained(channel));
    QCOMPARE(history.epochAt(6), 1.5);
    QCOMPARE(history.secondsAt(0), 0.0);
    QCOMPARE(history.secondsAt(1), 1.0);
    QCOMPARE(history.secondsAt(2), 3.0);
    QCOMPARE(history.secondsAt(3), 5.0);
    QCOMPARE(history.secondsAt(99), 5.0);
}

void TestRunHistory::knowsNothingBeforeTheFirstRecord()
{
    const RunHistory history(3, 5);
    QVERIFY(!history.latest({Metric::TestAccuracy}));
    QVERIFY(history.series({Metric::LearningSpeed, 2}).empty());
    QCOMPARE(history.secondsAt(7), 0.0);
    QCOMPARE(history.hiddenLayerCount(), 2);
    QCOMPARE(RunHistory().hiddenLayerCount(), 0);
}

void TestRunHistory::refusesAnotherRunsMetrics()
{
    RunHistory history(2, 10);
    const std::vector<MetricSeries> other(3);
    QVERIFY_EXCEPTION_THROWN(history.absorb(other), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(RunHistory(0, 1), std::invalid_argument);
}

void TestRunHistory::absorbsWhatIsMeasuredNowAndThenUnderItsNames()
{
    RunHistory history(2, 10);
    TelemetryChannel channel(measuredMetrics(2).size());
    channel.push(4, std::array{1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0});
    history.absorbMeasured(test::drained(channel));
    QCOMPARE(*history.latest({Metric::GradientSize, 1}), 1.0);
    QCOMPARE(*history.latest({Metric::DeadShare, 1}), 5.0);
    QCOMPARE(*history.latest({Metric::UpdateRatio, 2}), 7.0);
    QCOMPARE(history.lastStep(), std::uint64_t(4));
}

void TestRunHistory::tellsAValueAsOfAnEarlierStep()
{
    RunHistory history(2, 10);
    const MetricId id{Metric::ProbeSpeed, 1};
    QVERIFY(!history.valueAt(id, 5));
    QVERIFY(!history.valueAt(id, std::nullopt));
    for (const std::uint64_t step : {10, 20, 30})
        history.append(id, step, static_cast<double>(step));
    QVERIFY(!history.valueAt(id, 9));
    QCOMPARE(history.valueAt(id, 10), std::optional(10.0));
    QCOMPARE(history.valueAt(id, 29), std::optional(20.0));
    QCOMPARE(history.valueAt(id, 1000), std::optional(30.0));
    QCOMPARE(history.valueAt(id, std::nullopt), std::optional(30.0));
    std::vector<MetricSeries> drained(stepMetrics(2).size());
    for (MetricSeries &series : drained)
        series.append(MetricBucket{1, 4, 4, 0.0, 9.0, 12.0, 9.0});
    history.absorb(drained);
    QCOMPARE(history.valueAt({Metric::MiniBatchCost}, 2), std::optional(3.0)); // merged: the mean
    QCOMPARE(history.valueAt({Metric::MiniBatchCost}, 4), std::optional(9.0));
}

void TestRunHistory::everyQuantityHasAMetricOfEachSourceButTheUpdateOfTheProbe()
{
    std::set<Metric> metrics;
    for (const LayerQuantity quantity :
         {LayerQuantity::LearningSpeed, LayerQuantity::GradientSize, LayerQuantity::UpdateRatio,
          LayerQuantity::ActivationSpread, LayerQuantity::SaturatedShare,
          LayerQuantity::DeadShare}) {
        const auto ofProbe = metricOf(quantity, MeasuredOn::Probe);
        QCOMPARE(ofProbe.has_value(), quantity != LayerQuantity::UpdateRatio);
        if (ofProbe)
            metrics.insert(*ofProbe);
        metrics.insert(*metricOf(quantity, MeasuredOn::MiniBatches));
    }
    QCOMPARE(metrics.size(), std::size_t(11));
}

void TestRunHistory::everyMetricHasANameOfItsOwn()
{
    QCOMPARE(metricNames().size(), static_cast<std::size_t>(Metric::WeightNorm) + 1);
    for (std::size_t i = 0; i < metricNames().size(); ++i) {
        const MetricName &name = metricNames()[i];
        QCOMPARE(static_cast<std::size_t>(name.metric), i);
        QCOMPARE(findMetricName(name.name), &name); // the first of that name
    }
    for (const MetricId &id : measuredMetrics(1))
        QVERIFY(metricNames()[static_cast<std::size_t>(id.metric)].isOfLayer);
    for (const MetricId &id : stepMetrics(1))
        QCOMPARE(metricNames()[static_cast<std::size_t>(id.metric)].isOfLayer, id.layer == 1);
    QVERIFY(!findMetricName("loss"));
}

void TestRunHistory::aBucketIsTakenAsItWas()
{
    RunHistory history(1, 10);
    const MetricBucket bucket{3, 6, 4, 0.5, 2.0, 5.0, 1.0};
    history.append({Metric::MiniBatchCost}, bucket);
    QVERIFY(history.series({Metric::MiniBatchCost}).buckets() == std::vector{bucket});
    QCOMPARE(history.lastStep(), std::uint64_t(6));
    QCOMPARE(history.allSeries().size(), std::size_t(1));
}

NABLA_TEST(TestRunHistory)
#include "tst_run_history.moc"
