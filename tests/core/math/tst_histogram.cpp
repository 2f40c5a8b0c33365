// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/histogram.h"
#include "core/math/random_stream.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace nabla;

class TestHistogram final : public QObject
{
    Q_OBJECT

private slots:
    void everyNumberFallsBetweenTheEdgesOfItsBin_data();
    void everyNumberFallsBetweenTheEdgesOfItsBin();
    void edgesAscendAndMirror();
    void positionsAreEdgesTheOtherWayRound();
    void outermostBinsTakeWhatLiesBeyond();
    void zerosAndWhatIsNoNumberAreCountedApart();
};

namespace {

constexpr BinScale scale{1.0, 8, 2, 4};

} // namespace

void TestHistogram::everyNumberFallsBetweenTheEdgesOfItsBin_data()
{
    QTest::addColumn<double>("linearUntil");
    QTest::addColumn<int>("linearBins");
    QTest::addColumn<int>("binsPerOctave");
    QTest::addColumn<int>("octaves");
    QTest::newRow("mostly linear") << 4.0 << 32 << 4 << 3;
    QTest::newRow("mostly octaves") << 1e-12 << 1 << 2 << 40;
    QTest::newRow("an odd unit") << 0.3 << 5 << 3 << 7;
}

void TestHistogram::everyNumberFallsBetweenTheEdgesOfItsBin()
{
    QFETCH(double, linearUntil);
    QFETCH(int, linearBins);
    QFETCH(int, binsPerOctave);
    QFETCH(int, octaves);
    const BinScale bins{linearUntil, linearBins, binsPerOctave, octaves};
    RandomStream stream(3, RandomPurpose::Initialization);
    for (int i = 0; i < 20000; ++i) {
        const double magnitude
            = bins.linearUntil * std::exp2(stream.uniform() * (bins.octaves + 6) - 6.0);
        const double x = i % 2 == 0 ? magnitude : -magnitude;
        const int bin = bins.binOf(x);
        QVERIFY(bin >= 0 && bin < bins.bins());
        // Rounding may move a number that lies on an edge to the neighbour, not farther.
        const double room = 1e-12 * magnitude;
        QVERIFY2(x >= bins.edge(bin) - room && x <= bins.edge(bin + 1) + room,
                 qPrintable(QString::number(x, 'g', 17)));
    }
}

void TestHistogram::edgesAscendAndMirror()
{
    for (int bin = 0; bin < scale.bins(); ++bin)
        QVERIFY(scale.edge(bin) < scale.edge(bin + 1));
    for (int bin = 0; bin <= scale.bins(); ++bin)
        QCOMPARE(scale.edge(bin), -scale.edge(scale.bins() - bin));
    QCOMPARE(scale.edge(scale.bins()), 16.0);
    QCOMPARE(scale.edge(scale.side() + 8), 1.0);
}

void TestHistogram::positionsAreEdgesTheOtherWayRound()
{
    for (int bin = 0; bin <= scale.bins(); ++bin)
        QCOMPARE(scale.positionOf(scale.edge(bin)), static_cast<double>(bin));
    QCOMPARE(scale.positionOf(1.25), scale.side() + 8 + 0.5);
}

void TestHistogram::outermostBinsTakeWhatLiesBeyond()
{
    const double infinity = std::numeric_limits<double>::infinity();
    QCOMPARE(scale.binOf(1e300), scale.bins() - 1);
    QCOMPARE(scale.binOf(-1e300), 0);
    QCOMPARE(scale.binOf(infinity), scale.bins() - 1);
    QCOMPARE(scale.binOf(-infinity), 0);
}

void TestHistogram::zerosAndWhatIsNoNumberAreCountedApart()
{
    Histogram histogram(scale);
    for (const double x : {0.0, -0.0, 0.05, -3.0, std::nan("")})
        histogram.add(x);
    QCOMPARE(histogram.zeros(), 2U);
    QCOMPARE(histogram.notNumbers(), 1U);
    QCOMPARE(histogram.total(), std::uint64_t(4));
    QCOMPARE(histogram.counts()[static_cast<std::size_t>(scale.binOf(0.05))], 1U);
    QCOMPARE(histogram.counts()[static_cast<std::size_t>(scale.binOf(-3.0))], 1U);
}

NABLA_TEST(TestHistogram)
#include "tst_histogram.moc"
