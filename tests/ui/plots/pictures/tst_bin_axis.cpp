// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/plots/pictures/bin_axis.h"
#include "ui/plots/pictures/response_curve.h"

#include <QApplication>
#include <QTest>

#include <cmath>

using namespace nabla;
using namespace nabla::ui;

class TestBinAxis final : public QObject
{
    Q_OBJECT

private slots:
    void aPlaceIsTheWayBackFromANumber();
    void zeroAndRoundNumbersAreTicked();
    void ticksKeepTheirDistance_data();
    void ticksKeepTheirDistance();
    void farFromZeroTicksAreDecades();
    void nothingIsTickedWhereThereIsNoRoom();
    void theSilentShareCountsWholeBins();
    void aCutFunctionIsSilentBelowZeroAndAtIt();
    void whatIsNeverSilentHasNoEdges();
};

namespace {

constexpr BinScale ofZ{4.0, 8, 2, 3}; // halves up to 4, two a doubling up to 32
constexpr BinScale ofGradients{1e-12, 1, 2, 50};

/// A response that is told at every place by a function.
ResponseCurve responseOf(double (*f)(double), double (*slope)(double), double nothing)
{
    ResponseCurve response{QStringLiteral("f"), ofZ, {}, {}, nothing};
    for (const double z : responsePlaces(ofZ)) {
        response.value.push_back(f(z));
        response.slope.push_back(slope(z));
    }
    return response;
}

double sigmoid(double z)
{
    return 1.0 / (1.0 + std::exp(-z));
}

double sigmoidSlope(double z)
{
    return sigmoid(z) * (1.0 - sigmoid(z));
}

} // namespace

void TestBinAxis::aPlaceIsTheWayBackFromANumber()
{
    for (const BinScale &scale : {ofZ, ofGradients}) {
        for (double position = 0.0; position <= scale.bins(); position += 0.25) {
            const double value = valueAtPosition(scale, position);
            QVERIFY(std::fabs(scale.positionOf(value) - position) < 1e-9);
        }
    }
    QCOMPARE(valueAtPosition(ofZ, 14.0), 0.0);
    QCOMPARE(valueAtPosition(ofZ, 15.5), 0.75);
    QCOMPARE(valueAtPosition(ofZ, -5.0), -32.0);
    QCOMPARE(valueAtPosition(ofZ, 500.0), 32.0);
}

void TestBinAxis::zeroAndRoundNumbersAreTicked()
{
    QStringList texts;
    for (const BinTick &tick : binTicks(ofZ, {0.0, 28.0}, 560.0, 16.0))
        texts << tick.text;
    QVERIFY(texts.contains(QStringLiteral("0")));
    QVERIFY(texts.contains(QStringLiteral("1")));
    QVERIFY(texts.contains(QStringLiteral("-10")));
    QVERIFY(texts.indexOf(QStringLiteral("-1")) < texts.indexOf(QStringLiteral("0")));
}

void TestBinAxis::ticksKeepTheirDistance_data()
{
    QTest::addColumn<double>("pixels");
    QTest::newRow("tall") << 600.0;
    QTest::newRow("usual") << 150.0;
    QTest::newRow("low") << 40.0;
}

void TestBinAxis::ticksKeepTheirDistance()
{
    QFETCH(double, pixels);
    for (const BinScale &scale : {ofZ, ofGradients}) {
        const double bins = scale.bins();
        const auto ticks = binTicks(scale, {0.0, bins}, pixels, 16.0);
        QVERIFY(!ticks.empty());
        QVERIFY(static_cast<double>(ticks.size()) <= pixels / 16.0 + 1.0);
        for (std::size_t i = 1; i < ticks.size(); ++i)
            QVERIFY((ticks[i].position - ticks[i - 1].position) / bins * pixels >= 15.99);
    }
}

void TestBinAxis::farFromZeroTicksAreDecades()
{
    // Only what is above zero is in view.
    QStringList texts;
    for (const BinTick &tick : binTicks(ofGradients, {110.0, 180.0}, 300.0, 16.0))
        texts << tick.text;
    QVERIFY(!texts.contains(QStringLiteral("0")));
    QVERIFY(texts.contains(QStringLiteral("10⁻⁶")));
}

void TestBinAxis::nothingIsTickedWhereThereIsNoRoom()
{
    QVERIFY(binTicks(ofZ, {0.0, 0.0}, 100.0, 16.0).empty());
    QVERIFY(binTicks(ofZ, {0.0, 28.0}, 0.0, 16.0).empty());
}

void TestBinAxis::theSilentShareCountsWholeBins()
{
    // Below 0.01 the slope of the sigmoid lies from |z| = 4.595 on: the first whole bins, of 4 to
    // 6 and 6 to 8, of which 6 to 8 is the first that lies beyond.
    const ResponseCurve response = responseOf(sigmoid, sigmoidSlope, 0.01);
    const SilentEdges edges = silentEdges(response);
    QCOMPARE(edges.below, std::optional(-6.0));
    QCOMPARE(edges.above, std::optional(6.0));
    Histogram z(ofZ);
    for (const double value : {-7.0, 7.0, 20.0, 5.0, 0.25, -0.25, 0.0, 1.0})
        z.add(value);
    QCOMPARE(silentShare(z, response), std::optional(3.0 / 8.0));
    QCOMPARE(silentShare(Histogram(ofZ), response), std::nullopt);
    QCOMPARE(silentShare(Histogram(ofGradients), response), std::nullopt);
    QCOMPARE(response.largestSlope(), 0.25);
}

void TestBinAxis::aCutFunctionIsSilentBelowZeroAndAtIt()
{
    const ResponseCurve response = responseOf([](double z) { return std::max(0.0, z); },
                                              [](double z) { return z > 0.0 ? 1.0 : 0.0; }, 0.0);
    QCOMPARE(silentEdges(response).below, std::optional(0.0));
    QCOMPARE(silentEdges(response).above, std::nullopt);
    Histogram z(ofZ);
    for (const double value : {-7.0, -0.25, 0.0, 0.25, 3.0})
        z.add(value);
    QCOMPARE(silentShare(z, response), std::optional(3.0 / 5.0));
}

void TestBinAxis::whatIsNeverSilentHasNoEdges()
{
    const ResponseCurve response
        = responseOf([](double z) { return z; }, [](double) { return 1.0; }, -1.0);
    QCOMPARE(silentEdges(response).below, std::nullopt);
    QCOMPARE(silentEdges(response).above, std::nullopt);
    Histogram z(ofZ);
    z.add(20.0);
    QCOMPARE(silentShare(z, response), std::optional(0.0));
}

NABLA_WINDOW_TEST(TestBinAxis)
#include "tst_bin_axis.moc"
