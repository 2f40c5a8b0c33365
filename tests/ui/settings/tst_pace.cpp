// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/settings/pace.h"

#include <QTest>

#include <cmath>

using namespace nabla::ui;

class TestPace final : public QObject
{
    Q_OBJECT

private slots:
    void watchTakesFifteenSecondsAnEpoch();
    void watchingAFullBatchStillMoves();
    void theTextIsReadBack();
    void nonsenseIsNoPace();
    void theSliderGoesFromOneAStepToFlatOut();
    void positionAndRateAreInverse();
};

void TestPace::watchTakesFifteenSecondsAnEpoch()
{
    QVERIFY(std::abs(5000.0 / Pace::watch().rate(5000) - 15.0) < 1e-9);
}

void TestPace::watchingAFullBatchStillMoves()
{
    QCOMPARE(Pace::watch().rate(1), 10.0);
}

void TestPace::theTextIsReadBack()
{
    for (const Pace &pace : {Pace::watch(), Pace::flatOut(), Pace::of(40.0)})
        QCOMPARE(Pace::fromText(pace.toText()), std::optional(pace));
}

void TestPace::nonsenseIsNoPace()
{
    for (const char *text : {"", "fast", "0", "-3", "nan"})
        QVERIFY2(!Pace::fromText(QString::fromLatin1(text)), text);
}

void TestPace::theSliderGoesFromOneAStepToFlatOut()
{
    QCOMPARE(Pace::atPosition(0.0).rate(1), Pace::slowest);
    QVERIFY(Pace::atPosition(1.0).isFlatOut());
    QCOMPARE(Pace::position(Pace::flatOut().rate(1)), 1.0);
    QVERIFY(Pace::of(1e9).isFlatOut());
    QCOMPARE(Pace::of(1e-9).rate(1), Pace::slowest);
}

void TestPace::positionAndRateAreInverse()
{
    for (const double rate : {1.0, 10.0, 333.0, 19'000.0}) {
        const double back = Pace::atPosition(Pace::position(rate)).rate(1);
        QVERIFY(std::abs(back / rate - 1.0) < 1e-9);
    }
}

NABLA_TEST(TestPace)
#include "tst_pace.moc"
