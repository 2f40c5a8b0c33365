// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/random_stream.h"
#include "core/nn/initializer.h"
#include "core/nn/network.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <cmath>

using namespace nabla;

class TestInitializer final : public QObject
{
    Q_OBJECT

private slots:
    void deviationsAreTheBooks_data();
    void deviationsAreTheBooks();
    void unknownNamesAreRefused();
};

void TestInitializer::deviationsAreTheBooks_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<double>("weightDeviation");
    QTest::newRow("large") << "large" << 1.0;
    QTest::newRow("scaled") << "scaled" << 1.0 / 28.0; // 1 / sqrt(784)
}

void TestInitializer::deviationsAreTheBooks()
{
    QFETCH(QString, id);
    QFETCH(double, weightDeviation);
    Network network({784, 100, 10}, "sigmoid");
    RandomStream stream(3, RandomPurpose::Initialization);
    network.initialize(findInitializer(id.toStdString()), stream);
    const Eigen::MatrixXd W = network.weights(1).cast<double>();
    const Eigen::VectorXd b = network.biases(1).cast<double>();
    const double deviation = std::sqrt(W.array().square().mean());
    QVERIFY2(std::fabs(deviation / weightDeviation - 1.0) < 0.01,
             qPrintable(QString::number(deviation)));
    QVERIFY(std::fabs(W.mean()) < 0.02 * weightDeviation);
    const double biasDeviation = std::sqrt(b.array().square().mean());
    QVERIFY2(biasDeviation > 0.75 && biasDeviation < 1.25,
             qPrintable(QString::number(biasDeviation)));
}

void TestInitializer::unknownNamesAreRefused()
{
    QVERIFY_EXCEPTION_THROWN(static_cast<void>(findInitializer("glorious")), std::invalid_argument);
}

NABLA_TEST(TestInitializer)
#include "tst_initializer.moc"
