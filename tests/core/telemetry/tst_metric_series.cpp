// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/metric_series.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <cmath>

using namespace nabla;

class TestMetricSeries final : public QObject
{
    Q_OBJECT

private slots:
    void keepsEveryRecordUntilItIsFull();
    void aHundredMillionRecordsStayBoundedAndExact();
    void bucketsCoverAllStepsInOrderWithoutGapsOrOverlap();
    void appendingDrainedPiecesLosesNothing();
    void mergingWithNothingChangesNothing();
    void anOddCapacityIsRefused();
};

void TestMetricSeries::keepsEveryRecordUntilItIsFull()
{
    MetricSeries series(8);
    for (std::uint64_t step = 1; step <= 8; ++step)
        series.append(step, static_cast<double>(step));
    QCOMPARE(series.buckets().size(), std::size_t(8));
    QCOMPARE(series.recordsPerBucket(), std::uint64_t(1));
    series.append(9, 9.0);
    QCOMPARE(series.buckets().size(), std::size_t(5));
    QCOMPARE(series.recordsPerBucket(), std::uint64_t(2));
    QCOMPARE(series.buckets().front(), (MetricBucket{1, 2, 2, 1.0, 2.0, 3.0, 2.0}));
}

void TestMetricSeries::aHundredMillionRecordsStayBoundedAndExact()
{
    constexpr std::uint64_t records = 100'000'000;
    MetricSeries series;
    for (std::uint64_t step = 1; step <= records; ++step)
        series.append(step, step == 31'415'926   ? -7.0
                            : step == 27'182'818 ? 1e6
                                                 : static_cast<double>(step % 1000));
    QVERIFY(series.buckets().size() <= MetricSeries::defaultCapacity);
    QVERIFY(series.buckets().capacity() * sizeof(MetricBucket) < (1U << 20)); // under 1 MiB a curve
    QCOMPARE(series.count(), records);
    MetricBucket all;
    for (const MetricBucket &bucket : series.buckets())
        all.merge(bucket);
    QCOMPARE(all.count, records);
    QCOMPARE(all.firstStep, std::uint64_t(1));
    QCOMPARE(all.lastStep, records);
    QCOMPARE(all.min, -7.0);
    QCOMPARE(all.max, 1e6);
    QCOMPARE(all.last, 0.0);
}

void TestMetricSeries::bucketsCoverAllStepsInOrderWithoutGapsOrOverlap()
{
    MetricSeries series(16);
    for (std::uint64_t step = 1; step <= 1000; ++step) {
        series.append(step, 0.0);
        std::uint64_t expected = 1;
        for (const MetricBucket &bucket : series.buckets()) {
            QCOMPARE(bucket.firstStep, expected);
            QCOMPARE(bucket.lastStep - bucket.firstStep + 1, bucket.count);
            expected = bucket.lastStep + 1;
        }
        QCOMPARE(expected, step + 1);
    }
}

void TestMetricSeries::appendingDrainedPiecesLosesNothing()
{
    MetricSeries history(16);
    MetricBucket all;
    std::uint64_t step = 0;
    for (std::size_t piece = 0; piece < 50; ++piece) {
        MetricSeries drained(8);
        for (std::size_t i = 0; i < 1 + piece * 7 % 40; ++i) {
            ++step;
            const double value = std::sin(static_cast<double>(step));
            drained.append(step, value);
            all.merge(MetricBucket::of(step, value));
        }
        history.append(drained);
        QVERIFY(history.buckets().size() <= 16);
    }
    QCOMPARE(history.count(), step);
    MetricBucket merged;
    for (const MetricBucket &bucket : history.buckets())
        merged.merge(bucket);
    QCOMPARE(merged.min, all.min);
    QCOMPARE(merged.max, all.max);
    QVERIFY(std::fabs(merged.sum - all.sum) < 1e-9);
    QCOMPARE(merged.last, all.last);
}

void TestMetricSeries::mergingWithNothingChangesNothing()
{
    MetricBucket bucket = MetricBucket::of(3, 5.0);
    bucket.merge(MetricBucket{});
    QCOMPARE(bucket, MetricBucket::of(3, 5.0));
    MetricBucket empty;
    empty.merge(MetricBucket::of(3, 5.0));
    QCOMPARE(empty, MetricBucket::of(3, 5.0));
}

void TestMetricSeries::anOddCapacityIsRefused()
{
    QVERIFY_EXCEPTION_THROWN(MetricSeries(7), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(MetricSeries(0), std::invalid_argument);
}

NABLA_TEST(TestMetricSeries)
#include "tst_metric_series.moc"
