// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/portable_functions.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <bit>
#include <cmath>
#include <limits>
#include <numbers>
#include <random>

using namespace nabla;

class TestPortableFunctions final : public QObject
{
    Q_OBJECT

private slots:
    void agreeWithTheLibraryToFourteenDigits_data();
    void agreeWithTheLibraryToFourteenDigits();
    void sineIsRelativelyExactNextToItsZeros();
    void edgesOfTheRange();
    void sineOfHugeAnglesStaysASine();
    void theBitsAreTheSameOnEveryMachine();
};

namespace {

struct Function
{
    double (*portable)(double);
    long double (*library)(long double);
    double low;
    double high;
};

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

} // namespace

void TestPortableFunctions::agreeWithTheLibraryToFourteenDigits_data()
{
    QTest::addColumn<Function>("f");
    QTest::newRow("exp, everywhere") << Function{portableExp, expl, -708.0, 709.0};
    QTest::newRow("exp, around 0") << Function{portableExp, expl, -1.0, 1.0};
    QTest::newRow("log, around 1") << Function{portableLog, logl, 0.99, 1.01};
    QTest::newRow("log, small") << Function{portableLog, logl, 1e-300, 1e-290};
    QTest::newRow("log, large") << Function{portableLog, logl, 2.0, 1e300};
    QTest::newRow("log, of shares") << Function{portableLog, logl, 0.0, 1.0};
    QTest::newRow("sin, some turns") << Function{portableSin, sinl, -20.0, 20.0};
    QTest::newRow("sin, many turns") << Function{portableSin, sinl, -1e6, 1e6};
    QTest::newRow("cos, some turns") << Function{portableCos, cosl, -20.0, 20.0};
    QTest::newRow("cos, many turns") << Function{portableCos, cosl, -1e6, 1e6};
}

void TestPortableFunctions::agreeWithTheLibraryToFourteenDigits()
{
    QFETCH(Function, f);
    std::mt19937_64 random(1);
    for (int i = 0; i < 100'000; ++i) {
        const double share = static_cast<double>(random() >> 11) * 0x1.0p-53;
        const double x = f.low + share * (f.high - f.low);
        const long double expected = f.library(x);
        const long double error = std::fabs(f.portable(x) - expected);
        QVERIFY2(error <= 1e-14L * std::fabs(expected), qPrintable(QString::number(x, 'g', 17)));
    }
}

void TestPortableFunctions::sineIsRelativelyExactNextToItsZeros()
{
    for (int k = 1; k < 300'000; k += 7) {
        const double x = k * std::numbers::pi;
        const long double expected = sinl(x);
        QVERIFY(std::fabs(portableSin(x) - expected) <= 1e-14L * std::fabs(expected));
    }
}

void TestPortableFunctions::edgesOfTheRange()
{
    QCOMPARE(portableExp(0.0), 1.0);
    QCOMPARE(portableExp(710.0), infinity);
    QCOMPARE(portableExp(infinity), infinity);
    QCOMPARE(portableExp(-746.0), 0.0);
    QCOMPARE(portableExp(-infinity), 0.0);
    QVERIFY(portableExp(-745.0) > 0.0); // subnormal
    QVERIFY(std::isnan(portableExp(notANumber)));
    QCOMPARE(portableLog(1.0), 0.0);
    QCOMPARE(portableLog(0.0), -infinity);
    QCOMPARE(portableLog(infinity), infinity);
    QVERIFY(std::isnan(portableLog(-1.0)));
    QVERIFY(std::isnan(portableLog(notANumber)));
    QVERIFY(std::fabs(portableLog(std::numeric_limits<double>::denorm_min()) + 744.4400719213812)
            < 1e-12);
    QCOMPARE(portableSin(0.0), 0.0);
    QCOMPARE(portableCos(0.0), 1.0);
    QVERIFY(std::isnan(portableCos(infinity)));
    QVERIFY(std::isnan(portableSin(infinity)));
    QVERIFY(std::isnan(portableSin(notANumber)));
}

void TestPortableFunctions::sineOfHugeAnglesStaysASine()
{
    for (double x = 1e6; x < 1e300; x *= 7.0)
        QVERIFY(std::fabs(portableSin(x)) <= 1.0);
    QVERIFY(std::fabs(portableSin(3e6) - std::sin(3e6)) < 1e-9);
}

void TestPortableFunctions::theBitsAreTheSameOnEveryMachine()
{
    std::mt19937_64 random(7);
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    const auto add = [&](double value) {
        hash = (hash ^ std::bit_cast<std::uint64_t>(value)) * 0x100000001b3ULL;
    };
    for (int i = 0; i < 100'000; ++i) {
        const double share = static_cast<double>(random() >> 11) * 0x1.0p-53;
        add(portableExp(40.0 * share - 20.0));
        add(portableLog(share + 1e-9));
        add(portableSin(40.0 * share - 20.0));
    }
    QCOMPARE(hash, std::uint64_t(774595129012062267));
}

NABLA_TEST(TestPortableFunctions)
#include "tst_portable_functions.moc"
