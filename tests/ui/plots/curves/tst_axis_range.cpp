// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/plots/curves/axis_range.h"

#include <QTest>

#include <cmath>

using namespace nabla::ui;

class TestAxisRange final : public QObject
{
    Q_OBJECT

private slots:
    void costStartsAtZeroAndHoldsTheLargest();
    void costRestsWhileTheDataFit();
    void costShrinksWhenTheDataLookLost();
    void costWithoutDataHasARange();
    void accuracyZoomsInAboveNinetyPercent();
    void accuracyDoesNotFlickerAtTheThreshold();
    void decadesHoldTheData();
    void decadesRestWhileTheDataFit();
    void noPositiveNumberLeavesAUsableLogRange();
};

void TestAxisRange::costStartsAtZeroAndHoldsTheLargest()
{
    for (const double largest : {1e-9, 0.03, 0.97, 1.1, 2.3, 7.4, 9.9, 123.0}) {
        const AxisRange range = rangeFromZero({}, largest);
        QCOMPARE(range.lower, 0.0);
        QVERIFY(range.upper >= largest);
        QVERIFY(range.upper < 1.6 * largest);
    }
}

void TestAxisRange::costRestsWhileTheDataFit()
{
    const AxisRange shown{0.0, 4.0};
    QCOMPARE(rangeFromZero(shown, 3.9), shown);
    QCOMPARE(rangeFromZero(shown, 2.5), shown);
    QVERIFY(rangeFromZero(shown, 4.1).upper > 4.1);
}

void TestAxisRange::costShrinksWhenTheDataLookLost()
{
    QVERIFY(rangeFromZero({0.0, 4.0}, 0.5).upper < 1.0);
}

void TestAxisRange::costWithoutDataHasARange()
{
    QCOMPARE(rangeFromZero({0.0, 4.0}, 0.0), AxisRange());
    QCOMPARE(rangeFromZero({0.0, 4.0}, std::nan("")), AxisRange());
    QCOMPARE(rangeFromZero({0.0, 4.0}, HUGE_VAL), AxisRange());
}

void TestAxisRange::accuracyZoomsInAboveNinetyPercent()
{
    QCOMPARE(fractionRange({}, 0.1), (AxisRange{0.0, 1.0}));
    QCOMPARE(fractionRange({}, 0.93), (AxisRange{0.9, 1.0}));
    QCOMPARE(fractionRange({}, 0.995), (AxisRange{0.99, 1.0}));
}

void TestAxisRange::accuracyDoesNotFlickerAtTheThreshold()
{
    QCOMPARE(fractionRange({0.0, 1.0}, 0.905), (AxisRange{0.0, 1.0}));
    QCOMPARE(fractionRange({0.9, 1.0}, 0.905), (AxisRange{0.9, 1.0}));
    QCOMPARE(fractionRange({0.9, 1.0}, 0.899), (AxisRange{0.0, 1.0}));
}

void TestAxisRange::decadesHoldTheData()
{
    const AxisRange range = logRange({}, 3e-5, 0.2);
    QVERIFY(range.lower > 0.0 && range.lower <= 3e-5 && range.lower > 3e-6);
    QVERIFY(range.upper >= 0.2 && range.upper < 2.0);
}

void TestAxisRange::decadesRestWhileTheDataFit()
{
    const AxisRange shown = logRange({}, 1.1e-4, 0.9);
    QCOMPARE(logRange(shown, 4e-4, 0.5), shown);
    QVERIFY(logRange(shown, 1e-6, 0.5) != shown);
    QVERIFY(logRange(shown, 0.1, 0.5) != shown);
}

void TestAxisRange::noPositiveNumberLeavesAUsableLogRange()
{
    for (const AxisRange range :
         {logRange({}, 0.0, 0.0), logRange({}, -1.0, 2.0), logRange({}, std::nan(""), 1.0)}) {
        QVERIFY(range.lower > 0.0);
        QVERIFY(range.upper > range.lower);
    }
}

NABLA_TEST(TestAxisRange)
#include "tst_axis_range.moc"
