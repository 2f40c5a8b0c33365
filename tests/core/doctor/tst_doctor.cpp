// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/hand_made_run.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <limits>

using namespace nabla;
using nabla::test::HandMadeRun;

/// What holds for all rules together.
class TestDoctor final : public QObject
{
    Q_OBJECT

private slots:
    void anEmptyHistoryIsNotJudged();
    void aRunThatMeasuredNothingButCostsIsNotAccused();
    void everyRuleHasWords();
    void notANumberIsNoMeasurement();
    void theGravestComesFirst();
    void thresholdsDecide();
};

void TestDoctor::anEmptyHistoryIsNotJudged()
{
    const Diagnosis diagnosis = diagnose(RunHistory(), {}, {}, {});
    QVERIFY(diagnosis.findings.empty());
    QVERIFY(diagnosis.judged.empty());
    QVERIFY(HandMadeRun(4).diagnosis() == Diagnosis());
}

void TestDoctor::aRunThatMeasuredNothingButCostsIsNotAccused()
{
    HandMadeRun run(2);
    for (std::uint64_t step = 1; step <= 1000; ++step)
        run.history.append({Metric::MiniBatchCost}, step, 3.3);
    run.status.step = 1000;
    run.status.state = RunState::Running;
    QVERIFY(run.diagnosis().findings.empty());
    QVERIFY(run.diagnosis().judged == std::vector{DoctorRule::Diverged});
}

void TestDoctor::everyRuleHasWords()
{
    int index = 0;
    for (const DoctorRuleInfo &info : doctorRules()) {
        QCOMPARE(static_cast<int>(info.rule), index++);
        QVERIFY(*info.id != '\0' && *info.title != '\0' && *info.explanation != '\0');
        QCOMPARE(ruleInfo(info.rule).id, info.id);
    }
    QCOMPARE(index, static_cast<int>(DoctorRule::Overfitting) + 1);
}

void TestDoctor::notANumberIsNoMeasurement()
{
    HandMadeRun run(2);
    const double nan = std::numeric_limits<double>::quiet_NaN();
    run.probeSpeeds(40, {nan, 1.0, 1.0});
    run.probe(Metric::ProbeDeadShare, 40, {nan, nan});
    run.probe(Metric::ProbeSaturatedShare, 40, {nan, nan});
    run.probe(Metric::ProbeActivationSpread, 0, {nan, nan});
    run.train(500, nan, nan, nan, nan);
    QVERIFY(run.diagnosis().findings.empty());
    QVERIFY(!run.isJudged(DoctorRule::Vanishing));
}

void TestDoctor::theGravestComesFirst()
{
    HandMadeRun run(2);
    run.probeSpeeds(0, {0.01, 1.0, 1.0});
    run.probeSpeeds(300, {0.9, 1.0, 1.0}); // over: a note
    run.probe(Metric::ProbeSaturatedShare, 300, {0.9, 0.1}); // now: a warning
    run.status.state = RunState::Diverged;
    const auto findings = run.diagnosis().findings;
    QCOMPARE(findings.size(), std::size_t{3});
    QVERIFY(findings[0].rule == DoctorRule::Diverged);
    QVERIFY(findings[1].rule == DoctorRule::Saturated);
    QVERIFY(findings[2].rule == DoctorRule::Vanishing);
}

void TestDoctor::thresholdsDecide()
{
    HandMadeRun run(2);
    run.probeSpeeds(0, {0.2, 1.0, 1.0});
    QVERIFY(!run.finding(DoctorRule::Vanishing));
    run.thresholds.set(Threshold::VanishingRatio, 4.0);
    QCOMPARE(run.finding(DoctorRule::Vanishing)->limit, 4.0);
}

NABLA_TEST(TestDoctor)
#include "tst_doctor.moc"
