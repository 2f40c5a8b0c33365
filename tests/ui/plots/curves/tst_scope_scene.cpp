// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/plots/curves/scope_scene.h"

#include <QTest>

using namespace nabla::ui;

class TestScopeScene final : public QObject
{
    Q_OBJECT

private slots:
    void aScaleOfZerosAndNegativesHasNoPlaceOnALogAxis();
    void oneRareSpikeDoesNotPressTheCostFlat();
    void aGuideIsAlwaysInTheRange();
    void sharesStandBetweenNothingAndAll();
    void zerosAskForTheRailOfALogAxisOnly();
};

namespace {

AxisRange rangeOf(ScopeScale scale, const SceneCurve &curve)
{
    ScopeScene scene;
    scene.scale = scale;
    scene.runs.emplace_back();
    scene.curves.push_back(curve);
    return valueRange(scene, {});
}

SceneCurve flat(CurveDrawing drawing, int columns, double min, double max)
{
    SceneCurve curve;
    curve.drawing = drawing;
    for (int i = 0; i < columns; ++i) {
        curve.columns.push_back({i, static_cast<double>(i), 2, min, max, min + max, min, max});
        curve.x.push_back(i);
        curve.line.push_back((min + max) / 2.0);
    }
    return curve;
}

} // namespace

void TestScopeScene::aScaleOfZerosAndNegativesHasNoPlaceOnALogAxis()
{
    SceneCurve curve = flat(CurveDrawing::Envelope, 100, 1e-3, 1e-1);
    curve.line[3] = 0.0;
    curve.columns[5].min = 0.0;
    curve.columns[7].min = -1.0;
    const AxisRange range = rangeOf(ScopeScale::Logarithmic, curve);
    QVERIFY(range.lower > 1e-4 && range.lower <= 1e-3);
    QVERIFY(range.upper >= 1e-1 && range.upper < 1.0);
    const AxisRange nothing
        = rangeOf(ScopeScale::Logarithmic, flat(CurveDrawing::Envelope, 5, 0.0, 0.0));
    QVERIFY(nothing.lower > 0.0);
}

void TestScopeScene::oneRareSpikeDoesNotPressTheCostFlat()
{
    SceneCurve curve = flat(CurveDrawing::EnvelopeAndMean, 500, 1.0, 2.0);
    curve.columns[100].max = 1000.0;
    QVERIFY(rangeOf(ScopeScale::FromZero, curve).upper < 4.0);
}

void TestScopeScene::aGuideIsAlwaysInTheRange()
{
    ScopeScene scene;
    scene.scale = ScopeScale::Logarithmic;
    scene.runs.emplace_back();
    scene.curves.push_back(flat(CurveDrawing::Mean, 10, 1e-7, 1e-7));
    scene.guide = SceneGuide{1e-4, 1e-2, 1e-3, {}};
    const AxisRange range = valueRange(scene, {});
    QVERIFY(range.lower <= 1e-7 && range.upper >= 1e-2);
}

void TestScopeScene::sharesStandBetweenNothingAndAll()
{
    QCOMPARE(rangeOf(ScopeScale::Share, flat(CurveDrawing::Mean, 10, 0.95, 0.99)),
             (AxisRange{0.0, 1.0}));
}

void TestScopeScene::zerosAskForTheRailOfALogAxisOnly()
{
    ScopeScene scene;
    scene.runs.emplace_back();
    scene.curves.push_back(flat(CurveDrawing::Points, 10, 0.1, 0.2));
    scene.scale = ScopeScale::Logarithmic;
    QVERIFY(!hasZero(scene));
    scene.curves[0].columns[3].min = 0.0;
    QVERIFY(hasZero(scene));
    scene.scale = ScopeScale::FromZero;
    QVERIFY(!hasZero(scene));
}

NABLA_TEST(TestScopeScene)
#include "tst_scope_scene.moc"
