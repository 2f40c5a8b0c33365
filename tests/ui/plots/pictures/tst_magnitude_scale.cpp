// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/plots/color_ramp.h"
#include "ui/plots/pictures/magnitude_scale.h"

#include <QApplication>
#include <QColor>
#include <QTest>

#include <array>
#include <cmath>
#include <limits>

using namespace nabla::ui;

class TestMagnitudeScale final : public QObject
{
    Q_OBJECT

private slots:
    void theRampOnlyGetsLighterForEveryEye();
    void zeroIsFarFromTheRampForEveryEye();
    void neitherEndIsLostOnThePage();
    void itGrowsOutwardsByDecadesAndNeverBack();
    void whatIsNoMagnitudeDoesNotMoveIt();
    void decadesAreEquallyFarApart();
    void everyKindOfNumberHasItsColour();
    void fractionsAreLinearAndStay();
    void ticksAreDecadesAndAsFewAsThereIsRoomFor();
};

namespace {

using Linear = std::array<double, 3>;
using Sight = std::array<double, 9>;

/// Machado, Oliveira & Fernandes (2009), severity 1, for linear RGB.
const std::array<Sight, 3> sights{Sight{1, 0, 0, 0, 1, 0, 0, 0, 1},
                                  Sight{0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413,
                                        -0.011820, 0.042940, 0.968881}, // deuteranopia
                                  Sight{0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216,
                                        -0.003882, -0.048116, 1.051998}}; // protanopia

Linear seen(QRgb color, const Sight &sight)
{
    const auto linear = [](int c) {
        return std::pow(c / 255.0, 2.2);
    };
    const Linear in{linear(qRed(color)), linear(qGreen(color)), linear(qBlue(color))};
    Linear out{};
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t j = 0; j < 3; ++j)
            out[i] += sight[3 * i + j] * in[j];
        out[i] = std::clamp(out[i], 0.0, 1.0);
    }
    return out;
}

/// CIE Lab, D65.
Linear lab(const Linear &c)
{
    const auto f = [](double t) {
        return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116.0;
    };
    const double x = f((0.4124 * c[0] + 0.3576 * c[1] + 0.1805 * c[2]) / 0.9505);
    const double y = f(0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2]);
    const double z = f((0.0193 * c[0] + 0.1192 * c[1] + 0.9505 * c[2]) / 1.089);
    return {116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)};
}

double distance(QRgb a, QRgb b, const Sight &sight)
{
    const Linear p = lab(seen(a, sight));
    const Linear q = lab(seen(b, sight));
    return std::hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

} // namespace

void TestMagnitudeScale::theRampOnlyGetsLighterForEveryEye()
{
    for (const Sight &sight : sights) {
        double before = -1.0;
        for (int i = 0; i <= 32; ++i) {
            const double lightness = lab(seen(magnitudeColor(i / 32.0), sight))[0];
            QVERIFY2(lightness > before + 0.8, qPrintable(QString::number(i)));
            before = lightness;
        }
    }
    QCOMPARE(magnitudeColor(-1.0), magnitudeColor(0.0));
    QCOMPARE(magnitudeColor(2.0), magnitudeColor(1.0));
}

void TestMagnitudeScale::zeroIsFarFromTheRampForEveryEye()
{
    for (const Sight &sight : sights) {
        for (int i = 0; i <= 64; ++i)
            QVERIFY(distance(zeroColor(), magnitudeColor(i / 64.0), sight) > 25.0);
    }
}

void TestMagnitudeScale::neitherEndIsLostOnThePage()
{
    constexpr QRgb dark = 0xff1b1f26;
    constexpr QRgb light = 0xffffffff;
    for (const Sight &sight : sights) {
        for (const QRgb page : {dark, light}) {
            for (const double end : {0.0, 1.0})
                QVERIFY(distance(page, magnitudeColor(end), sight) > 15.0);
        }
    }
}

void TestMagnitudeScale::itGrowsOutwardsByDecadesAndNeverBack()
{
    MagnitudeScale scale = MagnitudeScale::decades(-4, 0);
    QVERIFY(!scale.include(0.5));
    QVERIFY(!scale.include(1e-4));
    QVERIFY(scale.include(3e-7));
    QCOMPARE(scale.lowest(), -7);
    QCOMPARE(scale.highest(), 0);
    QVERIFY(scale.include(1.5));
    QCOMPARE(scale.highest(), 1);
    QVERIFY(!scale.include(0.01));
    QCOMPARE(scale.lowest(), -7);
    QCOMPARE(scale.highest(), 1);
}

void TestMagnitudeScale::whatIsNoMagnitudeDoesNotMoveIt()
{
    MagnitudeScale scale = MagnitudeScale::decades(-4, 0);
    for (const double value :
         {0.0, -3.0, std::nan(""), HUGE_VAL, -HUGE_VAL, std::numeric_limits<double>::infinity()})
        QVERIFY(!scale.include(value));
    QCOMPARE(scale, MagnitudeScale::decades(-4, 0));
}

void TestMagnitudeScale::decadesAreEquallyFarApart()
{
    const MagnitudeScale scale = MagnitudeScale::decades(-4, 0);
    QCOMPARE(scale.shareOf(1e-4), 0.0);
    QCOMPARE(scale.shareOf(1e-3), 0.25);
    QCOMPARE(scale.shareOf(1e-2), 0.5);
    QCOMPARE(scale.shareOf(1.0), 1.0);
    QCOMPARE(scale.shareOf(1e-9), 0.0);
    QCOMPARE(scale.shareOf(1e9), 1.0);
}

void TestMagnitudeScale::everyKindOfNumberHasItsColour()
{
    const MagnitudeScale scale = MagnitudeScale::decades(-4, 0);
    QCOMPARE(scale.colorOf(1e-2), magnitudeColor(0.5));
    QCOMPARE(scale.colorOf(0.0), zeroColor());
    QVERIFY(scale.colorOf(1e-30) != zeroColor()); // however small: it is not nothing
    QCOMPARE(qAlpha(scale.colorOf(std::nan(""))), 0);
    QCOMPARE(qAlpha(scale.colorOf(HUGE_VAL)), 0);
    QCOMPARE(MagnitudeScale::fractions().colorOf(0.0), magnitudeColor(0.0));
}

void TestMagnitudeScale::fractionsAreLinearAndStay()
{
    MagnitudeScale scale = MagnitudeScale::fractions();
    QVERIFY(!scale.include(1e-9));
    QVERIFY(!scale.include(3.0));
    QCOMPARE(scale.shareOf(0.25), 0.25);
    QCOMPARE(scale.shareOf(3.0), 1.0);
    const auto ticks = scale.ticks(3);
    QCOMPARE(ticks.size(), std::size_t{3});
    QVERIFY(ticks[1].text.startsWith(QStringLiteral("50")));
}

void TestMagnitudeScale::ticksAreDecadesAndAsFewAsThereIsRoomFor()
{
    const MagnitudeScale scale = MagnitudeScale::decades(-6, 0);
    QCOMPARE(scale.ticks(7).size(), std::size_t{7});
    const auto few = scale.ticks(3);
    QCOMPARE(few.size(), std::size_t{3});
    QCOMPARE(few[0].text, QStringLiteral("10⁻⁶"));
    QCOMPARE(few[1].text, QStringLiteral("10⁻³"));
    QCOMPARE(few[1].share, 0.5);
    QCOMPARE(few[2].text, QStringLiteral("1"));
    QVERIFY(scale.ticks(0).size() <= 2);
}

NABLA_WINDOW_TEST(TestMagnitudeScale)
#include "tst_magnitude_scale.moc"
