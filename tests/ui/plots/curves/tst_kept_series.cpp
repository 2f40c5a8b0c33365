// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/plots/curves/kept_series.h"

#include <QTest>

using namespace nabla;
using namespace nabla::ui;

class TestKeptSeries final : public QObject
{
    Q_OBJECT

private slots:
    void followsASeriesThroughEveryCoarsening();
    void forgetsWhatItIsToldToForget();
};

void TestKeptSeries::followsASeriesThroughEveryCoarsening()
{
    MetricSeries series(16);
    KeptSeries kept;
    for (std::uint64_t step = 0; step < 500; ++step) {
        series.append(step, static_cast<double>(step * step % 17));
        if (step % 3 == 0) {
            kept.update(series);
            QVERIFY(kept.buckets() == series.buckets());
        }
    }
}

void TestKeptSeries::forgetsWhatItIsToldToForget()
{
    MetricSeries first;
    first.append(1, 1.0);
    first.append(2, 2.0);
    MetricSeries second;
    second.append(1, 7.0);
    second.append(2, 8.0);
    KeptSeries kept;
    kept.update(first);
    kept.clear();
    QVERIFY(kept.buckets().empty());
    kept.update(second);
    QVERIFY(kept.buckets() == second.buckets());
}

NABLA_TEST(TestKeptSeries)
#include "tst_kept_series.moc"
