// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/scopes/histogram_panel.h"

#include "core/measure/activation_observer.h"
#include "tests/support/frames.h"
#include "tests/support/test_program.h"
#include "tests/ui/panels/scopes/shown_panel.h"
#include "tests/ui/plots/pictures/histograms.h"
#include "ui/panels/scopes/layer_response.h"
#include "ui/plots/layer_colors.h"
#include "ui/plots/pictures/histogram_plot.h"
#include "ui/plots/scope/scope_axis.h"
#include "ui/plots/scope/scope_export.h"
#include "ui/session/selection.h"
#include "ui/settings/theme.h"

#include <QApplication>
#include <QBuffer>
#include <QComboBox>
#include <QCoreApplication>
#include <QFileInfo>
#include <QIODevice>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace nabla;
using namespace nabla::ui;
using nabla::ui::test::layersWith;
using nabla::ui::test::ShownPanel;
using nabla::ui::test::smallBins;

class TestHistogramPanel final : public QObject
{
    Q_OBJECT

private slots:
    void copesWithAnEmptyFrame();
    void showsTheSelectedLayerOrTheFirst();
    void theChooserSetsTheSelection();
    void theBarsAreOfTheCrosshairTheMomentOrNow();
    void theHeatMapAndTheBarsShareTheirNumbers();
    void saidIsHowMuchOfZLiesWhereTheSlopeIsNothing();
    void saidAreExactZerosAndWhatIsNoNumber();
    void responsesAreTheKernelsOwn();
    void sixtyLayersAndAResetAreShown();
    void hoveringReadsABin();
    void thePlotIsSaved();
};

namespace {

using Moments = std::vector<std::vector<std::vector<double>>>;

Moments once(const std::vector<std::vector<double>> &layers)
{
    return {layers};
}

struct ShownHistograms : ShownPanel<HistogramPanel>
{
    ui::test::FrameSource source;

    explicit ShownHistograms(const Moments &moments, const char *activation = "sigmoid")
        : ShownPanel({620, 320})
    {
        const int layers = moments.empty() ? 1 : static_cast<int>(moments.front().size());
        source.history = RunHistory(layers, 100);
        std::vector<int> sizes(static_cast<std::size_t>(layers) + 1, 4);
        source.snapshot = std::make_shared<const Snapshot>(
            Snapshot{ui::test::blankNetwork(sizes, activation), 0});
        std::uint64_t step = 0;
        for (const auto &moment : moments) {
            source.history.append({Metric::MiniBatchCost}, step, 1.0);
            source.history.append(step, layersWith(moment));
            step += 50;
        }
        panel.setPalette(darkPalette());
        refresh();
    }
    void refresh()
    {
        panel.showFrame(source.frame());
        QCoreApplication::processEvents();
    }
    [[nodiscard]] HistogramPlot &plot() { return panel.plot(); }
};

} // namespace

void TestHistogramPanel::copesWithAnEmptyFrame()
{
    ShownPanel<HistogramPanel> shown({400, 200});
    HistogramPanel &panel = shown.panel;
    const ui::test::FrameSource none;
    panel.showFrame(none.frame());
    QCoreApplication::processEvents();
    QVERIFY(!panel.grab().isNull());
    QVERIFY(panel.sentence().startsWith(QStringLiteral("Press Train")));
    QCOMPARE(panel.subtitle(), QString());
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QVERIFY(panel.plot().writeValues(buffer));
    QCOMPARE(buffer.data().count('\n'), 1);
}

void TestHistogramPanel::showsTheSelectedLayerOrTheFirst()
{
    ShownHistograms shown(once({{0.25}, {1.25}, {2.25}}));
    QCOMPARE(shown.panel.layer(), 1);
    QCOMPARE(shown.panel.subtitle(), QStringLiteral("z of layer 1 · probe"));
    shown.selection.setLayer(3);
    shown.refresh();
    QCOMPARE(shown.panel.subtitle(), QStringLiteral("z of output · probe"));
    QCOMPARE(shown.plot().picture().histogram(0)->counts()[static_cast<std::size_t>(
                 smallBins.binOf(2.25))],
             1U);
    shown.selection.setLayer(17); // of another network
    QCOMPARE(shown.panel.layer(), 3);
    shown.selection.setLayer(0);
    QCOMPARE(shown.panel.layer(), 1);
}

void TestHistogramPanel::theChooserSetsTheSelection()
{
    ShownHistograms shown(once({{0.25}, {1.25}, {2.25}}));
    const QSignalSpy wanted(&shown.panel, &Panel::frameWanted);
    const auto boxes = shown.panel.findChildren<QComboBox *>();
    QCOMPARE(boxes[0]->count(), 3);
    boxes[0]->setCurrentIndex(1);
    QCOMPARE(shown.selection.layer(), 2);
    boxes[1]->setCurrentIndex(4);
    QCOMPARE(shown.panel.subtitle(), QStringLiteral("W of layer 2"));
    QCOMPARE(wanted.count(), 2);
    QTest::keyClick(shown.plot().focusProxy(), Qt::Key_Up);
    QCOMPARE(shown.selection.layer(), 3);
    QCOMPARE(boxes[0]->currentIndex(), 2);
}

void TestHistogramPanel::theBarsAreOfTheCrosshairTheMomentOrNow()
{
    ShownHistograms shown({{{0.25}}, {{1.25}}, {{2.25}}}); // steps 0, 50, 100 of an epoch of 100
    QCOMPARE(shown.plot().shownMoment(), std::optional<std::size_t>(2));
    Frame frame = shown.source.frame();
    frame.moment = 60;
    shown.panel.showFrame(frame);
    QCOMPARE(shown.plot().shownMoment(), std::optional<std::size_t>(1));
    QCOMPARE(shown.plot().scene().moment, std::optional(0.6)); // a line in the picture
    shown.axis.setCrosshair(0.1);
    QCOMPARE(shown.plot().shownMoment(), std::optional<std::size_t>(0));
    shown.axis.setCrosshair(std::nullopt);
    QCOMPARE(shown.plot().shownMoment(), std::optional<std::size_t>(1));
    shown.refresh();
    QCOMPARE(shown.plot().shownMoment(), std::optional<std::size_t>(2));
    QCOMPARE(shown.plot().scene().moment, std::nullopt);
}

void TestHistogramPanel::theHeatMapAndTheBarsShareTheirNumbers()
{
    // Now all numbers are in the bin from 2 to 2.5; before, also in that from -1 to -0.5.
    ShownHistograms shown({{{-0.75, 2.25}}, {{2.25}}});
    const QImage image = shown.plot().grab().toImage();
    const QRect heat = shown.plot().heatRect();
    const auto yOf = [&](double number) {
        const AxisRange range = shown.plot().picture().range();
        const double share = (std::floor(smallBins.positionOf(number)) + 0.5 - range.lower)
                             / (range.upper - range.lower);
        return heat.bottom() - static_cast<int>(share * heat.height());
    };
    const QRgb bars = layerColor(1, 1, true).rgb();
    const int barX = heat.right() + 20;
    QCOMPARE(image.pixel(barX, yOf(2.25)), bars);
    QVERIFY(image.pixel(barX, yOf(-0.75)) != bars);
    const MagnitudeScale &scale = shown.plot().picture().colorScale();
    const int early = heat.left() + 3;
    QCOMPARE(image.pixel(early, yOf(2.25)), scale.colorOf(0.5));
    QCOMPARE(image.pixel(early, yOf(-0.75)), scale.colorOf(0.5));
    const int late = heat.left() + heat.width() * 45 / 100; // an epoch is half a step's run wide
    QCOMPARE(image.pixel(late, yOf(2.25)), scale.colorOf(1.0));
    QCOMPARE(image.pixel(late, yOf(-0.75)), darkPalette().color(QPalette::Base).rgb());
}

void TestHistogramPanel::saidIsHowMuchOfZLiesWhereTheSlopeIsNothing()
{
    ShownHistograms sigmoid(once({{-7.0, 7.0, 20.0, 5.0, 0.25, 1.0, 1.0, 1.0}}));
    QVERIFY2(sigmoid.panel.sentence().startsWith(
                 QString::fromUtf8("37.5\u202f% of z lie below -6.0 or above 6.0, where σ′")),
             qPrintable(sigmoid.panel.sentence()));
    sigmoid.panel.setDistribution(LayerDistribution::Activation);
    sigmoid.refresh();
    QCOMPARE(sigmoid.panel.sentence(), QString());

    ShownHistograms relu(once({{-7.0, 7.0, 0.0, 5.0}, {1.0}}), "relu");
    QVERIFY2(relu.panel.sentence().startsWith(
                 QString::fromUtf8("50.0\u202f% of z are not above zero, where ReLU′ is nothing")),
             qPrintable(relu.panel.sentence()));
    QVERIFY(
        relu.panel.sentence().endsWith(QString::fromUtf8("25.0\u202f% of z are exactly zero.")));
}

void TestHistogramPanel::saidAreExactZerosAndWhatIsNoNumber()
{
    ShownHistograms shown(once({{0.0, 0.0, 1.0, 2.0}}));
    shown.panel.setDistribution(LayerDistribution::Error);
    shown.refresh();
    QCOMPARE(shown.panel.sentence(), QString::fromUtf8("50.0\u202f% of δ are exactly zero."));
    shown.source.history.append(50, layersWith({{std::nan(""), std::nan("")}}));
    shown.refresh();
    QVERIFY(shown.panel.sentence().startsWith(QStringLiteral("2 are not numbers")));
    QVERIFY(!shown.plot().grab().isNull());
}

void TestHistogramPanel::responsesAreTheKernelsOwn()
{
    const auto sigmoid = responseOf(findActivation("sigmoid"), smallBins);
    const std::vector<double> places = responsePlaces(smallBins);
    QCOMPARE(sigmoid->value.size(), places.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        const double a = 1.0 / (1.0 + std::exp(-places[i]));
        QVERIFY(std::fabs(sigmoid->value[i] - a) < 1e-6);
        QVERIFY(std::fabs(sigmoid->slope[i] - a * (1.0 - a)) < 1e-6);
    }
    QVERIFY(std::fabs(sigmoid->nothing - 0.25 * ActivationObserver::saturatedSlope) < 1e-12);
    QVERIFY(responseOf(findActivation("relu"), smallBins)->isSilentAtZero());
    QVERIFY(!silentEdges(*responseOf(findActivation("leaky-relu"), smallBins)).below);
    QVERIFY(!responseOf(findActivation("softmax"), smallBins));
}

void TestHistogramPanel::sixtyLayersAndAResetAreShown()
{
    std::vector<std::vector<double>> layers(60, {0.25, -3.0});
    ShownHistograms shown({layers, layers, layers});
    shown.selection.setLayer(60);
    shown.refresh();
    QCOMPARE(shown.panel.layer(), 60);
    QCOMPARE(shown.plot().picture().size(), std::size_t{3});
    shown.source.history = RunHistory(2, 100);
    Frame reset = shown.source.frame();
    reset.runId = 2;
    shown.panel.showFrame(reset);
    QCoreApplication::processEvents();
    QVERIFY(shown.plot().picture().empty());
    QCOMPARE(shown.plot().shownMoment(), std::nullopt);
    QCOMPARE(shown.panel.layer(), 2);
    QVERIFY(shown.panel.sentence().startsWith(QStringLiteral("Press Train")));
}

void TestHistogramPanel::hoveringReadsABin()
{
    ShownHistograms shown({{{-0.75, 2.25}}, {{-0.75, 2.25, 2.25, 0.0}}});
    const auto hover = [&](QPoint place) {
        QMouseEvent move(QEvent::MouseMove, place, shown.plot().mapToGlobal(place), Qt::NoButton,
                         Qt::NoButton, {});
        QCoreApplication::sendEvent(shown.plot().focusProxy(), &move);
        QCoreApplication::processEvents();
    };
    const QRect heat = shown.plot().heatRect();
    const int late = heat.left() + heat.width() * 45 / 100;
    hover({late, heat.top() + 2}); // the range ends at 2.5
    QCOMPARE(shown.plot().scene().curves.size(), std::size_t{1});
    QCOMPARE(shown.plot().scene().curves[0].label, QStringLiteral("share from 2.00 to 2.50"));
    QCOMPARE(shown.plot().scene().curves[0].line[0], 0.5);
    hover({late, shown.plot().zeroRect().center().y()});
    QCOMPARE(shown.plot().scene().curves[0].label, QStringLiteral("share of exact zeros"));
    QCOMPARE(shown.plot().scene().curves[0].line[0], 0.25);
    hover({heat.right() - 2, heat.top() + 2}); // the run is not there yet
    QVERIFY(shown.plot().scene().curves.empty());
    QVERIFY(shown.plot().scene().crosshairTitle.endsWith(QStringLiteral(": not measured")));
}

void TestHistogramPanel::thePlotIsSaved()
{
    ShownHistograms shown({{{-0.75, 2.25}}, {{2.25}}});
    const QTemporaryDir folder;
    for (const char *name : {"a.png", "a.pdf", "a.svg"}) {
        const QString path = folder.filePath(QString::fromLatin1(name));
        QCOMPARE(saveImage(path, shown.plot().plot()), QString());
        QVERIFY(QFileInfo(path).size() > 1000);
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QVERIFY(shown.plot().writeValues(buffer));
    QCOMPARE(buffer.data().trimmed().split('\n').size(), 4);
}

NABLA_WINDOW_TEST(TestHistogramPanel)
#include "tst_histogram_panel.moc"
