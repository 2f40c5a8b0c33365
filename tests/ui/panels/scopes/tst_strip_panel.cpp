// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/scopes/strip_panel.h"

#include "tests/support/frames.h"
#include "tests/support/test_program.h"
#include "tests/ui/panels/scopes/shown_panel.h"
#include "ui/plots/layer_colors.h"
#include "ui/plots/pictures/strip_plot.h"
#include "ui/plots/scope/scope_axis.h"
#include "ui/session/selection.h"
#include "ui/settings/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace nabla;
using namespace nabla::ui;

class TestStripPanel final : public QObject
{
    Q_OBJECT

private slots:
    void copesWithAnEmptyFrame();
    void everyQuantityIsShownFromWhereItIsMeasured();
    void theProbeHasNoUpdateRatio();
    void sharesAreLinear();
    void aQuantityKeepsItsColoursUntilTheyBeginAnew();
    void rowsAndSelectionFollowEachOther();
    void theOutputIsARowToo();
    void otherRunsShareTheAxisButNotTheMarks();
    void aChoiceAsksForAFrame();
    void itIsToldInWords();
};

namespace {

/// Both sources of every quantity: layer l of three has 10^-l, from the probe ten times as much.
RunHistory measured()
{
    RunHistory history(3, 100);
    for (int q = 0; q <= static_cast<int>(LayerQuantity::DeadShare); ++q) {
        for (const MeasuredOn source : {MeasuredOn::MiniBatches, MeasuredOn::Probe}) {
            const auto metric = metricOf(static_cast<LayerQuantity>(q), source);
            for (int layer = 1; metric && layer <= 3; ++layer) {
                const double value
                    = std::pow(10.0, -layer) * (source == MeasuredOn::Probe ? 10.0 : 1.0);
                for (const std::uint64_t step : {1, 50, 100})
                    history.append({*metric, layer}, step, value);
            }
        }
    }
    return history;
}

struct ShownStrip : ui::test::ShownPanel<StripPanel>
{
    ui::test::FrameSource source;

    explicit ShownStrip(RunHistory history)
        : ShownPanel({600, 220})
    {
        source.history = std::move(history);
        refresh();
    }
    void refresh()
    {
        panel.showFrame(source.frame());
        QCoreApplication::processEvents();
    }
    [[nodiscard]] double value(int row)
    {
        const StripPicture &picture = panel.plot().picture();
        return picture.value(row, picture.columns() / 2);
    }
};

} // namespace

void TestStripPanel::copesWithAnEmptyFrame()
{
    ShownStrip shown{RunHistory()};
    QVERIFY(!shown.panel.grab().isNull());
    QCOMPARE(shown.panel.plot().picture().rows(), 0);
    shown.source.history = RunHistory(1, 10);
    shown.refresh();
    QCOMPARE(shown.panel.plot().picture().rows(), 1);
}

void TestStripPanel::everyQuantityIsShownFromWhereItIsMeasured()
{
    ShownStrip shown(measured());
    for (int q = 0; q <= static_cast<int>(LayerQuantity::DeadShare); ++q) {
        const auto quantity = static_cast<LayerQuantity>(q);
        for (const MeasuredOn source : {MeasuredOn::Probe, MeasuredOn::MiniBatches}) {
            shown.panel.setQuantity(quantity);
            shown.panel.setSource(source);
            shown.refresh();
            const bool isProbe = shown.panel.source() == MeasuredOn::Probe;
            QVERIFY(std::fabs(shown.value(0) - (isProbe ? 1.0 : 0.1)) < 1e-12);
            QVERIFY(std::fabs(shown.value(2) - (isProbe ? 0.01 : 0.001)) < 1e-12);
        }
    }
}

void TestStripPanel::theProbeHasNoUpdateRatio()
{
    ShownStrip shown(measured());
    const auto boxes = shown.panel.findChildren<QComboBox *>();
    QCOMPARE(boxes.size(), 2);
    QCOMPARE(shown.panel.source(), MeasuredOn::Probe);
    QVERIFY(shown.panel.subtitle().endsWith(QStringLiteral("probe")));
    boxes[0]->setCurrentIndex(boxes[0]->findText(QStringLiteral("Update ratio")));
    QCOMPARE(shown.panel.quantity(), LayerQuantity::UpdateRatio);
    QCOMPARE(shown.panel.source(), MeasuredOn::MiniBatches);
    QVERIFY(!boxes[1]->isEnabled());
    QCOMPARE(boxes[1]->currentText(), QStringLiteral("Mini-batches"));
    QVERIFY(shown.panel.subtitle().endsWith(QStringLiteral("mini-batches")));
    boxes[0]->setCurrentIndex(0);
    QCOMPARE(shown.panel.source(), MeasuredOn::Probe); // as it was chosen
    QVERIFY(boxes[1]->isEnabled());
}

void TestStripPanel::sharesAreLinear()
{
    ShownStrip shown(measured());
    QVERIFY(shown.panel.plot().colorScale().isLogarithmic());
    shown.panel.setQuantity(LayerQuantity::DeadShare);
    QVERIFY(!shown.panel.plot().colorScale().isLogarithmic());
    shown.panel.setQuantity(LayerQuantity::SaturatedShare);
    QVERIFY(!shown.panel.plot().colorScale().isLogarithmic());
}

void TestStripPanel::aQuantityKeepsItsColoursUntilTheyBeginAnew()
{
    RunHistory history = measured();
    history.append({Metric::ProbeSpeed, 1}, 101, 3e-9);
    ShownStrip shown(std::move(history));
    QCOMPARE(shown.panel.plot().colorScale().lowest(), -9);
    shown.panel.setQuantity(LayerQuantity::UpdateRatio);
    QCOMPARE(shown.panel.plot().colorScale().lowest(), -5);
    shown.panel.setQuantity(LayerQuantity::LearningSpeed);
    QCOMPARE(shown.panel.plot().colorScale().lowest(), -9);
    shown.source.history = measured();
    Frame healthy = shown.source.frame();
    healthy.runId = 7;
    shown.panel.showFrame(healthy);
    QCOMPARE(shown.panel.plot().colorScale().lowest(), -9); // another run, the same colours
    for (QAction *action : shown.panel.findChildren<QAction *>()) {
        if (action->text() == QStringLiteral("&Begin the colours anew"))
            action->trigger();
    }
    shown.panel.showFrame(healthy);
    QCOMPARE(shown.panel.plot().colorScale().lowest(), -4);
}

void TestStripPanel::rowsAndSelectionFollowEachOther()
{
    ShownStrip shown(measured());
    const QRect rect = shown.panel.plot().pictureRect();
    const QPoint bottom(rect.center().x(), rect.bottom() - 5);
    QTest::mouseClick(shown.panel.plot().focusProxy(), Qt::LeftButton, {}, bottom);
    QCOMPARE(shown.selection.layer(), 1);
    QTest::mouseClick(shown.panel.plot().focusProxy(), Qt::LeftButton, {}, bottom);
    QCOMPARE(shown.selection.layer(), 0);
    for (const int layer : {1, 2, 3, 3}) {
        QTest::keyClick(shown.panel.plot().focusProxy(), Qt::Key_Up);
        QCOMPARE(shown.selection.layer(), layer);
    }
    QTest::keyClick(shown.panel.plot().focusProxy(), Qt::Key_Down);
    QCOMPARE(shown.selection.layer(), 2);
}

void TestStripPanel::theOutputIsARowToo()
{
    ShownStrip shown(measured());
    shown.axis.setCrosshair(0.5);
    QCoreApplication::processEvents();
    QStringList names;
    for (const SceneCurve &reading : shown.panel.plot().scene().curves)
        names << reading.label;
    QCOMPARE(names, (QStringList{"layer 1", "layer 2", "output"}));
    shown.panel.setPalette(darkPalette());
    shown.refresh();
    shown.axis.setCrosshair(0.6);
    QCoreApplication::processEvents();
    QCOMPARE(shown.panel.plot().scene().curves[0].color, layerColor(1, 3, true));
}

void TestStripPanel::otherRunsShareTheAxisButNotTheMarks()
{
    ShownStrip shown(measured());
    RunHistory other(3, 100);
    other.append({Metric::ProbeSpeed, 1}, 800, 0.5);
    RunStatusData diverged;
    diverged.state = RunState::Diverged;
    diverged.step = 800;
    Frame frame = shown.source.frame();
    frame.runId = 5;
    const std::vector<RunView> runs{
        {5, 0, "a", &shown.source.history, &shown.source.status, &shown.source.experiment},
        {3, 1, "b", &other, &diverged, &shown.source.experiment}};
    frame.runs = runs;
    shown.panel.showFrame(frame);
    QCoreApplication::processEvents();
    QVERIFY(shown.axis.range().upper >= 8.0); // the axis is for all of them
    QVERIFY(shown.panel.plot().scene().marks.empty());
    const StripPicture &picture = shown.panel.plot().picture();
    QVERIFY(std::isfinite(picture.value(0, picture.columns() / 20)));
    QVERIFY(std::isnan(picture.value(0, picture.columns() / 2))); // this run is at epoch 1
    QCoreApplication::processEvents();
    const AxisRange rests = shown.axis.range();
    shown.panel.showFrame(frame);
    QCOMPARE(shown.axis.range(), rests);
}

void TestStripPanel::aChoiceAsksForAFrame()
{
    ShownStrip shown(measured());
    const QSignalSpy wanted(&shown.panel, &Panel::frameWanted);
    const QSignalSpy subtitles(&shown.panel, &Panel::subtitleChanged);
    shown.panel.setQuantity(LayerQuantity::GradientSize);
    shown.panel.setSource(MeasuredOn::MiniBatches);
    shown.panel.setSource(MeasuredOn::MiniBatches);
    QCOMPARE(wanted.count(), 2);
    QCOMPARE(subtitles.count(), 2);
}

void TestStripPanel::itIsToldInWords()
{
    ShownStrip shown(measured());
    QVERIFY(shown.panel.plot().accessibleName().startsWith(QStringLiteral("Learning speed")));
    QCOMPARE(shown.panel.plot().accessibleDescription(),
             QStringLiteral("output 0.0100\nlayer 2 0.100\nlayer 1 1.00"));
    for (const QComboBox *box : shown.panel.findChildren<QComboBox *>()) {
        QVERIFY(!box->accessibleName().isEmpty());
        QVERIFY(!box->toolTip().isEmpty());
    }
}

NABLA_WINDOW_TEST(TestStripPanel)
#include "tst_strip_panel.moc"
