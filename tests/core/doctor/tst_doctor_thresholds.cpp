// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/doctor/doctor_thresholds.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <limits>
#include <set>
#include <stdexcept>
#include <string>

using namespace nabla;

class TestDoctorThresholds final : public QObject
{
    Q_OBJECT

private slots:
    void everyThresholdSaysWhereItComesFrom();
    void aNewOneHoldsTheStandards();
    void valuesOutOfRangeAreRefused();
    void aTextKeepsWhatWasChanged();
    void whatCannotBeReadKeepsItsStandard_data();
    void whatCannotBeReadKeepsItsStandard();
};

void TestDoctorThresholds::everyThresholdSaysWhereItComesFrom()
{
    std::set<std::string> ids;
    int index = 0;
    for (const ThresholdInfo &info : thresholdTable()) {
        QCOMPARE(static_cast<int>(info.threshold), index++);
        QVERIFY(ids.insert(info.id).second);
        QVERIFY2(info.min <= info.standard && info.standard <= info.max && info.min < info.max,
                 info.id);
        QVERIFY2(*info.title != '\0' && *info.source != '\0', info.id);
    }
    QCOMPARE(static_cast<std::size_t>(index), thresholdCount);
}

void TestDoctorThresholds::aNewOneHoldsTheStandards()
{
    DoctorThresholds thresholds;
    for (const ThresholdInfo &info : thresholdTable())
        QCOMPARE(thresholds[info.threshold], info.standard);
    QVERIFY(thresholds.isStandard());
    thresholds.set(Threshold::DeadShare, 0.4);
    QVERIFY(!thresholds.isStandard());
    thresholds.set(Threshold::DeadShare, 0.5);
    QVERIFY(thresholds.isStandard());
}

void TestDoctorThresholds::valuesOutOfRangeAreRefused()
{
    DoctorThresholds thresholds;
    const double nan = std::numeric_limits<double>::quiet_NaN();
    for (const double value : {-0.1, 1.1, nan}) {
        QVERIFY_EXCEPTION_THROWN(thresholds.set(Threshold::DeadShare, value),
                                 std::invalid_argument);
    }
    QVERIFY(thresholds.isStandard());
}

void TestDoctorThresholds::aTextKeepsWhatWasChanged()
{
    DoctorThresholds thresholds;
    QCOMPARE(toText(thresholds), std::string("{}"));
    thresholds.set(Threshold::VanishingRatio, 25.0);
    thresholds.set(Threshold::SmallestUpdateRatio, 3e-5);
    QCOMPARE(toText(thresholds),
             std::string(R"({"smallestUpdateRatio":3e-05,"vanishingRatio":25.0})"));
    QVERIFY(thresholdsFromText(toText(thresholds)) == thresholds);
}

void TestDoctorThresholds::whatCannotBeReadKeepsItsStandard_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{\"deadShare\":");
    QTest::newRow("no object") << QByteArray("[1]");
    QTest::newRow("unknown") << QByteArray("{\"liveShare\":0.4}");
    QTest::newRow("no number") << QByteArray("{\"deadShare\":\"half\"}");
    QTest::newRow("out of range") << QByteArray("{\"deadShare\":7}");
}

void TestDoctorThresholds::whatCannotBeReadKeepsItsStandard()
{
    QFETCH(QByteArray, text);
    QVERIFY(thresholdsFromText(text.toStdString()).isStandard());
}

NABLA_TEST(TestDoctorThresholds)
#include "tst_doctor_thresholds.moc"
