// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/plots/curves/seed_band.h"

#include <QTest>

#include <cmath>

using namespace nabla::ui;

class TestSeedBand final : public QObject
{
    Q_OBJECT

private slots:
    void liesBetweenLeastAndMostAroundTheMean();
    void followsTheLinesBetweenTheirPoints();
    void onALogAxisLinesAreStraightThere();
    void aRunThatIsNotThereYetIsLeftOut();
    void aSinglePointIsOneColumn();
    void runsWithoutValuesMakeAnEmptyBand();
};

namespace {

SceneCurve curveOf(const std::vector<double> &x, const std::vector<double> &line)
{
    SceneCurve curve;
    curve.label = QStringLiteral("layer 1");
    curve.color = Qt::red;
    curve.x = x;
    curve.line = line;
    return curve;
}

} // namespace

void TestSeedBand::liesBetweenLeastAndMostAroundTheMean()
{
    const SceneCurve a = curveOf({0.0, 10.0}, {1.0, 1.0});
    const SceneCurve b = curveOf({0.0, 10.0}, {2.0, 2.0});
    const SceneCurve c = curveOf({0.0, 10.0}, {6.0, 6.0});
    const SceneCurve band = seedBand({&a, &b, &c}, {0.0, 10.0}, 5, ScopeScale::FromZero);
    QCOMPARE(band.label, a.label);
    QCOMPARE(band.columns.size(), std::size_t{5});
    QCOMPARE(band.x, (std::vector{1.0, 3.0, 5.0, 7.0, 9.0}));
    for (std::size_t i = 0; i < 5; ++i) {
        QCOMPARE(band.columns[i].index, static_cast<int>(i));
        QCOMPARE(band.columns[i].min, 1.0);
        QCOMPARE(band.columns[i].max, 6.0);
        QCOMPARE(band.line[i], 3.0);
    }
}

void TestSeedBand::followsTheLinesBetweenTheirPoints()
{
    const SceneCurve a = curveOf({0.0, 4.0, 10.0}, {0.0, 4.0, 4.0});
    const SceneCurve b = curveOf({0.0, 10.0}, {10.0, 0.0});
    const SceneCurve band = seedBand({&a, &b}, {0.0, 10.0}, 5, ScopeScale::FromZero);
    QCOMPARE(band.columns[1].min, 3.0); // at x = 3
    QCOMPARE(band.columns[1].max, 7.0);
    QCOMPARE(band.columns[3].min, 3.0); // at x = 7
    QCOMPARE(band.columns[3].max, 4.0);
}

void TestSeedBand::onALogAxisLinesAreStraightThere()
{
    const SceneCurve a = curveOf({0.0, 10.0}, {1.0, 1e-4});
    const SceneCurve band = seedBand({&a}, {0.0, 10.0}, 5, ScopeScale::Logarithmic);
    QVERIFY(std::abs(std::log10(band.line[2]) + 2.0) < 1e-12); // half way down
    const SceneCurve zero = curveOf({0.0, 10.0}, {1.0, 0.0});
    const SceneCurve toZero = seedBand({&zero}, {0.0, 10.0}, 5, ScopeScale::Logarithmic);
    QCOMPARE(toZero.line[2], 0.5);
}

void TestSeedBand::aRunThatIsNotThereYetIsLeftOut()
{
    const SceneCurve a = curveOf({0.0, 10.0}, {1.0, 1.0});
    const SceneCurve b = curveOf({0.0, 5.0}, {3.0, 3.0});
    const SceneCurve band = seedBand({&a, &b}, {0.0, 10.0}, 5, ScopeScale::FromZero);
    QCOMPARE(band.columns[1].count, std::uint64_t{2});
    QCOMPARE(band.line[1], 2.0);
    QCOMPARE(band.columns[4].count, std::uint64_t{1});
    QCOMPARE(band.line[4], 1.0);
}

void TestSeedBand::aSinglePointIsOneColumn()
{
    const SceneCurve a = curveOf({3.2}, {1.0});
    const SceneCurve b = curveOf({3.2}, {std::nan("")});
    const SceneCurve band = seedBand({&a, &b}, {0.0, 10.0}, 5, ScopeScale::FromZero);
    QCOMPARE(band.columns.size(), std::size_t{1});
    QCOMPARE(band.columns[0].index, 1);
    QCOMPARE(band.line[0], 1.0);
}

void TestSeedBand::runsWithoutValuesMakeAnEmptyBand()
{
    const SceneCurve none = curveOf({}, {});
    QVERIFY(seedBand({&none, &none}, {0.0, 1.0}, 5, ScopeScale::FromZero).columns.empty());
}

NABLA_TEST(TestSeedBand)
#include "tst_seed_band.moc"
