// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/progress_judge.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace nabla;

class TestProgressJudge final : public QObject
{
    Q_OBJECT

private slots:
    void isOnlyNeededWhereADecisionRestsOnIt();
    void stopsAfterSoManyEpochsWithoutImprovement();
    void halvesOnAPlateauAndStopsAtA128th();
    void aStopOfZeroNeverEnds();
    void remembers();
};

namespace {

HyperParameters patient(int epochs)
{
    HyperParameters config;
    config.earlyStopping = epochs;
    return config;
}

HyperParameters plateau()
{
    HyperParameters config;
    config.schedule = "plateau";
    config.scheduleEpochs = 10;
    config.scheduleFactor = 0.5;
    config.scheduleStop = 128;
    return config;
}

} // namespace

void TestProgressJudge::isOnlyNeededWhereADecisionRestsOnIt()
{
    QVERIFY(!ProgressJudge(HyperParameters()).isNeeded());
    QVERIFY(ProgressJudge(patient(1)).isNeeded());
    QVERIFY(ProgressJudge(plateau()).isNeeded());
}

void TestProgressJudge::stopsAfterSoManyEpochsWithoutImprovement()
{
    ProgressJudge judge(patient(3));
    for (const double accuracy : {0.5, 0.4, 0.5, 0.6, 0.6, 0.59})
        judge.judge(accuracy);
    QVERIFY(!judge.memory().stopped);
    QCOMPARE(judge.memory().bestAccuracy, 0.6);
    judge.judge(0.6); // as good is not better
    QVERIFY(judge.memory().stopped);
    QCOMPARE(judge.memory().rateFactor, 1.0); // no schedule was asked for
}

void TestProgressJudge::halvesOnAPlateauAndStopsAtA128th()
{
    ProgressJudge judge(plateau());
    judge.judge(0.9);
    for (int cut = 1; cut <= 7; ++cut) {
        for (int epoch = 0; epoch < 10; ++epoch) {
            QVERIFY(!judge.memory().stopped);
            judge.judge(0.8);
        }
        QCOMPARE(judge.memory().rateFactor, std::ldexp(1.0, -cut));
        if (cut == 3)
            judge.judge(0.91 + 0.001 * cut); // an improvement begins the count again
    }
    QVERIFY(judge.memory().stopped);
}

void TestProgressJudge::aStopOfZeroNeverEnds()
{
    HyperParameters config = plateau();
    config.scheduleStop = 0;
    config.scheduleEpochs = 1;
    ProgressJudge judge(config);
    for (int epoch = 0; epoch < 2000; ++epoch)
        judge.judge(0.5);
    QVERIFY(!judge.memory().stopped);
}

void TestProgressJudge::remembers()
{
    ProgressJudge judge(plateau());
    for (const double accuracy : {0.5, 0.4, 0.4, 0.4})
        judge.judge(accuracy);
    ProgressJudge resumed(plateau());
    resumed.setMemory(judge.memory());
    for (int epoch = 0; epoch < 30; ++epoch) {
        judge.judge(0.3);
        resumed.judge(0.3);
        QCOMPARE(resumed.memory(), judge.memory());
    }
}

NABLA_TEST(TestProgressJudge)
#include "tst_progress_judge.moc"
