// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/ui/panels/scopes/shown_panel.h"
#include "ui/panels/scopes/accuracy_panel.h"
#include "ui/panels/scopes/cost_panel.h"
#include "ui/panels/scopes/learning_speed_ladder.h"
#include "ui/panels/scopes/learning_speed_panel.h"
#include "ui/plots/layer_colors.h"
#include "ui/plots/scope/scope_axis.h"
#include "ui/session/selection.h"

#include <QApplication>
#include <QCoreApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace nabla;
using namespace nabla::ui;
using nabla::ui::test::plainText;
using nabla::ui::test::ShownPanel;

class TestScopePanels final : public QObject
{
    Q_OBJECT

private slots:
    void copeWithAnEmptyFrame();
    void costNamesItsKind();
    void accuracyTellsTheLatestValidation();
    void learningSpeedShowsHiddenLayersOnly();
    void sourcesChooseWhatIsDrawn();
    void sentences_data();
    void sentences();
    void anOpenedRunSaysNothingOfItsStart();
    void theSentenceIsInTheColourOfLayerOne();
    void aClickOnTheLadderPointsAtItsLayer();
    void coloursFollowThePalette();
};

namespace {

struct Run
{
    RunHistory history;
    RunStatusData status;
    ExperimentConfig experiment;

    [[nodiscard]] Frame frame(std::uint64_t runId = 1) const
    {
        return {history, nullptr, nullptr, status, experiment, runId};
    }
};

Run probed(const std::vector<std::vector<double>> &probes, std::uint64_t step = 0)
{
    Run run{RunHistory(static_cast<int>(probes.front().size()), 100), {}, {}};
    for (const auto &speeds : probes) {
        for (std::size_t i = 0; i < speeds.size(); ++i)
            run.history.append({Metric::ProbeSpeed, static_cast<int>(i) + 1}, step, speeds[i]);
        step += 50;
    }
    return run;
}

using ShownSpeeds = ShownPanel<LearningSpeedPanel>;

} // namespace

void TestScopePanels::copeWithAnEmptyFrame()
{
    ScopeAxis axis;
    Selection selection;
    CostPanel cost(axis);
    AccuracyPanel accuracy(axis);
    LearningSpeedPanel speed(axis, selection);
    const Run none;
    for (Panel *panel : std::initializer_list<Panel *>{&cost, &accuracy, &speed}) {
        panel->resize(500, 250);
        panel->show();
        panel->showFrame(none.frame());
        QCoreApplication::processEvents();
        QVERIFY(!panel->grab().isNull());
    }
    QCOMPARE(plainText(speed.sentence()), QStringLiteral("Press Train to see the layers learn."));
    QCOMPARE(accuracy.subtitle(), QString());
}

void TestScopePanels::costNamesItsKind()
{
    ScopeAxis axis;
    CostPanel panel(axis);
    const QSignalSpy changes(&panel, &Panel::subtitleChanged);
    Run run = probed({{0.1, 0.2}});
    run.experiment.cost = "quadratic";
    panel.showFrame(run.frame());
    panel.showFrame(run.frame());
    QCOMPARE(changes.count(), 1);
    QVERIFY(panel.subtitle().contains(QStringLiteral("quadratic"), Qt::CaseInsensitive));
}

void TestScopePanels::accuracyTellsTheLatestValidation()
{
    ScopeAxis axis;
    AccuracyPanel panel(axis);
    Run run = probed({{0.1, 0.2}});
    run.history.append({Metric::ValidationAccuracy}, 0, 0.1);
    run.history.append({Metric::ValidationAccuracy}, 100, 0.7162);
    panel.showFrame(run.frame());
    QVERIFY(panel.subtitle().contains(QStringLiteral("71.62")));
}

void TestScopePanels::learningSpeedShowsHiddenLayersOnly()
{
    ShownSpeeds shown;
    shown.panel.showFrame(probed({{0.01, 0.1, 1.0, 2.0}}).frame());
    QStringList labels;
    for (const SceneCurve &curve : shown.panel.plot().scene().curves) {
        if (!curve.label.isEmpty())
            labels << curve.label;
    }
    QCOMPARE(labels, (QStringList{"layer 1", "layer 2", "layer 3"}));
}

void TestScopePanels::sourcesChooseWhatIsDrawn()
{
    ShownSpeeds shown;
    const Run run = probed({{0.01, 0.1, 1.0}});
    const auto drawings = [&](SpeedSource source) {
        shown.panel.setSource(source);
        shown.panel.showFrame(run.frame());
        std::vector<CurveDrawing> drawn;
        for (const SceneCurve &curve : shown.panel.plot().scene().curves)
            drawn.push_back(curve.drawing);
        return drawn;
    };
    using D = CurveDrawing;
    QVERIFY(drawings(SpeedSource::Everything)
            == (std::vector{D::Envelope, D::Points, D::Envelope, D::Points}));
    QVERIFY(drawings(SpeedSource::Probe) == (std::vector{D::Points, D::Points}));
    QVERIFY(shown.panel.subtitle().contains(QStringLiteral("1,000")));
    QVERIFY(drawings(SpeedSource::MiniBatches)
            == (std::vector{D::EnvelopeAndMean, D::EnvelopeAndMean}));
    QVERIFY(shown.panel.subtitle().contains(QStringLiteral("mini-batches")));
}

void TestScopePanels::sentences_data()
{
    using Probes = QList<QList<double>>;
    QTest::addColumn<Probes>("probes");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("slower, then less")
        << Probes{{0.01, 0.1, 1.1, 2.0}, {0.1, 0.2, 0.34, 2.0}}
        << "At the start layer 1 learned 110 times slower than layer 3; now 3.4 times.";
    QTest::newRow("only the start") << Probes{{0.01, 0.1, 1.1, 2.0}}
                                    << "At the start layer 1 learns 110 times slower than layer 3.";
    QTest::newRow("overtaken")
        << Probes{{0.1, 0.2, 9.0}, {0.6, 0.2, 9.0}}
        << "At the start layer 1 learned 2.0 times slower than layer 2; now 3.0 times faster.";
    QTest::newRow("faster and faster")
        << Probes{{0.4, 0.2, 9.0}, {0.6, 0.2, 9.0}}
        << "At the start layer 1 learned 2.0 times faster than layer 2; now 3.0 times.";
    QTest::newRow("as fast, then slower")
        << Probes{{0.2, 0.2, 9.0}, {0.1, 0.2, 9.0}}
        << "At the start layer 1 learned as fast as layer 2; now 2.0 times slower.";
    QTest::newRow("slower, then as fast")
        << Probes{{0.1, 0.2, 9.0}, {0.2, 0.2, 9.0}}
        << "At the start layer 1 learned 2.0 times slower than layer 2; now as fast.";
    QTest::newRow("one hidden layer")
        << Probes{{0.12, 9.0}, {0.0311, 9.0}}
        << "At the start the hidden layer learned at a speed of 0.120; now 0.0311.";
    QTest::newRow("no hidden layer")
        << Probes{{0.12}} << "This network has no hidden layer: there is nothing to compare.";
    QTest::newRow("a dead layer")
        << Probes{{0.1, 0.2, 9.0}, {0.0, 0.2, 9.0}}
        << "Layer 1 and layer 2 cannot be compared: one of them does not learn at all.";
}

void TestScopePanels::sentences()
{
    QFETCH(QList<QList<double>>, probes);
    QFETCH(QString, sentence);
    std::vector<std::vector<double>> values;
    for (const QList<double> &probe : probes)
        values.emplace_back(probe.begin(), probe.end());
    ShownSpeeds shown;
    shown.panel.showFrame(probed(values).frame());
    QCOMPARE(plainText(shown.panel.sentence()), sentence);
}

void TestScopePanels::anOpenedRunSaysNothingOfItsStart()
{
    ShownSpeeds shown;
    shown.panel.showFrame(probed({{0.01, 0.1, 9.0}, {0.02, 0.1, 9.0}}, 5702).frame());
    QCOMPARE(plainText(shown.panel.sentence()),
             QStringLiteral("Now layer 1 learns 5.0 times slower than layer 2."));
    shown.panel.showFrame(probed({{0.1, 0.1, 9.0}}, 5702).frame(2));
    QCOMPARE(plainText(shown.panel.sentence()),
             QStringLiteral("Now layer 1 learns as fast as layer 2."));
    shown.panel.showFrame(probed({{0.0311, 9.0}}, 5702).frame(3));
    QCOMPARE(plainText(shown.panel.sentence()),
             QStringLiteral("Now the hidden layer learns at a speed of 0.0311."));
}

void TestScopePanels::theSentenceIsInTheColourOfLayerOne()
{
    ShownSpeeds shown;
    shown.panel.showFrame(probed({{0.01, 0.1, 1.1, 2.0}}).frame());
    QVERIFY(
        shown.panel.sentence().contains(layerColor(1, 4, isDark(shown.panel.palette())).name()));
}

void TestScopePanels::aClickOnTheLadderPointsAtItsLayer()
{
    ShownSpeeds shown;
    shown.panel.showFrame(probed({{0.01, 0.1, 1.1, 2.0}}).frame());
    QCoreApplication::processEvents();
    auto *ladder = shown.panel.findChild<LearningSpeedLadder *>();
    QTest::mouseClick(ladder, Qt::LeftButton, {}, {20, ladder->height() / 4 + 10});
    QCOMPARE(shown.selection.layer(), 3); // the last one is at the top, under the captions
    QTest::mouseClick(ladder, Qt::LeftButton, {}, {20, ladder->height() - 2});
    QCOMPARE(shown.selection.layer(), 1);
    QTest::mouseClick(ladder, Qt::LeftButton, {}, {20, ladder->height() - 2});
    QCOMPARE(shown.selection.layer(), 0);
}

void TestScopePanels::coloursFollowThePalette()
{
    ShownSpeeds shown;
    const Run run = probed({{0.01, 0.1, 1.1, 2.0}});
    for (const bool dark : {true, false}) {
        QPalette palette;
        palette.setColor(QPalette::Window, dark ? Qt::black : Qt::white);
        shown.panel.setPalette(palette);
        shown.panel.showFrame(run.frame());
        QCOMPARE(shown.panel.plot().scene().curves.front().color, layerColor(1, 4, dark));
    }
}

NABLA_WINDOW_TEST(TestScopePanels)
#include "tst_scope_panels.moc"
