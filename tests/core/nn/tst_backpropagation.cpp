// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled in double precision: the proofs.
#include "core/math/random_stream.h"
#include "core/nn/activation.h"
#include "core/nn/backpropagation.h"
#include "core/nn/initializer.h"
#include "tests/support/compare.h"
#include "tests/support/reference_network.h"
#include "tests/support/small_data.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace nabla;
using nabla::test::relativeError;

class TestBackpropagation final : public QObject
{
    Q_OBJECT

private slots:
    void gradientMatchesTheOneExampleReference_data();
    void gradientMatchesTheOneExampleReference();
    void outputErrorOfCrossEntropyIsAMinusY();
    void aWrongNumberOfLabelsIsRefused();
    void learningSpeedIsTheNormOfTheMeanBiasGradient();
};

namespace {

const std::vector<int> layers{784, 7, 5, 10};

Network seededNetwork(const std::string &activation, const std::string &output = "sigmoid")
{
    Network network(Architecture{layers, {activation, output}});
    RandomStream stream(7, RandomPurpose::Initialization);
    network.initialize(findInitializer("scaled"), stream);
    return network;
}

struct Examples
{
    LabelledImages images = test::barDigits(6, 5);
    InputBatch batch;
    std::vector<std::uint8_t> labels;
    Examples()
    {
        for (int i = 0; i < images.size(); ++i) {
            const auto row = images.row(i);
            batch.add(
                {row.index.data(), row.value.data(), static_cast<std::uint32_t>(row.index.size())});
            labels.push_back(images.label(i));
        }
    }
};

} // namespace

void TestBackpropagation::gradientMatchesTheOneExampleReference_data()
{
    QTest::addColumn<QString>("activation");
    QTest::addColumn<QString>("cost");
    for (const Activation &activation : activations()) {
        if (activation.isOfWholeExample)
            continue;
        for (const Cost &cost : costs())
            QTest::addRow("%s, %s", activation.id, cost.id) << activation.id << cost.id;
    }
}

void TestBackpropagation::gradientMatchesTheOneExampleReference()
{
    QFETCH(QString, activation);
    QFETCH(QString, cost);
    const bool softmax = cost == QStringLiteral("log-likelihood");
    const Network network
        = seededNetwork(activation.toStdString(), softmax ? "softmax" : "sigmoid");
    const Examples examples;
    AlignedBuffer<Scalar> gradient(network.buffer().size());
    Workspace workspace;
    const BatchResult result = backpropagate(network, findCost(cost.toStdString()), examples.batch,
                                             examples.labels, workspace, gradient);

    test::ReferenceNetwork reference(network, activation.toStdString(), cost.toStdString());
    double costSum = 0.0;
    for (int i = 0; i < examples.images.size(); ++i)
        costSum += reference.addGradientOf(examples.images.image(i), examples.images.label(i));
    NABLA_COMPARE_RELATIVE(result.costSum, costSum, 1e-12);
    Network holder = network; // to read the gradient by layer and neuron
    std::copy(gradient.begin(), gradient.end(), holder.buffer().begin());
    for (int l = 1; l <= network.layerCount(); ++l) {
        const Matrix weights = holder.weights(l);
        const Vector biases = holder.biases(l);
        for (Eigen::Index j = 0; j < weights.rows(); ++j) {
            for (Eigen::Index k = 0; k < weights.cols(); ++k)
                QVERIFY(std::fabs(weights(j, k) - reference.weightGradient(l, j, k)) <= 1e-13);
            QVERIFY(std::fabs(biases(j) - reference.biasGradient(l, j)) <= 1e-13);
        }
    }
}

void TestBackpropagation::outputErrorOfCrossEntropyIsAMinusY()
{
    Matrix a = Matrix::Zero(vectorWidth, 1);
    a.col(0).head(3) << 0.25, 0.5, 1.0;
    Matrix y = Matrix::Zero(vectorWidth, 1);
    y(1, 0) = 1.0;
    Matrix delta = Matrix::Ones(vectorWidth, 1);
    const Outputs outputs{blockOf(std::as_const(a)), blockOf(std::as_const(a)), y.data(), 3};
    const Activation &sigmoid = findActivation("sigmoid");
    findCost("cross-entropy").outputError(bestKernels(), outputs, sigmoid, delta.data());
    QCOMPARE(delta(0), 0.25);
    QCOMPARE(delta(1), -0.5);
    QCOMPARE(delta(2), 1.0);
    QCOMPARE(delta(3), 0.0); // padding
    findCost("quadratic").outputError(bestKernels(), outputs, sigmoid, delta.data());
    QCOMPARE(delta(0), 0.25 * 0.25 * 0.75);
    QCOMPARE(delta(1), -0.5 * 0.25);
    QCOMPARE(delta(2), 0.0);
}

void TestBackpropagation::aWrongNumberOfLabelsIsRefused()
{
    const Network network = seededNetwork("sigmoid");
    const Examples examples;
    Workspace workspace;
    AlignedBuffer<Scalar> gradient(network.buffer().size());
    QVERIFY_EXCEPTION_THROWN(backpropagate(network, findCost("quadratic"), examples.batch,
                                           std::span(examples.labels).first(2), workspace,
                                           gradient),
                             std::invalid_argument);
}

void TestBackpropagation::learningSpeedIsTheNormOfTheMeanBiasGradient()
{
    const Network network = seededNetwork("sigmoid");
    const Examples examples;
    Workspace workspace;
    AlignedBuffer<Scalar> gradient(network.buffer().size());
    backpropagate(network, findCost("cross-entropy"), examples.batch, examples.labels, workspace,
                  gradient);
    std::vector<double> speeds(3);
    learningSpeeds(network, gradient, examples.batch.size(), speeds);
    test::ReferenceNetwork reference(network, "sigmoid", "cross-entropy");
    for (int i = 0; i < examples.images.size(); ++i)
        reference.addGradientOf(examples.images.image(i), examples.images.label(i));
    for (int l = 1; l <= 3; ++l) {
        double sum = 0.0;
        for (int j = 0; j < layers[static_cast<std::size_t>(l)]; ++j)
            sum += std::pow(reference.biasGradient(l, j) / examples.batch.size(), 2);
        NABLA_COMPARE_RELATIVE(speeds[static_cast<std::size_t>(l - 1)], std::sqrt(sum), 1e-12);
    }
}

NABLA_TEST(TestBackpropagation)
#include "tst_backpropagation.moc"
