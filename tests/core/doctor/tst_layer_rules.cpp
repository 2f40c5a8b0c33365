// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/hand_made_run.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace nabla;
using nabla::test::HandMadeRun;
using nabla::test::offers;

/// The rules about layers against histories made by hand, on both sides of their thresholds.
class TestLayerRules final : public QObject
{
    Q_OBJECT

private slots:
    void vanishing_data();
    void vanishing();
    void vanishingNeedsSpeedsAndErrorsToAgree();
    void vanishingOfTheStartIsRemembered();
    void vanishingIsOnlyWorthKnowingOnceTheNetworkHasLearned();
    void aLayerThatDoesNotLearnAtAllIsInfinitelySlow();
    void oneHiddenLayerCannotVanish();
    void sixtyLayersAreJudgedAsOne();
    void exploding_data();
    void exploding();
    void deadUnits_data();
    void deadUnits();
    void deadOutputsMatterWithTheQuadraticCostOnly();
    void saturation_data();
    void saturation();
    void saturatedOutputsAreNoFault();
    void theWorstLayerIsNamed();
    void initialization_data();
    void initialization();
    void initializationIsJudgedAtStepZeroOnly();
    void normalizedNetworksAreJudgedOnceTheirMeansHaveSettled();
};

void TestLayerRules::vanishing_data()
{
    QTest::addColumn<double>("first");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("a hundred times slower") << 0.01 << true;
    QTest::newRow("just above ten times") << 0.0999 << true;
    QTest::newRow("ten times") << 0.1 << false;
    QTest::newRow("six times, as two layers do") << 1.0 / 6.0 << false;
    QTest::newRow("faster") << 2.0 << false;
}

void TestLayerRules::vanishing()
{
    QFETCH(double, first);
    QFETCH(bool, isFound);
    HandMadeRun run(3);
    run.probeSpeeds(40, {first, 0.5, 1.0, 3.0});
    const auto finding = run.finding(DoctorRule::Vanishing);
    QCOMPARE(finding.has_value(), isFound);
    QVERIFY(run.isJudged(DoctorRule::Vanishing));
    if (!finding)
        return;
    QCOMPARE(finding->layer, 1);
    QCOMPARE(finding->layers, 1);
    QCOMPARE(*finding->measured, 1.0 / first);
    QCOMPARE(finding->limit, 10.0);
    QCOMPARE(finding->step, std::uint64_t{40});
    QVERIFY(finding->severity == Severity::Warning && !finding->isOver);
    QVERIFY(offers(*finding, RemedyKind::ReluWithHe));
    QVERIFY(offers(*finding, RemedyKind::BatchNormalization));
}

void TestLayerRules::vanishingNeedsSpeedsAndErrorsToAgree()
{
    HandMadeRun run(2);
    run.probe(Metric::ProbeSpeed, 40, {0.01, 1.0, 1.0});
    QVERIFY(!run.isJudged(DoctorRule::Vanishing));
    run.probe(Metric::ErrorSize, 40, {0.5, 1.0, 1.0});
    QVERIFY(run.isJudged(DoctorRule::Vanishing));
    QVERIFY(!run.finding(DoctorRule::Vanishing));
}

void TestLayerRules::vanishingOfTheStartIsRemembered()
{
    HandMadeRun run(2);
    run.probeSpeeds(0, {0.01, 1.0, 1.0});
    QVERIFY(!run.finding(DoctorRule::Vanishing)->isOver);
    run.probeSpeeds(300, {0.5, 1.0, 1.0});
    const auto finding = run.finding(DoctorRule::Vanishing);
    QVERIFY(finding && finding->isOver);
    QVERIFY(finding->severity == Severity::Note);
    QCOMPARE(*finding->measured, 100.0);
    QCOMPARE(finding->step, std::uint64_t{0});
}

void TestLayerRules::vanishingIsOnlyWorthKnowingOnceTheNetworkHasLearned()
{
    HandMadeRun run(2);
    run.probeSpeeds(300, {0.01, 1.0, 1.0});
    run.history.append({Metric::TrainingAccuracy}, 300, 0.95);
    QVERIFY(run.finding(DoctorRule::Vanishing)->severity == Severity::Note);
}

void TestLayerRules::aLayerThatDoesNotLearnAtAllIsInfinitelySlow()
{
    HandMadeRun run(2);
    run.probeSpeeds(40, {0.0, 1.0, 1.0});
    QCOMPARE(*run.finding(DoctorRule::Vanishing)->measured,
             std::numeric_limits<double>::infinity());
    HandMadeRun dead(2);
    dead.probeSpeeds(40, {0.0, 0.0, 1.0});
    QVERIFY(!dead.finding(DoctorRule::Vanishing));
}

void TestLayerRules::oneHiddenLayerCannotVanish()
{
    for (const int hidden : {0, 1}) {
        HandMadeRun run(hidden);
        run.probeSpeeds(40, std::vector<double>(static_cast<std::size_t>(hidden) + 1, 1e-9));
        QVERIFY(!run.isJudged(DoctorRule::Vanishing));
        QVERIFY(!run.isJudged(DoctorRule::Exploding));
        QVERIFY(run.diagnosis().findings.empty());
    }
}

void TestLayerRules::sixtyLayersAreJudgedAsOne()
{
    HandMadeRun run(60);
    std::vector<double> speeds(61, 1.0);
    for (std::size_t l = 0; l < 60; ++l)
        speeds[l] = std::pow(0.25, 59.0 - static_cast<double>(l));
    run.probeSpeeds(40, speeds);
    const auto finding = run.finding(DoctorRule::Vanishing);
    QVERIFY(finding);
    QCOMPARE(finding->layer, 1);
    QCOMPARE(finding->layers, 58); // 4 and 1 times slower are within the limit
}

void TestLayerRules::exploding_data()
{
    QTest::addColumn<double>("first");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("a hundred times faster") << 100.0 << true;
    QTest::newRow("just above five times") << 5.01 << true;
    QTest::newRow("five times") << 5.0 << false;
    QTest::newRow("slower") << 0.01 << false;
}

void TestLayerRules::exploding()
{
    QFETCH(double, first);
    QFETCH(bool, isFound);
    HandMadeRun run(2);
    run.experiment.initializer = "large";
    run.probeSpeeds(0, {first, 1.0, 1.0});
    const auto finding = run.finding(DoctorRule::Exploding);
    QCOMPARE(finding.has_value(), isFound);
    if (!finding)
        return;
    QCOMPARE(*finding->measured, first);
    QVERIFY(!finding->isOver);
    QVERIFY(offers(*finding, RemedyKind::ScaledWeights));
}

void TestLayerRules::deadUnits_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("nearly all") << 0.97 << true;
    QTest::newRow("above half") << 0.51 << true;
    QTest::newRow("half") << 0.5 << false;
    QTest::newRow("a third, as in a cured network") << 0.33 << false;
}

void TestLayerRules::deadUnits()
{
    QFETCH(double, share);
    QFETCH(bool, isFound);
    HandMadeRun run(2);
    run.experiment.activation = "relu";
    run.experiment.initializer = "he";
    run.probe(Metric::ProbeDeadShare, 0, {0.0, 0.0});
    run.probe(Metric::ProbeDeadShare, 250, {0.1, share});
    const auto finding = run.finding(DoctorRule::DeadUnits);
    QCOMPARE(finding.has_value(), isFound);
    QVERIFY(run.isJudged(DoctorRule::DeadUnits));
    if (!finding)
        return;
    QCOMPARE(finding->layer, 2);
    QCOMPARE(finding->step, std::uint64_t{250});
    QCOMPARE(finding->remedies.front().config.learningRate, 0.01);
    QVERIFY(offers(*finding, RemedyKind::LeakyRelu));
    QVERIFY(!offers(*finding, RemedyKind::HeWeights));
    QVERIFY(!offers(*finding, RemedyKind::CrossEntropy));
}

void TestLayerRules::deadOutputsMatterWithTheQuadraticCostOnly()
{
    HandMadeRun run(1);
    run.probe(Metric::ProbeDeadShare, 250, {0.0, 1.0});
    QVERIFY(!run.finding(DoctorRule::DeadUnits));
    run.experiment.cost = "quadratic";
    const auto finding = run.finding(DoctorRule::DeadUnits);
    QVERIFY(finding);
    QCOMPARE(finding->layer, 2);
    QVERIFY(offers(*finding, RemedyKind::CrossEntropy));
}

void TestLayerRules::saturation_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("most") << 0.8 << true;
    QTest::newRow("above half") << 0.501 << true;
    QTest::newRow("half") << 0.5 << false;
    QTest::newRow("what a healthy network ends at") << 0.42 << false;
}

void TestLayerRules::saturation()
{
    QFETCH(double, share);
    QFETCH(bool, isFound);
    HandMadeRun run(1);
    run.probe(Metric::ProbeSaturatedShare, 0, {0.0});
    run.probe(Metric::ProbeSaturatedShare, 100, {share});
    const auto finding = run.finding(DoctorRule::Saturated);
    QCOMPARE(finding.has_value(), isFound);
    if (!finding)
        return;
    QCOMPARE(*finding->measured, share);
    // It came with the training: other weights at the start would not help.
    QVERIFY(offers(*finding, RemedyKind::TenthOfRate));
    QVERIFY(!offers(*finding, RemedyKind::ScaledWeights));
}

void TestLayerRules::saturatedOutputsAreNoFault()
{
    HandMadeRun run(1);
    run.probe(Metric::ProbeSaturatedShare, 100, {0.1, 0.95});
    QVERIFY(!run.finding(DoctorRule::Saturated));
}

void TestLayerRules::theWorstLayerIsNamed()
{
    HandMadeRun run(3);
    run.experiment.initializer = "large";
    run.probe(Metric::ProbeSaturatedShare, 0, {0.6, 0.9, 0.2});
    const auto finding = run.finding(DoctorRule::Saturated);
    QCOMPARE(finding->layer, 2);
    QCOMPARE(finding->layers, 2);
    QVERIFY(offers(*finding, RemedyKind::ScaledWeights));
}

void TestLayerRules::initialization_data()
{
    QTest::addColumn<double>("spread");
    QTest::addColumn<double>("saturated");
    QTest::addColumn<int>("threshold"); ///< -1: nothing is wrong
    QTest::newRow("scaled weights") << 0.2 << 0.0 << -1;
    QTest::newRow("all alike") << 0.0 << 0.0 << static_cast<int>(Threshold::SmallestSpread);
    QTest::newRow("nearly alike") << 9e-5 << 0.0 << static_cast<int>(Threshold::SmallestSpread);
    QTest::newRow("hardly alike") << 1e-4 << 0.0 << -1;
    QTest::newRow("large weights of ReLU")
        << 5.5 << 0.0 << static_cast<int>(Threshold::LargestSpread);
    QTest::newRow("the largest healthy spread") << 2.0 << 0.0 << -1;
    QTest::newRow("large weights of sigmoid")
        << 0.45 << 0.63 << static_cast<int>(Threshold::SaturatedShare);
    QTest::newRow("half saturated") << 0.45 << 0.5 << -1;
}

void TestLayerRules::initialization()
{
    QFETCH(double, spread);
    QFETCH(double, saturated);
    QFETCH(int, threshold);
    HandMadeRun run(1);
    run.probe(Metric::ProbeActivationSpread, 0, {spread});
    run.probe(Metric::ProbeSaturatedShare, 0, {saturated});
    const auto finding = run.finding(DoctorRule::BadInitialization);
    QVERIFY(run.isJudged(DoctorRule::BadInitialization));
    QCOMPARE(finding.has_value(), threshold >= 0);
    if (!finding)
        return;
    QCOMPARE(static_cast<int>(*finding->threshold), threshold);
    QCOMPARE(finding->limit, thresholdInfo(*finding->threshold).standard);
    QCOMPARE(*finding->measured,
             *finding->threshold == Threshold::SaturatedShare ? saturated : spread);
}

void TestLayerRules::initializationIsJudgedAtStepZeroOnly()
{
    HandMadeRun run(1);
    run.probe(Metric::ProbeActivationSpread, 500, {7.0}); // a run that was opened
    QVERIFY(!run.isJudged(DoctorRule::BadInitialization));
    QVERIFY(run.diagnosis().findings.empty());
}

void TestLayerRules::normalizedNetworksAreJudgedOnceTheirMeansHaveSettled()
{
    HandMadeRun run(2);
    run.experiment.normalization = "batch";
    run.probeSpeeds(0, {0.01, 1.0, 1.0});
    run.probe(Metric::ProbeActivationSpread, 0, {9.0, 9.0});
    QVERIFY(run.diagnosis() == Diagnosis());
    run.probeSpeeds(100, {0.01, 1.0, 1.0});
    const auto finding = run.finding(DoctorRule::Vanishing);
    QVERIFY(finding);
    QVERIFY(!offers(*finding, RemedyKind::BatchNormalization));
}

NABLA_TEST(TestLayerRules)
#include "tst_layer_rules.moc"
