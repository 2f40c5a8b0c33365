// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/metric_series.h"
#include "tests/support/test_program.h"
#include "ui/plots/curves/column_reduction.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace nabla;
using namespace nabla::ui;

class TestColumnReduction final : public QObject
{
    Q_OBJECT

private slots:
    void neitherExtremeNorRecordIsLost_data();
    void neitherExtremeNorRecordIsLost();
    void oneSpikeInALongRunIsStillThere();
    void aRecordFallsIntoItsColumn();
    void theNearestBucketsOutsideComeAlong();
    void whatIsNoNumberIsLeftOut();
    void nothingToReduceGivesNothing();
    void smoothingKeepsAConstant();
    void smoothingBeginsWhereTheRunBegan();
    void smoothingCalmsNoise();
};

namespace {

std::vector<double> evenEdges(double from, double to, int columns)
{
    std::vector<double> edges;
    for (int i = 0; i <= columns; ++i)
        edges.push_back(from + (to - from) * i / columns);
    return edges;
}

MetricSeries noisySeries(std::uint64_t records, std::size_t capacity)
{
    MetricSeries series(capacity);
    std::uint64_t state = 12345;
    for (std::uint64_t step = 1; step <= records; ++step) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        series.append(step, static_cast<double>(state >> 40) / 1e6);
    }
    return series;
}

} // namespace

void TestColumnReduction::neitherExtremeNorRecordIsLost_data()
{
    QTest::addColumn<int>("records");
    QTest::addColumn<int>("columns");
    QTest::newRow("fewer records than columns") << 50 << 700;
    QTest::newRow("more records than columns") << 4000 << 700;
    QTest::newRow("coarse buckets") << 1000000 << 700;
    QTest::newRow("one column") << 4000 << 1;
}

void TestColumnReduction::neitherExtremeNorRecordIsLost()
{
    QFETCH(int, records);
    QFETCH(int, columns);
    const MetricSeries series = noisySeries(static_cast<std::uint64_t>(records), 4096);
    const auto reduced = reduceToColumns(series.buckets(), evenEdges(0.0, records + 1.0, columns));
    QVERIFY(reduced.size() <= static_cast<std::size_t>(columns));

    MetricBucket whole;
    for (const MetricBucket &bucket : series.buckets())
        whole.merge(bucket);
    double min = reduced.front().min;
    double max = reduced.front().max;
    double sum = 0.0;
    std::uint64_t count = 0;
    for (const PixelColumn &column : reduced) {
        min = std::min(min, column.min);
        max = std::max(max, column.max);
        sum += column.sum;
        count += column.count;
    }
    QCOMPARE(min, whole.min);
    QCOMPARE(max, whole.max);
    QCOMPARE(count, whole.count);
    QVERIFY(std::abs(sum - whole.sum) < 1e-9 * whole.sum);
}

void TestColumnReduction::oneSpikeInALongRunIsStillThere()
{
    MetricSeries series;
    for (std::uint64_t step = 1; step <= 300000; ++step)
        series.append(step, step == 123456 ? 99.0 : 1.0);
    const auto reduced = reduceToColumns(series.buckets(), evenEdges(0.0, 300001.0, 500));
    const auto spike = std::find_if(reduced.begin(), reduced.end(),
                                    [](const PixelColumn &column) { return column.max == 99.0; });
    QVERIFY(spike != reduced.end());
    QVERIFY(std::abs(spike->index - 123456 * 500 / 300001) <= 1);
}

void TestColumnReduction::aRecordFallsIntoItsColumn()
{
    const std::vector<MetricBucket> buckets{MetricBucket::of(0, 1.0), MetricBucket::of(15, 2.0),
                                            MetricBucket::of(17, 4.0)};
    const auto reduced = reduceToColumns(buckets, evenEdges(0.0, 30.0, 3));
    QCOMPARE(reduced.size(), std::size_t{2});
    QCOMPARE(reduced[0].index, 0);
    QCOMPARE(reduced[1].index, 1);
    QCOMPARE(reduced[1].step, 16.0);
    QCOMPARE(reduced[1].first, 2.0);
    QCOMPARE(reduced[1].last, 4.0);
    QCOMPARE(reduced[1].mean(), 3.0);
}

void TestColumnReduction::theNearestBucketsOutsideComeAlong()
{
    std::vector<MetricBucket> buckets;
    for (std::uint64_t step = 0; step < 100; ++step)
        buckets.push_back(MetricBucket::of(step, static_cast<double>(step)));
    const auto reduced = reduceToColumns(buckets, evenEdges(40.0, 50.0, 5));
    QCOMPARE(reduced.size(), std::size_t{7});
    QCOMPARE(reduced.front().index, -1);
    QCOMPARE(reduced.front().last, 39.0);
    QCOMPARE(reduced.back().index, 5);
    QCOMPARE(reduced.back().first, 50.0);
}

void TestColumnReduction::whatIsNoNumberIsLeftOut()
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    const std::vector<MetricBucket> buckets{MetricBucket::of(1, nan), MetricBucket::of(2, 3.0),
                                            MetricBucket::of(3, infinity), MetricBucket{}};
    const auto reduced = reduceToColumns(buckets, evenEdges(0.0, 10.0, 1));
    QCOMPARE(reduced.size(), std::size_t{1});
    QCOMPARE(reduced.front().count, std::uint64_t{1});
    QCOMPARE(reduced.front().max, 3.0);
}

void TestColumnReduction::nothingToReduceGivesNothing()
{
    QVERIFY(reduceToColumns({}, evenEdges(0.0, 1.0, 10)).empty());
    const std::vector<MetricBucket> one{MetricBucket::of(1, 1.0)};
    QVERIFY(reduceToColumns(one, {}).empty());
    QVERIFY(smoothedMeans({}, 10).empty());
}

void TestColumnReduction::smoothingKeepsAConstant()
{
    MetricSeries series;
    for (std::uint64_t step = 1; step <= 5000; ++step)
        series.append(step, 0.25);
    const auto reduced = reduceToColumns(series.buckets(), evenEdges(0.0, 5001.0, 300));
    for (const double value : smoothedMeans(reduced, 10))
        QVERIFY(std::abs(value - 0.25) < 1e-12);
}

void TestColumnReduction::smoothingBeginsWhereTheRunBegan()
{
    std::vector<MetricBucket> buckets;
    for (std::uint64_t step = 0; step < 100; ++step)
        buckets.push_back(MetricBucket::of(step, 100.0 - static_cast<double>(step)));
    const auto reduced = reduceToColumns(buckets, evenEdges(0.0, 100.0, 100));
    QCOMPARE(smoothedMeans(reduced, 20).front(), 100.0);
}

void TestColumnReduction::smoothingCalmsNoise()
{
    const MetricSeries series = noisySeries(4000, 4096);
    const auto reduced = reduceToColumns(series.buckets(), evenEdges(0.0, 4001.0, 700));
    const auto roughness = [](const std::vector<double> &values) {
        double sum = 0.0;
        for (std::size_t i = 1; i < values.size(); ++i)
            sum += std::abs(values[i] - values[i - 1]);
        return sum;
    };
    QVERIFY(roughness(smoothedMeans(reduced, 12)) < 0.2 * roughness(smoothedMeans(reduced, 0)));
}

NABLA_TEST(TestColumnReduction)
#include "tst_column_reduction.moc"
