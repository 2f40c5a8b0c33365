// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/curves/scope_reference.h"

#include "core/experiments/presets.h"
#include "tests/support/test_program.h"
#include "ui/panels/scopes/learning_speed_panel.h"
#include "ui/plots/layer_colors.h"
#include "ui/plots/scope/scope_axis.h"
#include "ui/session/selection.h"
#include "ui/settings/theme.h"

#include <QApplication>
#include <QCoreApplication>
#include <QTest>

using namespace nabla;
using namespace nabla::ui;

class TestScopeReference final : public QObject
{
    Q_OBJECT

private slots:
    void onlyPointsOfTheViewAreDrawn();
    void theRangeHoldsThePoints();
    void theBooksRunStandsBesideOneOfItsProtocol_data();
    void theBooksRunStandsBesideOneOfItsProtocol();
    void aTurnedKnobOrAnotherExperimentHasNone();
    void otherQuantitiesHaveNone();
    void theCirclesFollowThePalette();
};

namespace {

/// The book's protocol after so many steps, as the panel shows it.
struct Protocol
{
    explicit Protocol(int hiddenLayers, std::uint64_t steps = 500)
        : history(hiddenLayers + 1, 1)
        , experiment(findPreset("learning-speed-" + std::to_string(hiddenLayers))->config)
    {
        for (std::uint64_t step = 0; step <= steps; ++step) {
            for (int layer = 1; layer <= hiddenLayers; ++layer)
                history.append({Metric::ProbeSpeed, layer}, step, 0.01 * layer);
        }
    }
    [[nodiscard]] Frame frame() const { return {history, nullptr, nullptr, status, experiment, 1}; }
    RunHistory history;
    RunStatusData status;
    ExperimentConfig experiment;
};

struct Panels
{
    Panels()
    {
        panel.resize(600, 400);
        panel.show();
    }
    const SceneReference &shown(const Protocol &run)
    {
        panel.showFrame(run.frame());
        QCoreApplication::processEvents(); // drawn at the end of the turn
        return panel.plot().scene().reference;
    }
    ScopeAxis axis;
    Selection selection;
    LearningSpeedPanel panel{axis, selection};
};

} // namespace

void TestScopeReference::onlyPointsOfTheViewAreDrawn()
{
    const ScopeReference reference{"book", {{0, 1.0, {}}, {20, 2.0, {}}, {40, 3.0, {}}}};
    const StepScale epochs(XUnit::Epochs, 10, {});
    const SceneReference drawn = inView(reference, epochs, {1.0, 3.0});
    QCOMPARE(drawn.name, QStringLiteral("book"));
    QCOMPARE(drawn.points.size(), std::size_t(1));
    QCOMPARE(drawn.points[0].x, 2.0);
    QCOMPARE(drawn.points[0].value, 2.0);
}

void TestScopeReference::theRangeHoldsThePoints()
{
    ScopeScene scene;
    scene.scale = ScopeScale::Logarithmic;
    scene.reference = {"book", {{0.0, 0.003, {}}, {1.0, 0.4, {}}, {2.0, 0.0, {}}}};
    const AxisRange range = valueRange(scene, {});
    QVERIFY(range.lower > 0.0 && range.lower <= 0.003 && range.upper >= 0.4);
    scene.scale = ScopeScale::FromZero;
    QVERIFY(valueRange(scene, {}).upper >= 0.4);
}

void TestScopeReference::theBooksRunStandsBesideOneOfItsProtocol_data()
{
    QTest::addColumn<int>("hiddenLayers");
    QTest::newRow("2") << 2;
    QTest::newRow("3") << 3;
    QTest::newRow("4") << 4;
}

void TestScopeReference::theBooksRunStandsBesideOneOfItsProtocol()
{
    QFETCH(int, hiddenLayers);
    Panels panels;
    const Protocol run(hiddenLayers);
    const SceneReference &drawn = panels.shown(run);
    QVERIFY(!drawn.name.isEmpty());
    QCOMPARE(drawn.points.size(), static_cast<std::size_t>(12 * hiddenLayers));
    const bool dark = isDark(panels.panel.palette());
    QCOMPARE(drawn.points[0].color, layerColor(1, hiddenLayers + 1, dark));
    const AxisRange range = panels.panel.plot().valueRange();
    for (const SceneReference::Point &point : drawn.points)
        QVERIFY(point.value >= range.lower && point.value <= range.upper);
    const Protocol begun(hiddenLayers, 0); // ten steps are in view: those after 0, 1, 2, 5 and 10
    Panels others;
    QCOMPARE(others.shown(begun).points.size(), static_cast<std::size_t>(5 * hiddenLayers));
}

void TestScopeReference::aTurnedKnobOrAnotherExperimentHasNone()
{
    Panels panels;
    Protocol run(4);
    QVERIFY(!panels.shown(run).points.empty());
    run.history.mark({20, "learningRate", 0.1, 0.2});
    QVERIFY(panels.shown(run).name.isEmpty());
    Protocol other(4);
    other.experiment.activation = "relu";
    QVERIFY(panels.shown(other).points.empty());
    QVERIFY(!panels.shown(Protocol(3)).points.empty());
}

void TestScopeReference::otherQuantitiesHaveNone()
{
    Panels panels;
    const Protocol run(4);
    QVERIFY(!panels.shown(run).points.empty());
    panels.panel.setQuantity(LayerQuantity::GradientSize);
    QVERIFY(panels.shown(run).points.empty());
}

void TestScopeReference::theCirclesFollowThePalette()
{
    Panels panels;
    const Protocol run(4);
    panels.panel.setPalette(lightPalette());
    QCOMPARE(panels.shown(run).points[0].color, layerColor(1, 5, false));
    panels.panel.setPalette(darkPalette()); // and no frame comes
    QTRY_COMPARE(panels.panel.plot().scene().reference.points[0].color, layerColor(1, 5, true));
}

NABLA_WINDOW_TEST(TestScopeReference)
#include "tst_scope_reference.moc"
