// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/plots/scope/crosshair_table.h"
#include "ui/plots/thinned.h"

#include <QLocale>
#include <QTest>

using namespace nabla::ui;

class TestCrosshairTable final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void everyCurveOfEveryRunHasItsPlace();
    void rowsLieAsTheShownRunsCurvesDo();
    void bandsTellTheirRange();
    void curvesThatAreNotThereAreLeftOut();
    void thinningKeepsTheFirstAndTheLast();
};

namespace {

SceneCurve curveOf(const char *label, std::size_t run, double value, QColor color = Qt::red)
{
    SceneCurve curve;
    curve.label = QLatin1String(label);
    curve.run = run;
    curve.color = color;
    curve.x = {0.0, 1.0};
    curve.line = {value, value};
    curve.columns.resize(2);
    for (PixelColumn &column : curve.columns) {
        column.min = 0.5 * value;
        column.max = 2.0 * value;
    }
    return curve;
}

ScopeScene twoRuns()
{
    ScopeScene scene;
    scene.crosshair = 0.5;
    scene.runs = {{"sick", 0, 1, false}, {"cured", 1, 1, true}};
    scene.curves = {curveOf("layer 1", 0, 0.25, Qt::blue), curveOf("layer 2", 0, 0.125, Qt::blue),
                    curveOf("layer 9", 0, 64.0, Qt::blue), curveOf("layer 1", 1, 2.0),
                    curveOf("layer 2", 1, 4.0)};
    return scene;
}

} // namespace

void TestCrosshairTable::everyCurveOfEveryRunHasItsPlace()
{
    const CrosshairTable table = crosshairTable(twoRuns());
    QCOMPARE(table.rows.size(), std::size_t{3});
    QCOMPARE(table.rows[0].name, QStringLiteral("layer 2"));
    QCOMPARE(table.rows[0].values, (QStringList{"0.125", "4.00"}));
    QCOMPARE(table.rows[0].color, QColor(Qt::red));
    QCOMPARE(table.rows[1].values, (QStringList{"0.250", "2.00"}));
}

void TestCrosshairTable::rowsLieAsTheShownRunsCurvesDo()
{
    ScopeScene scene = twoRuns();
    QCOMPARE(crosshairTable(scene).rows[2].name,
             QStringLiteral("layer 9")); // only the other has it
    QCOMPARE(crosshairTable(scene).rows[2].values, (QStringList{"64.0", ""}));
    scene.curves.back().line = {1.0, 1.0};
    QCOMPARE(crosshairTable(scene).rows[0].name, QStringLiteral("layer 1"));
}

void TestCrosshairTable::bandsTellTheirRange()
{
    ScopeScene scene = twoRuns();
    scene.curves = {curveOf("layer 1", 0, 2.0)};
    scene.curves[0].drawing = CurveDrawing::Band;
    QCOMPARE(crosshairTable(scene).rows[0].values[0], QStringLiteral("2.00 (1.00–4.00)"));
}

void TestCrosshairTable::curvesThatAreNotThereAreLeftOut()
{
    ScopeScene scene = twoRuns();
    scene.crosshair = 1.5;
    QVERIFY(crosshairTable(scene).rows.empty());
    scene.crosshair = 0.5;
    scene.curves = {curveOf("", 0, 1.0)};
    QVERIFY(crosshairTable(scene).rows.empty());
}

void TestCrosshairTable::thinningKeepsTheFirstAndTheLast()
{
    const std::vector<int> all{1, 2, 3, 4, 5, 6, 7};
    QCOMPARE(thinned(all, 9), all);
    QCOMPARE(thinned(all, 3), (std::vector{1, 4, 7}));
    QCOMPARE(thinned(all, 1), (std::vector{1}));
    QVERIFY(thinned(all, 0).empty());
}

NABLA_TEST(TestCrosshairTable)
#include "tst_crosshair_table.moc"
