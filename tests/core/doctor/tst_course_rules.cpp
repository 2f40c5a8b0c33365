// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/hand_made_run.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace nabla;
using nabla::test::HandMadeRun;
using nabla::test::offers;

/// The rules about a run's course against histories made by hand, on both sides of their
/// thresholds.
class TestCourseRules final : public QObject
{
    Q_OBJECT

private slots:
    void rates_data();
    void rates();
    void ratesAreJudgedSinceTheLastTurn();
    void oneWildMiniBatchAccusesNobody();
    void aStandstillAfterAJumpIsNoLowRate();
    void whatHasLearnedIsNotTooSlow();
    void longRunsWithCoarseBucketsAreJudged();
    void overfitting_data();
    void overfitting();
    void divergence();
};

void TestCourseRules::rates_data()
{
    QTest::addColumn<double>("ratio");
    QTest::addColumn<double>("costTo");
    QTest::addColumn<int>("rule"); ///< -1: nothing is wrong
    constexpr int high = static_cast<int>(DoctorRule::LearningRateTooHigh);
    constexpr int low = static_cast<int>(DoctorRule::LearningRateTooLow);
    QTest::newRow("too high") << 0.02 << 3.0 << high;
    QTest::newRow("high, and the cost rises") << 0.02 << 6.0 << high;
    QTest::newRow("high, but the cost falls") << 0.02 << 0.3 << -1;
    QTest::newRow("at the upper limit") << 0.01 << 3.0 << -1;
    QTest::newRow("healthy") << 0.001 << 3.0 << -1;
    QTest::newRow("at the lower limit") << 1e-4 << 3.0 << -1;
    QTest::newRow("too low") << 9e-5 << 3.0 << low;
    QTest::newRow("low, but the cost falls") << 9e-5 << 0.3 << -1;
    QTest::newRow("nothing moves at all") << 0.0 << 3.0 << low;
}

void TestCourseRules::rates()
{
    QFETCH(double, ratio);
    QFETCH(double, costTo);
    QFETCH(int, rule);
    HandMadeRun run(1);
    run.train(99, 3.0, 3.0, 0.1, ratio); // judged are twice fifty steps
    QVERIFY(!run.isJudged(DoctorRule::LearningRateTooLow));
    run.train(201, 3.0, costTo, 0.1, ratio);
    QVERIFY(run.isJudged(DoctorRule::LearningRateTooHigh));
    QVERIFY(run.isJudged(DoctorRule::LearningRateTooLow));
    const auto findings = run.diagnosis().findings;
    QCOMPARE(findings.size(), rule < 0 ? std::size_t{0} : std::size_t{1});
    if (rule < 0)
        return;
    QCOMPARE(static_cast<int>(findings[0].rule), rule);
    QVERIFY(std::abs(*findings[0].measured - ratio) < 1e-12);
    QCOMPARE(findings[0].layer, 0);
    QCOMPARE(findings[0].step, std::uint64_t{300});
    const double rate = findings[0].remedies.front().config.learningRate;
    QCOMPARE(rate, findings[0].rule == DoctorRule::LearningRateTooHigh ? 0.01 : 1.0);
}

void TestCourseRules::ratesAreJudgedSinceTheLastTurn()
{
    HandMadeRun run(1);
    run.train(400, 3.0, 3.0, 0.1, 0.02);
    QVERIFY(run.finding(DoctorRule::LearningRateTooHigh));
    run.history.mark({400, "regularizationParameter", 5.0, 1.0});
    QVERIFY(run.finding(DoctorRule::LearningRateTooHigh));
    run.history.mark({400, "learningRate", 0.1, 0.02});
    QVERIFY(!run.isJudged(DoctorRule::LearningRateTooHigh));
    run.train(90, 3.0, 3.0, 0.1, 0.02);
    QVERIFY(!run.isJudged(DoctorRule::LearningRateTooHigh));
    run.train(60, 3.0, 3.0, 0.1, 0.02);
    const auto finding = run.finding(DoctorRule::LearningRateTooHigh);
    QVERIFY(finding);
    QCOMPARE(finding->remedies.front().config.learningRate, 0.002);
}

void TestCourseRules::oneWildMiniBatchAccusesNobody()
{
    HandMadeRun run(1);
    run.train(300, 0.3, 0.3, 0.95, 1e-3);
    run.history.append({Metric::MiniBatchCost}, 301, 3.0);
    run.history.append({Metric::MiniBatchAccuracy}, 301, 0.1);
    for (int layer = 1; layer <= 2; ++layer)
        run.history.append({Metric::UpdateRatio, layer}, 301, 0.05);
    QVERIFY(run.diagnosis().findings.empty());
}

void TestCourseRules::aStandstillAfterAJumpIsNoLowRate()
{
    HandMadeRun run(1);
    run.history.append({Metric::UpdateRatio, 2}, 1, 3.0);
    run.train(300, 3.0, 3.0, 0.1, 1e-7);
    QVERIFY(run.diagnosis().findings.empty());
    QVERIFY(run.isJudged(DoctorRule::LearningRateTooLow));
}

void TestCourseRules::whatHasLearnedIsNotTooSlow()
{
    HandMadeRun run(1);
    run.train(300, 0.1, 0.1, 0.97, 1e-6); // the end of a falling schedule
    QVERIFY(run.diagnosis().findings.empty());
}

void TestCourseRules::longRunsWithCoarseBucketsAreJudged()
{
    HandMadeRun run(1, 5000);
    run.train(200'000, 3.0, 3.0, 0.1, 0.02);
    QVERIFY(run.history.series({Metric::MiniBatchCost}).recordsPerBucket() >= 32);
    QVERIFY(run.finding(DoctorRule::LearningRateTooHigh));
}

void TestCourseRules::overfitting_data()
{
    QTest::addColumn<double>("lastValidation");
    QTest::addColumn<double>("lastTraining");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("rises by half") << 1.8 << 0.01 << true;
    QTest::newRow("rises by 11 %") << 1.332 << 0.01 << true;
    QTest::newRow("rises by 9 %") << 1.308 << 0.01 << false;
    QTest::newRow("does not rise") << 1.2 << 0.01 << false;
    QTest::newRow("the training cost rises too") << 1.8 << 1.0 << false;
    QTest::newRow("without a gap") << 1.8 << 1.79 << false;
}

void TestCourseRules::overfitting()
{
    QFETCH(double, lastValidation);
    QFETCH(double, lastTraining);
    QFETCH(bool, isFound);
    HandMadeRun run(1);
    run.experiment.regularizationParameter = 0.0;
    run.experiment.trainingSetSize = 1000;
    const auto evaluate = [&run](std::uint64_t epoch, double validation, double training) {
        run.history.append({Metric::ValidationCost}, 100 * epoch, validation);
        run.history.append({Metric::TrainingCost}, 100 * epoch, training);
    };
    for (std::uint64_t epoch = 0; epoch < 5; ++epoch)
        evaluate(epoch, 1.2, 0.5);
    QVERIFY(!run.isJudged(DoctorRule::Overfitting));
    for (std::uint64_t epoch = 5; epoch < 8; ++epoch)
        evaluate(epoch, lastValidation, lastTraining);
    QVERIFY(run.isJudged(DoctorRule::Overfitting));
    const auto finding = run.finding(DoctorRule::Overfitting);
    QCOMPARE(finding.has_value(), isFound);
    if (!finding)
        return;
    QVERIFY(std::abs(*finding->measured - (lastValidation / 1.2 - 1.0)) < 1e-12);
    QCOMPARE(finding->step, std::uint64_t{700});
    QVERIFY(offers(*finding, RemedyKind::AllDigits));
    const auto lambda
        = std::ranges::find(finding->remedies, RemedyKind::BookRegularization, &Remedy::kind);
    QCOMPARE(lambda->config.regularizationParameter, 0.1);
}

void TestCourseRules::divergence()
{
    HandMadeRun run(2);
    run.train(30, 3.0, 300.0, 0.1, 0.5);
    QVERIFY(run.isJudged(DoctorRule::Diverged));
    QVERIFY(!run.finding(DoctorRule::Diverged));
    run.status.state = RunState::Diverged;
    run.status.divergedLayer = 2;
    const auto finding = run.finding(DoctorRule::Diverged);
    QVERIFY(finding && finding->severity == Severity::Failure);
    QCOMPARE(finding->layer, 2);
    QCOMPARE(*finding->measured, 300.0);
    QCOMPARE(finding->step, std::uint64_t{30});
    QVERIFY(!finding->threshold);
    QVERIFY(offers(*finding, RemedyKind::ClippedGradient));

    HandMadeRun atOnce(2);
    atOnce.status.state = RunState::Diverged;
    QVERIFY(!atOnce.finding(DoctorRule::Diverged)->measured);
}

NABLA_TEST(TestCourseRules)
#include "tst_course_rules.moc"
