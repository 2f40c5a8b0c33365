// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/initial_values.h"

#include "core/math/random_stream.h"
#include "core/nn/initializer.h"
#include "tests/support/compare.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <stdexcept>

using namespace nabla;

class TestInitialValues final : public QObject
{
    Q_OBJECT

private slots:
    void scalingMultipliesTheWeightsAlone();
    void centeredBiasesPutZToZeroInTheMiddle_data();
    void centeredBiasesPutZToZeroInTheMiddle();
    void zerosAreZerosAndNormalIsSpreadByOne();
    void anUnknownNameIsRefusedByName();
};

namespace {

Network seededDeep(const char *activation = "sigmoid")
{
    Network network({784, 40, 30, 10}, activation);
    RandomStream stream(4, RandomPurpose::Initialization);
    network.initialize(findInitializer("scaled"), stream);
    return network;
}

} // namespace

void TestInitialValues::scalingMultipliesTheWeightsAlone()
{
    const Network before = seededDeep();
    Network scaled = before;
    scaleWeights(scaled, 4.0);
    for (int l = 1; l <= 3; ++l) {
        QVERIFY(scaled.weights(l) == 4.0F * before.weights(l)); // a power of two is exact
        QVERIFY(scaled.biases(l) == before.biases(l));
    }
    scaleWeights(scaled, 0.25);
    QCOMPARE(scaled.digest(), before.digest());
}

void TestInitialValues::centeredBiasesPutZToZeroInTheMiddle_data()
{
    QTest::addColumn<QString>("activation");
    QTest::addColumn<float>("middle");
    QTest::newRow("sigmoid") << "sigmoid" << 0.5F;
    QTest::newRow("tanh") << "tanh" << 0.0F;
    QTest::newRow("relu") << "relu" << 0.0F;
}

void TestInitialValues::centeredBiasesPutZToZeroInTheMiddle()
{
    QFETCH(QString, activation);
    QFETCH(float, middle);
    Network network = seededDeep(activation.toUtf8().constData());
    scaleWeights(network, 50.0);
    RandomStream stream(1, RandomPurpose::Initialization);
    setInitialBiases(network, "centered", stream);
    QVERIFY(network.biases(1).isZero());
    for (int l = 2; l <= 3; ++l) {
        const Matrix W = network.weights(l);
        const Vector z = W * Vector::Constant(W.cols(), middle) + network.biases(l);
        QVERIFY(z.cwiseAbs().maxCoeff() < 1e-3F);
        QCOMPARE(network.biases(l).isZero(), middle == 0.0F);
    }
}

void TestInitialValues::zerosAreZerosAndNormalIsSpreadByOne()
{
    Network network = seededDeep();
    RandomStream stream(1, RandomPurpose::Initialization);
    setInitialBiases(network, "zeros", stream);
    for (int l = 1; l <= 3; ++l)
        QVERIFY(network.biases(l).isZero());
    double squares = 0.0;
    for (int round = 0; round < 50; ++round) {
        setInitialBiases(network, "normal", stream);
        squares += static_cast<double>(network.biases(1).squaredNorm()) / (50.0 * 40.0);
    }
    NABLA_COMPARE_RELATIVE(squares, 1.0, 0.1); // 2,000 numbers: 3 sigma are 0.095
}

void TestInitialValues::anUnknownNameIsRefusedByName()
{
    Network network = seededDeep();
    RandomStream stream(1, RandomPurpose::Initialization);
    try {
        setInitialBiases(network, "centred", stream);
        QFAIL("accepted");
    } catch (const std::invalid_argument &error) {
        QVERIFY(QString(error.what()).contains("centred"));
        QVERIFY(QString(error.what()).contains("centered"));
    }
}

NABLA_TEST(TestInitialValues)
#include "tst_initial_values.moc"
