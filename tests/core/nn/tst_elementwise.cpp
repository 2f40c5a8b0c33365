// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/elementwise.h"
#include "tests/support/compare.h"

#include <QtTest>

#include <limits>

using namespace nabla;

class TestElementwise final : public QObject
{
    Q_OBJECT

private slots:
    void sigmoidMatchesTheExactOneEverywhere();
    void tanhMatchesTheExactOneEverywhere();
    void infinitiesSaturateAndNanStaysNan();
};

void TestElementwise::sigmoidMatchesTheExactOneEverywhere()
{
    for (double z = -80.0; z <= 80.0; z += 0.00731) {
        const auto x = static_cast<float>(z);
        float a = 0.0F;
        sigmoid(&x, &a, 1);
        const double exact = 1.0 / (1.0 + std::exp(-static_cast<double>(x)));
        NABLA_COMPARE_RELATIVE(static_cast<double>(a), exact, 4e-7);
    }
}

void TestElementwise::tanhMatchesTheExactOneEverywhere()
{
    for (double z = -40.0; z <= 40.0; z += 0.00371) {
        const auto x = static_cast<float>(z);
        float a = 0.0F;
        hyperbolicTangent(&x, &a, 1);
        const double error = std::fabs(static_cast<double>(a) - std::tanh(static_cast<double>(x)));
        QVERIFY2(error < 1.5e-7, qPrintable(QString::number(z)));
    }
}

void TestElementwise::infinitiesSaturateAndNanStaysNan()
{
    constexpr float infinity = std::numeric_limits<float>::infinity();
    const float z[5]
        = {infinity, -infinity, std::numeric_limits<float>::quiet_NaN(), 1e30F, -1e30F};
    float a[5] = {};
    sigmoid(z, a, 5);
    QCOMPARE(a[0], 1.0F);
    QVERIFY(a[1] >= 0.0F && a[1] < 1e-37F);
    QVERIFY(std::isnan(a[2]));
    QCOMPARE(a[3], 1.0F);
    QVERIFY(a[4] >= 0.0F && a[4] < 1e-37F);
    hyperbolicTangent(z, a, 5);
    QCOMPARE(a[0], 1.0F);
    QCOMPARE(a[1], -1.0F);
    QVERIFY(std::isnan(a[2]));
    rectify(z, a, 5);
    QCOMPARE(a[0], infinity);
    QCOMPARE(a[1], 0.0F);
    QVERIFY(std::isnan(a[2]));
}

QTEST_APPLESS_MAIN(TestElementwise)
#include "tst_elementwise.moc"
