// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/random_stream.h"
#include "core/measure/digit_batches.h"
#include "core/measure/probe.h"
#include "core/nn/backpropagation.h"
#include "core/nn/initializer.h"
#include "tests/support/compare.h"
#include "tests/support/small_data.h"
#include "tests/support/test_program.h"

#include <Eigen/SVD>
#include <QTest>

#include <cmath>
#include <numeric>

using namespace nabla;

class TestProbe final : public QObject
{
    Q_OBJECT

private slots:
    void numbersAreThoseOfOneExampleAfterTheOther();
    void speedsAreThoseOfTheSpeedsAlone();
    void histogramsHoldEveryNumberOnce();
    void saturatedAndDeadAreCountedByHand();
    void aFunctionThatCannotSaturateHasNoShare();
    void largestSingularValueIsThatOfTheDecomposition_data();
    void largestSingularValueIsThatOfTheDecomposition();
    void nothingThatIsNoNumberBecomesAResult();
    void aStoppedProbeGivesNothing();
};

namespace {

Network seeded(std::vector<int> layers, const char *activation = "sigmoid")
{
    Network network(std::move(layers), activation);
    RandomStream stream(4, RandomPurpose::Initialization);
    network.initialize(findInitializer("scaled"), stream);
    return network;
}

} // namespace

void TestProbe::numbersAreThoseOfOneExampleAfterTheOther()
{
    const Network network = seeded({784, 12, 7, 10});
    const LabelledImages images = test::barDigits(230, 3);
    const Cost &cost = findCost("cross-entropy");
    const auto reading = probe(network, cost, images);
    Workspace workspace;
    AlignedBuffer<Scalar> gradient(network.buffer().size());
    InputBatch batch;
    std::vector<std::uint8_t> labels;
    std::vector<double> errors(3);
    std::vector<double> slopes(3);
    std::vector<double> sums(3);
    std::vector<double> squares(3);
    for (int i = 0; i < 230; ++i) {
        gather(images, {&i, 1}, batch, labels);
        backpropagate(network, cost, batch, labels, workspace, gradient);
        for (std::size_t l = 0; l < 3; ++l) {
            const int units = network.layerSizes()[l + 1];
            errors[l] += workspace.layers[l].error.topRows(units).norm() / 230.0;
            for (int k = 0; k < units; ++k) {
                const double a = workspace.layers[l].activation(k, 0);
                slopes[l] += a * (1.0 - a) / (230.0 * units);
                sums[l] += a / (230.0 * units);
                squares[l] += a * a / (230.0 * units);
            }
        }
    }
    for (int l = 1; l <= 3; ++l) {
        const auto i = static_cast<std::size_t>(l - 1);
        const ProbedLayer &layer = reading->layers[i];
        NABLA_COMPARE_RELATIVE(layer.errorSize, errors[i], 1e-4);
        NABLA_COMPARE_RELATIVE(layer.meanSlope, slopes[i], 1e-4);
        NABLA_COMPARE_RELATIVE(layer.activationSpread, std::sqrt(squares[i] - sums[i] * sums[i]),
                               1e-3);
        const Eigen::Map<const Matrix> dW(gradient.data() + network.offset(l),
                                          network.layer(l).stride(), network.layer(l).inputSize());
        const Matrix used = dW.topRows(network.layer(l).outputSize()) / 230.0F;
        const double rms = used.norm() / std::sqrt(static_cast<double>(used.size()));
        NABLA_COMPARE_RELATIVE(layer.gradientSize, rms, 1e-3);
    }
}

void TestProbe::speedsAreThoseOfTheSpeedsAlone()
{
    const Network network = seeded({784, 30, 30, 10});
    const LabelledImages images = test::barDigits(1100, 3);
    const auto reading = probe(network, findCost("quadratic"), images);
    const auto speeds = probeLearningSpeed(network, findCost("quadratic"), images);
    for (std::size_t i = 0; i < 3; ++i)
        QCOMPARE(reading->layers[i].learningSpeed, (*speeds)[i]);
}

void TestProbe::histogramsHoldEveryNumberOnce()
{
    const Network network = seeded({784, 12, 10});
    const LabelledImages images = test::barDigits(150, 3);
    const auto reading = probe(network, findCost("cross-entropy"), images);
    const LayerHistograms &first = reading->histograms->front();
    QCOMPARE(first.weightedInput.total(), std::uint64_t(150 * 12));
    QCOMPARE(first.activation.total(), std::uint64_t(150 * 12));
    QCOMPARE(first.error.total(), std::uint64_t(150 * 12));
    QCOMPARE(first.weights.total(), std::uint64_t(784 * 12));
    QCOMPARE(first.weightGradient.total(), std::uint64_t(784 * 12));
    QCOMPARE(reading->histograms->back().weights.total(), std::uint64_t(12 * 10));
    QCOMPARE(first.weights.zeros(), 0U);
}

void TestProbe::saturatedAndDeadAreCountedByHand()
{
    // Biases alone decide: neuron 0 is saturated for ever, neuron 1 sits in the middle.
    Network network({784, 2, 10}, "sigmoid");
    Vector biases(2);
    biases << 30.0F, 0.0F;
    network.setBiases(1, biases);
    const LabelledImages images = test::barDigits(40, 3);
    const auto sigmoid = probe(network, findCost("cross-entropy"), images);
    QCOMPARE(*sigmoid->layers[0].saturatedShare, 0.5);
    QCOMPARE(*sigmoid->layers[0].deadShare, 0.5);
    NABLA_COMPARE_RELATIVE(sigmoid->layers[0].meanSlope, 0.125, 1e-5);

    Network rectified({784, 2, 10}, "relu");
    biases << -1.0F, 1.0F;
    rectified.setBiases(1, biases);
    const auto relu = probe(rectified, findCost("quadratic"), images);
    QVERIFY(!relu->layers[0].saturatedShare);
    QCOMPARE(*relu->layers[0].deadShare, 0.5);
}

void TestProbe::aFunctionThatCannotSaturateHasNoShare()
{
    const auto reading
        = probe(seeded({784, 5, 10}, "leaky-relu"), findCost("quadratic"), test::barDigits(20, 1));
    QVERIFY(!reading->layers[0].saturatedShare);
    QVERIFY(!reading->layers[0].deadShare);
    QVERIFY(!reading->layers[0].weightNorm);
    QVERIFY(reading->layers[1].weightNorm);
}

void TestProbe::largestSingularValueIsThatOfTheDecomposition_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::newRow("square") << 30 << 30;
    QTest::newRow("wide") << 10 << 100;
    QTest::newRow("one row") << 1 << 9;
    QTest::newRow("one number") << 1 << 1;
}

void TestProbe::largestSingularValueIsThatOfTheDecomposition()
{
    QFETCH(int, rows);
    QFETCH(int, columns);
    RandomStream stream(2, RandomPurpose::Initialization);
    for (int round = 0; round < 10; ++round) {
        Matrix W(rows, columns);
        for (Scalar &w : W.reshaped())
            w = static_cast<Scalar>(stream.normal());
        const Eigen::JacobiSVD<Matrix> decomposition(W);
        NABLA_COMPARE_RELATIVE(spectralNorm(W), double(decomposition.singularValues()(0)), 3e-3);
    }
    QCOMPARE(spectralNorm(Matrix::Zero(rows, columns)), 0.0);
}

void TestProbe::nothingThatIsNoNumberBecomesAResult()
{
    Network network = seeded({784, 4, 10});
    network.setBiases(1, Vector::Constant(4, std::nanf("")));
    const auto data = test::barData(30, 10, 10);
    const auto result = probeSnapshot({network, 7}, findCost("quadratic"), *data);
    for (const auto &[id, value] : result->values)
        QVERIFY2(std::isfinite(value), qPrintable(QString::number(static_cast<int>(id.metric))));
}

void TestProbe::aStoppedProbeGivesNothing()
{
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!probe(seeded({784, 4, 10}), findCost("quadratic"), test::barDigits(30, 1),
                   stop.get_token()));
}

NABLA_TEST(TestProbe)
#include "tst_probe.moc"
