// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/learning_rate_schedule.h"
#include "tests/support/compare.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace nabla;

class TestLearningRateSchedule final : public QObject
{
    Q_OBJECT

private slots:
    void followsItsFormula_data();
    void followsItsFormula();
    void unknownNamesAreRefused();
};

void TestLearningRateSchedule::followsItsFormula_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("epoch");
    QTest::addColumn<double>("factor");
    QTest::newRow("constant") << "constant" << 30 << 1.0;
    QTest::newRow("plateau: the judge cuts") << "plateau" << 30 << 1.0;
    QTest::newRow("step, before the first") << "step" << 9 << 1.0;
    QTest::newRow("step, at the first") << "step" << 10 << 0.3;
    QTest::newRow("step, after the third") << "step" << 35 << 0.3 * 0.3 * 0.3;
    QTest::newRow("exponential, begin") << "exponential" << 0 << 1.0;
    QTest::newRow("exponential") << "exponential" << 4 << std::pow(0.3, 4);
    QTest::newRow("cosine, begin") << "cosine" << 0 << 1.0;
    QTest::newRow("cosine, a third") << "cosine" << 20 << 0.75;
    QTest::newRow("cosine, half") << "cosine" << 30 << 0.5;
    QTest::newRow("cosine, end") << "cosine" << 60 << 0.0;
}

void TestLearningRateSchedule::followsItsFormula()
{
    QFETCH(QString, id);
    QFETCH(int, epoch);
    QFETCH(double, factor);
    HyperParameters config;
    config.scheduleFactor = 0.3;
    config.scheduleEpochs = 10;
    const SchedulePosition position{static_cast<std::uint64_t>(100 * epoch), 6000, epoch};
    const double actual = findLearningRateSchedule(id.toStdString()).factor(config, position);
    QVERIFY2(std::fabs(actual - factor) <= 1e-15, qPrintable(QString::number(actual)));
}

void TestLearningRateSchedule::unknownNamesAreRefused()
{
    QVERIFY_EXCEPTION_THROWN((void)findLearningRateSchedule("warm"), std::invalid_argument);
}

NABLA_TEST(TestLearningRateSchedule)
#include "tst_learning_rate_schedule.moc"
