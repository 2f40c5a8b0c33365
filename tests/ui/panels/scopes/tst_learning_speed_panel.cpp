// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/ui/panels/scopes/shown_panel.h"
#include "tests/ui/panels/scopes/synthetic_runs.h"
#include "ui/panels/scopes/accuracy_panel.h"
#include "ui/panels/scopes/layer_quantity_text.h"
#include "ui/panels/scopes/learning_speed_ladder.h"
#include "ui/panels/scopes/learning_speed_panel.h"
#include "ui/plots/layer_colors.h"
#include "ui/plots/scope/scope_axis.h"
#include "ui/session/selection.h"

#include <QApplication>
#include <QLocale>
#include <QTest>

using namespace nabla;
using namespace nabla::ui;
using nabla::test::SyntheticRuns;
using nabla::ui::test::plainText;
using nabla::ui::test::ShownPanel;

class TestLearningSpeedPanel final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void everyQuantityShowsItsMetrics_data();
    void everyQuantityShowsItsMetrics();
    void quantitiesSayWhatTheirNumbersMean_data();
    void quantitiesSayWhatTheirNumbersMean();
    void theUpdateRatioIsOfMiniBatchesAlone();
    void whatDoesNotExistIsSaidInWords();
    void mixedActivationsTellTheLayersThatHaveIt();
    void aMomentStandsForNow();
    void sharesAreLinearAndTheRestIsLogarithmic();
    void everyRunIsDrawnInItsOwnColours();
    void aNetworkWithoutHiddenLayersSaysSo();
};

namespace {

/// Three hidden layers and the output layer; every quantity of both sources: layer l has l times
/// the base value.
void measure(RunHistory &history, std::uint64_t step, double base)
{
    for (const LayerQuantity quantity : layerQuantities()) {
        for (const MeasuredOn source : {MeasuredOn::MiniBatches, MeasuredOn::Probe}) {
            const auto metric = metricOf(quantity, source);
            for (int layer = 1; metric && layer <= history.layerCount(); ++layer)
                history.append({*metric, layer}, step, base * layer);
        }
    }
}

struct ShownQuantity : ShownPanel<LearningSpeedPanel>
{
    explicit ShownQuantity(const Frame &frame,
                           LayerQuantity quantity = LayerQuantity::LearningSpeed)
        : ShownPanel({600, 400})
    {
        panel.setQuantity(quantity);
        panel.showFrame(frame);
    }
    [[nodiscard]] QString sentence() const { return plainText(panel.sentence()); }
    [[nodiscard]] const ScopeScene &scene() const { return panel.plot().scene(); }
};

} // namespace

void TestLearningSpeedPanel::everyQuantityShowsItsMetrics_data()
{
    QTest::addColumn<LayerQuantity>("quantity");
    for (const LayerQuantity quantity : layerQuantities())
        QTest::newRow(qPrintable(layerQuantityText(quantity).name)) << quantity;
}

void TestLearningSpeedPanel::everyQuantityShowsItsMetrics()
{
    QFETCH(LayerQuantity, quantity);
    SyntheticRuns runs;
    RunHistory &history = runs.add(4).history;
    for (const std::uint64_t step : {1, 50, 100})
        measure(history, step, 0.01);
    ShownQuantity shown(runs.frame(), quantity);
    const bool hasProbe = quantity != LayerQuantity::UpdateRatio;
    QCOMPARE(shown.scene().curves.size(), std::size_t(hasProbe ? 6 : 3));
    for (const SceneCurve &curve : shown.scene().curves)
        QVERIFY(!curve.columns.empty());
    QVERIFY(shown.panel.subtitle().startsWith(layerQuantityText(quantity).formula));
    shown.panel.setSource(SpeedSource::MiniBatches);
    shown.panel.showFrame(runs.frame());
    QCOMPARE(shown.scene().curves.size(), std::size_t{3});
    QCOMPARE(shown.scene().curves[0].line.back(), 0.01);
}

void TestLearningSpeedPanel::quantitiesSayWhatTheirNumbersMean_data()
{
    QTest::addColumn<LayerQuantity>("quantity");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("gradient") << LayerQuantity::GradientSize
                              << "The gradient of a weight is now 0.10 in layer 1 and 0.30 in "
                                 "layer 3 (root mean square).";
    QTest::newRow("update") << LayerQuantity::UpdateRatio
                            << "One step changes the weights of layer 1 now by 0.10 of their size, "
                               "those of layer 3 by 0.30; 10⁻⁴ to 10⁻² is healthy.";
    QTest::newRow("spread") << LayerQuantity::ActivationSpread
                            << "The answers of layer 1 spread now by 0.10, those of layer 3 by "
                               "0.30: near 0 a layer answers every digit alike.";
    QTest::newRow("saturated")
        << LayerQuantity::SaturatedShare
        << "Saturated now: 10.0 % of the answers of layer 1, 30.0 % of those "
           "of layer 3. There σ′ is almost nothing, and so is learning.";
    QTest::newRow("dead") << LayerQuantity::DeadShare
                          << "Dead now: 10.0 % of the neurons of layer 1, 30.0 % of those of "
                             "layer 3. They learn from fewer than one digit in a hundred.";
}

void TestLearningSpeedPanel::quantitiesSayWhatTheirNumbersMean()
{
    QFETCH(LayerQuantity, quantity);
    QFETCH(QString, sentence);
    SyntheticRuns runs;
    auto &run = runs.add(4);
    ShownQuantity shown(runs.frame(), quantity);
    QCOMPARE(shown.sentence(), QStringLiteral("Not measured yet: it comes with the first steps."));
    measure(run.history, 5, 0.1);
    shown.panel.showFrame(runs.frame());
    QCOMPARE(shown.sentence().replace(QChar(0x202f), u' '), sentence);
    QVERIFY(
        shown.panel.sentence().contains(layerColor(3, 4, isDark(shown.panel.palette())).name()));
}

void TestLearningSpeedPanel::theUpdateRatioIsOfMiniBatchesAlone()
{
    SyntheticRuns runs;
    measure(runs.add(4).history, 1, 1e-5);
    ShownQuantity shown(runs.frame(), LayerQuantity::UpdateRatio);
    QVERIFY(shown.panel.subtitle().contains("mini-batches"));
    QVERIFY(shown.scene().guide.has_value());
    QCOMPARE(shown.scene().guide->middle, 1e-3);
    QVERIFY(shown.panel.plot().valueRange().upper >= 1e-2);
    shown.panel.setSource(SpeedSource::Probe); // which updates nothing
    shown.panel.showFrame(runs.frame());
    QCOMPARE(shown.scene().curves.size(), std::size_t{3});
    shown.panel.setQuantity(LayerQuantity::LearningSpeed);
    QVERIFY(!shown.scene().guide.has_value());
    QVERIFY(shown.panel.subtitle().contains("probe"));
}

void TestLearningSpeedPanel::whatDoesNotExistIsSaidInWords()
{
    SyntheticRuns runs;
    auto &run = runs.add(4);
    run.experiment.activation = "relu";
    ShownQuantity shown(runs.frame(), LayerQuantity::SaturatedShare);
    QVERIFY(shown.sentence().contains("Saturation does not exist for"));
    QVERIFY(shown.sentence().contains("ReLU", Qt::CaseInsensitive));
    run.experiment.activation = "leaky-relu";
    shown.panel.setQuantity(LayerQuantity::DeadShare);
    shown.panel.showFrame(runs.frame());
    QVERIFY(shown.sentence().contains("Dead neurons do not exist for"));
    run.experiment.activation = "relu";
    shown.panel.showFrame(runs.frame());
    QCOMPARE(shown.sentence(), QStringLiteral("Not measured yet: it comes with the first steps."));
}

void TestLearningSpeedPanel::mixedActivationsTellTheLayersThatHaveIt()
{
    SyntheticRuns runs;
    auto &run = runs.add(4);
    run.experiment.activation = "relu,sigmoid,sigmoid";
    run.history.append({Metric::ProbeSaturatedShare, 2}, 0, 0.25);
    ShownQuantity shown(runs.frame(), LayerQuantity::SaturatedShare);
    QVERIFY(shown.sentence().contains("of the answers of layer 2."));
    run.history.append({Metric::ProbeSaturatedShare, 3}, 0, 0.5);
    shown.panel.showFrame(runs.frame());
    QVERIFY(shown.sentence().contains("of the answers of layer 2, "));
    QVERIFY(shown.sentence().contains("of those of layer 3."));
}

void TestLearningSpeedPanel::aMomentStandsForNow()
{
    SyntheticRuns runs;
    auto &run = runs.add(3);
    const std::vector<std::pair<std::uint64_t, double>> probes{{0, 0.01}, {50, 0.1}, {100, 0.5}};
    for (const auto &[step, speed] : probes) {
        run.history.append({Metric::ProbeSpeed, 1}, step, speed);
        run.history.append({Metric::ProbeSpeed, 2}, step, 1.0);
        run.history.append({Metric::ValidationAccuracy}, step, speed);
    }
    ShownQuantity shown(runs.frame(0, 60));
    QCOMPARE(shown.sentence(),
             QStringLiteral("At epoch 0.60 layer 1 learned 10 times slower than layer 2; at the "
                            "start 100 times slower."));
    auto *ladder = shown.panel.findChild<LearningSpeedLadder *>();
    QVERIFY(ladder->accessibleDescription().contains("Layer 1 · 0.100"));
    QCOMPARE(shown.scene().moment, std::optional(0.6));
    shown.panel.showFrame(runs.frame(0, 10));
    QCOMPARE(shown.sentence(),
             QStringLiteral("At the start layer 1 learns 100 times slower than layer 2."));
    shown.panel.showFrame(runs.frame());
    QVERIFY(shown.sentence().endsWith("now 2.0 times."));
    QVERIFY(!shown.scene().moment.has_value());

    AccuracyPanel accuracy(shown.axis);
    accuracy.showFrame(runs.frame(0, 60));
    QVERIFY(accuracy.subtitle().contains("10.00"));
}

void TestLearningSpeedPanel::sharesAreLinearAndTheRestIsLogarithmic()
{
    SyntheticRuns runs;
    measure(runs.add(4).history, 1, 0.2);
    ShownQuantity shown(runs.frame());
    for (const LayerQuantity quantity : layerQuantities()) {
        shown.panel.setQuantity(quantity);
        shown.panel.showFrame(runs.frame());
        const bool isShare
            = quantity == LayerQuantity::SaturatedShare || quantity == LayerQuantity::DeadShare;
        QCOMPARE(isLogarithmic(shown.panel.plot().scale()), !isShare);
        if (isShare)
            QCOMPARE(shown.panel.plot().valueRange(), (AxisRange{0.0, 1.0}));
    }
}

void TestLearningSpeedPanel::everyRunIsDrawnInItsOwnColours()
{
    SyntheticRuns runs;
    measure(runs.add(3, "shallow").history, 1, 0.2);
    auto &deep = runs.add(9, "deep");
    deep.experiment.activation = "relu";
    measure(deep.history, 1, 0.2);
    ShownQuantity shown(runs.frame());
    const bool dark = isDark(shown.panel.palette());
    QStringList ofDeep;
    for (const SceneCurve &curve : shown.scene().curves) {
        if (shown.scene().runs[curve.run].name != "deep")
            continue;
        ofDeep << curve.label;
        QCOMPARE(curve.color, layerColor(static_cast<int>(ofDeep.size()), 9, dark));
        QCOMPARE(curve.drawing, CurveDrawing::Points);
    }
    QCOMPARE(ofDeep.size(), 8);
}

void TestLearningSpeedPanel::aNetworkWithoutHiddenLayersSaysSo()
{
    SyntheticRuns runs;
    measure(runs.add(1).history, 1, 0.2);
    for (const LayerQuantity quantity : layerQuantities()) {
        const ShownQuantity shown(runs.frame(), quantity);
        QCOMPARE(shown.sentence(),
                 QStringLiteral("This network has no hidden layer: there is nothing to compare."));
        QVERIFY(shown.scene().curves.empty());
    }
}

NABLA_WINDOW_TEST(TestLearningSpeedPanel)
#include "tst_learning_speed_panel.moc"
