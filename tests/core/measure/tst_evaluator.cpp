// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/random_stream.h"
#include "core/measure/evaluator.h"
#include "core/measure/probe.h"
#include "core/nn/initializer.h"
#include "tests/support/compare.h"
#include "tests/support/reference_network.h"
#include "tests/support/small_data.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace nabla;

class TestEvaluator final : public QObject
{
    Q_OBJECT

private slots:
    void costAndConfusionAreThoseOfTheReference();
    void probeIsTheNormOfTheMeanGradientOverTheFirstThousand();
    void aStoppedEvaluationGivesNothing();
    void penaltyIsLambdaOverTwoNTimesTheSquaredWeights();
};

namespace {

Network seededSmall()
{
    Network network({784, 12, 10}, "sigmoid");
    RandomStream stream(4, RandomPurpose::Initialization);
    network.initialize(findInitializer("scaled"), stream);
    return network;
}

} // namespace

void TestEvaluator::costAndConfusionAreThoseOfTheReference()
{
    const Network network = seededSmall();
    const LabelledImages images = test::barDigits(250, 3);
    const auto result = evaluateSet(network, findCost("cross-entropy"), images, 210);
    test::ReferenceNetwork reference(network, "sigmoid", "cross-entropy");
    double cost = 0.0;
    std::array<int, classCount> truth{};
    for (int i = 0; i < 210; ++i) {
        cost += reference.addGradientOf(images.image(i), images.label(i)) / 210.0;
        ++truth.at(images.label(i));
    }
    NABLA_COMPARE_RELATIVE(result->cost, cost, 1e-5);
    int diagonal = 0;
    for (std::size_t row = 0; row < truth.size(); ++row) {
        QCOMPARE(std::accumulate(result->confusion[row].begin(), result->confusion[row].end(), 0),
                 truth[row]);
        diagonal += result->confusion[row][row];
    }
    NABLA_COMPARE_RELATIVE(result->accuracy, diagonal / 210.0, 1e-12);
}

void TestEvaluator::probeIsTheNormOfTheMeanGradientOverTheFirstThousand()
{
    const Network network = seededSmall();
    const LabelledImages images = test::barDigits(1100, 8);
    const auto speeds = probeLearningSpeed(network, findCost("cross-entropy"), images);
    test::ReferenceNetwork reference(network, "sigmoid", "cross-entropy");
    for (int i = 0; i < 1000; ++i)
        reference.addGradientOf(images.image(i), images.label(i));
    double sum = 0.0;
    for (int j = 0; j < 12; ++j)
        sum += std::pow(reference.biasGradient(1, j) / 1000.0, 2);
    QCOMPARE(speeds->size(), std::size_t(2));
    NABLA_COMPARE_RELATIVE((*speeds)[0], std::sqrt(sum), 1e-4);
}

void TestEvaluator::aStoppedEvaluationGivesNothing()
{
    std::stop_source stop;
    stop.request_stop();
    const auto data = test::barData();
    const Snapshot snapshot{seededSmall(), 0};
    QVERIFY(
        !evaluateSnapshot(snapshot, findCost("quadratic"), *data, 600, {5.0}, stop.get_token()));
    QVERIFY(!probeSnapshot(snapshot, findCost("quadratic"), *data, stop.get_token()));
}

void TestEvaluator::penaltyIsLambdaOverTwoNTimesTheSquaredWeights()
{
    Network network({784, 2, 10}, "sigmoid");
    Matrix W = Matrix::Zero(2, 784);
    W(0, 5) = 3.0F;
    W(1, 7) = -4.0F;
    network.setWeights(1, W);
    network.setBiases(1, Vector::Constant(2, 100.0F)); // biases do not count
    const auto data = test::barData();
    const auto result = evaluateSnapshot({network, 12}, findCost("quadratic"), *data, 500, {2.0});
    QCOMPARE(result->step, std::uint64_t(12));
    NABLA_COMPARE_RELATIVE(*result->value({Metric::Penalty}), 2.0 / 1000.0 * 25.0, 1e-12);
    QVERIFY(result->value({Metric::ValidationAccuracy}).has_value());
    QVERIFY(result->value({Metric::ProbeSpeed, 2}).has_value());
    QVERIFY(!result->value({Metric::ProbeSpeed, 3}).has_value());
}

NABLA_TEST(TestEvaluator)
#include "tst_evaluator.moc"
