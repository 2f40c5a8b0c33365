// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/histogram_history.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <algorithm>

using namespace nabla;

class TestHistogramHistory final : public QObject
{
    Q_OBJECT

private slots:
    void keepsEverythingWhileThereIsRoom();
    void staysBoundedAndEvenOverALongRun();
    void alwaysHasTheNewest();
    void findsWhatWasMeasuredLastBeforeAStep();
};

namespace {

HistogramHistory historyOf(std::uint64_t moments, std::uint64_t distance, std::size_t capacity)
{
    HistogramHistory history(capacity);
    for (std::uint64_t i = 0; i < moments; ++i)
        history.append(i * distance, std::make_shared<const NetworkHistograms>());
    return history;
}

} // namespace

void TestHistogramHistory::keepsEverythingWhileThereIsRoom()
{
    const HistogramHistory history = historyOf(8, 5, 8);
    QCOMPARE(history.moments().size(), std::size_t(8));
    QCOMPARE(history.moments()[3].step, std::uint64_t(15));
}

void TestHistogramHistory::staysBoundedAndEvenOverALongRun()
{
    const HistogramHistory history = historyOf(100000, 7, 64);
    const auto &moments = history.moments();
    QVERIFY(moments.size() <= 64);
    QVERIFY(moments.size() >= 30);
    QCOMPARE(moments.front().step, std::uint64_t(0));
    std::uint64_t widest = 0;
    for (std::size_t i = 1; i < moments.size(); ++i) {
        QVERIFY(moments[i].step > moments[i - 1].step);
        widest = std::max(widest, moments[i].step - moments[i - 1].step);
    }
    QVERIFY2(widest <= 4 * 700000 / 64, qPrintable(QString::number(widest)));
}

void TestHistogramHistory::alwaysHasTheNewest()
{
    for (std::uint64_t length = 1; length < 300; ++length)
        QCOMPARE(historyOf(length, 1, 16).moments().back().step, length - 1);
}

void TestHistogramHistory::findsWhatWasMeasuredLastBeforeAStep()
{
    HistogramHistory history;
    QVERIFY(!history.at(3));
    for (const std::uint64_t step : {10U, 20U, 30U})
        history.append(step, std::make_shared<const NetworkHistograms>());
    QCOMPARE(history.at(0)->step, std::uint64_t(10));
    QCOMPARE(history.at(20)->step, std::uint64_t(20));
    QCOMPARE(history.at(29)->step, std::uint64_t(20));
    QCOMPARE(history.at(1000)->step, std::uint64_t(30));
}

NABLA_TEST(TestHistogramHistory)
#include "tst_histogram_history.moc"
