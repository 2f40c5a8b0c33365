// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/ui/plots/shown_plot.h"
#include "ui/plots/scope/scope_axis.h"
#include "ui/plots/scope/scope_plot.h"

#include <qcustomplot.h>

#include <QAction>
#include <QApplication>
#include <QCoreApplication>
#include <QFile>
#include <QIODevice>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace nabla;
using namespace nabla::ui;
using namespace nabla::ui::test;

class TestScopePlot final : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsMadeWhileHidden();
    void becomingVisibleShowsWhatWasMissed();
    void anEmptyRunIsDrawn();
    void zerosAndNumbersThatAreNoneAreDrawnOnALogAxis();
    void theWheelZoomsAllScopesOfTheAxis();
    void draggingPansAndADoubleClickFollows();
    void hoveringMovesTheSharedCrosshair();
    void theKeyboardDoesWhatTheMouseDoes();
    void everyUnitAndScaleIsDrawn();
    void curvesArePaintedInTheirColours();
    void zerosAreOnARailBelowThePlot();
    void logarithmicAndBackIsTheSameScale();
    void fourRunsOfSixtyLayersAreDrawn();
    void imagesAreSavedAsTheirNamesSay();
};

namespace {

RunHistory trained(int steps, double value = 0.5)
{
    RunHistory history(3, 100);
    std::vector<MetricSeries> drained(stepMetrics(3).size());
    for (int step = 1; step <= steps; ++step) {
        for (MetricSeries &series : drained)
            series.append(static_cast<std::uint64_t>(step), step % 2 == 0 ? value : 0.6 * value);
    }
    history.absorb(drained);
    return history;
}

CurvesOfLayers always(std::vector<ScopeCurve> curves)
{
    return [curves = std::move(curves)](int) {
        return curves;
    };
}

CurvesOfLayers costCurve()
{
    return always(
        {{{Metric::MiniBatchCost}, CurveDrawing::EnvelopeAndMean, "training", QColor(Qt::red)}});
}

/// On the screen.
struct ShownPlot
{
    explicit ShownPlot(ScopeScale scale = ScopeScale::FromZero, CurvesOfLayers curves = costCurve())
        : plot(axis, scale)
    {
        plot.setCurves(std::move(curves));
        showAndWait(plot);
    }

    ScopeAxis axis;
    ScopePlot plot;
};

/// In the columns left of `right` and the rows from `top` on.
int redPixels(ScopePlot &plot, int right, int top = 0)
{
    const QImage image = plot.grab().toImage();
    int red = 0;
    for (int y = top; y < image.height(); ++y) {
        for (int x = 0; x < right; ++x) {
            const QColor pixel = image.pixelColor(x, y);
            red += pixel.red() > 200 && pixel.green() < 60 && pixel.blue() < 60 ? 1 : 0;
        }
    }
    return red;
}

} // namespace

void TestScopePlot::nothingIsMadeWhileHidden()
{
    ScopeAxis axis;
    ScopePlot plot(axis, ScopeScale::FromZero);
    plot.setCurves(costCurve());
    showRun(plot, trained(50));
    QVERIFY(plot.scene().curves.empty());
}

void TestScopePlot::becomingVisibleShowsWhatWasMissed()
{
    ScopeAxis axis;
    ScopePlot plot(axis, ScopeScale::FromZero);
    plot.setCurves(costCurve());
    showRun(plot, trained(50));
    showAndWait(plot);
    QTRY_VERIFY(!plot.scene().curves.empty());
    QVERIFY(!plot.scene().curves.front().columns.empty());
    QCOMPARE(axis.range(), (AxisRange{0.0, 1.0}));
}

void TestScopePlot::anEmptyRunIsDrawn()
{
    for (const ScopeScale scale : {ScopeScale::FromZero, ScopeScale::Fraction, ScopeScale::Share,
                                   ScopeScale::Logarithmic, ScopeScale::LogarithmicShare}) {
        ShownPlot shown(scale);
        showRun(shown.plot, RunHistory());
        QVERIFY(!shown.plot.grab().isNull());
    }
}

void TestScopePlot::zerosAndNumbersThatAreNoneAreDrawnOnALogAxis()
{
    ShownPlot shown(
        ScopeScale::Logarithmic,
        always({{{Metric::LearningSpeed, 1},
                 CurveDrawing::EnvelopeAndMean,
                 "layer 1",
                 QColor(Qt::red)},
                {{Metric::ProbeSpeed, 1}, CurveDrawing::Points, "probe", QColor(Qt::blue)}}));
    ScopePlot &plot = shown.plot;
    RunHistory history = trained(50, 0.0);
    history.append({Metric::ProbeSpeed, 1}, 0, 0.0);
    history.append({Metric::ProbeSpeed, 1}, 10, -1.0);
    history.append({Metric::ProbeSpeed, 1}, 20, std::nan(""));
    history.append({Metric::ProbeSpeed, 1}, 30, HUGE_VAL);
    showRun(plot, history);
    QVERIFY(!plot.grab().isNull());
    QVERIFY(plot.valueRange().lower > 0.0);
    QVERIFY(plot.valueRange().upper > plot.valueRange().lower);
}

void TestScopePlot::theWheelZoomsAllScopesOfTheAxis()
{
    ScopeAxis axis;
    ScopePlot cost(axis, ScopeScale::FromZero);
    ScopePlot accuracy(axis, ScopeScale::Fraction);
    for (ScopePlot *plot : {&cost, &accuracy}) {
        plot->setCurves(costCurve());
        showAndWait(*plot);
        showRun(*plot, trained(500));
    }
    const double before = accuracy.scene().curves.front().x.back();
    const QPointF middle(150.0, 100.0);
    QWheelEvent wheel(middle, cost.mapToGlobal(middle), {}, {0, 120 * 8}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(canvas(cost), &wheel);
    QVERIFY(!axis.isFollowing());
    QTRY_VERIFY(accuracy.scene().curves.front().x.back() < before);
}

void TestScopePlot::draggingPansAndADoubleClickFollows()
{
    ShownPlot shown;
    auto &[axis, plot] = shown;
    showRun(plot, trained(500));
    axis.zoom(0.2, 2.5);
    QCoreApplication::processEvents();
    const AxisRange zoomed = axis.range();
    QTest::mousePress(canvas(plot), Qt::LeftButton, {}, {300, 100});
    QTest::mouseMove(canvas(plot), {350, 100});
    QTest::mouseRelease(canvas(plot), Qt::LeftButton, {}, {350, 100});
    QVERIFY(axis.range().lower < zoomed.lower);
    QTest::mouseDClick(canvas(plot), Qt::LeftButton, {}, {300, 100});
    QVERIFY(axis.isFollowing());
}

void TestScopePlot::hoveringMovesTheSharedCrosshair()
{
    ShownPlot shown;
    auto &[axis, plot] = shown;
    showRun(plot, trained(100));
    hover(plot, {300.0, 100.0});
    QVERIFY(axis.crosshair().has_value());
    QCOMPARE(plot.scene().crosshair, axis.crosshair());
    QVERIFY(valueAt(plot.scene().curves.front(), *axis.crosshair()).has_value());
    leave(plot);
    QVERIFY(!plot.scene().crosshair.has_value());
}

void TestScopePlot::theKeyboardDoesWhatTheMouseDoes()
{
    ShownPlot shown;
    auto &[axis, plot] = shown;
    showRun(plot, trained(500));
    QTest::keyClick(canvas(plot), Qt::Key_Plus);
    const AxisRange zoomed = axis.range();
    QVERIFY(!axis.isFollowing());
    QTest::keyClick(canvas(plot), Qt::Key_Left);
    QVERIFY(axis.range().lower < zoomed.lower);
    QTest::keyClick(canvas(plot), Qt::Key_Home);
    QVERIFY(axis.isFollowing());
}

void TestScopePlot::everyUnitAndScaleIsDrawn()
{
    ShownPlot shown;
    auto &[axis, plot] = shown;
    RunHistory history = trained(500);
    history.mark({100, "learningRate", 0.1, 0.2});
    RunStatusData status;
    status.state = RunState::Diverged;
    status.step = 500;
    status.divergedLayer = 1;
    for (const XUnit unit : {XUnit::Seconds, XUnit::Steps, XUnit::Epochs}) {
        axis.setUnit(unit);
        for (const ScopeScale scale :
             {ScopeScale::Logarithmic, ScopeScale::Fraction, ScopeScale::Share,
              ScopeScale::LogarithmicShare, ScopeScale::FromZero}) {
            plot.setScale(scale);
            showRun(plot, history, status);
            axis.setCrosshair(axis.range().upper / 2.0);
            QCoreApplication::processEvents();
            QVERIFY(!plot.grab().isNull());
            QCOMPARE(plot.scene().marks.size(), std::size_t{2});
        }
    }
}

void TestScopePlot::curvesArePaintedInTheirColours()
{
    ShownPlot shown;
    auto &[axis, plot] = shown;
    showRun(plot, trained(100));
    QVERIFY(redPixels(plot, plot.width()) > 200); // a line across the plot
}

void TestScopePlot::zerosAreOnARailBelowThePlot()
{
    ShownPlot shown(
        ScopeScale::Logarithmic,
        always({{{Metric::ProbeSpeed, 1}, CurveDrawing::Points, "layer 1", QColor(Qt::red)}}));
    ScopePlot &plot = shown.plot;
    const auto isRedBelow = [&](double second) {
        RunHistory history(3, 100);
        for (std::uint64_t step = 0; step < 100; step += 5)
            history.append({Metric::ProbeSpeed, 1}, step, step < 50 ? 0.1 : second);
        showRun(plot, history, {}, second > 0.0 ? 1 : 2);
        // Below the plot, left of the labels.
        return redPixels(plot, plot.width() - 100, plot.height() - plot.fontMetrics().height() - 14)
               > 100;
    };
    QVERIFY(!isRedBelow(0.2));
    QVERIFY(isRedBelow(0.0));
    QVERIFY(plot.valueRange().lower > 1e-3); // no small value was invented for the zeros
}

void TestScopePlot::logarithmicAndBackIsTheSameScale()
{
    ScopeAxis axis;
    for (const auto &[linear, logarithmic] :
         {std::pair(ScopeScale::FromZero, ScopeScale::Logarithmic),
          std::pair(ScopeScale::Fraction, ScopeScale::LogarithmicShare),
          std::pair(ScopeScale::Share, ScopeScale::LogarithmicShare)}) {
        ScopePlot plot(axis, linear);
        QVERIFY(!plot.logarithmicAction()->isChecked());
        plot.logarithmicAction()->trigger();
        QCOMPARE(plot.scale(), logarithmic);
        plot.logarithmicAction()->trigger();
        QCOMPARE(plot.scale(), linear);
    }
    ScopePlot plot(axis, ScopeScale::FromZero);
    plot.setScale(ScopeScale::LogarithmicShare);
    QVERIFY(plot.logarithmicAction()->isChecked());
    plot.setLogarithmic(false);
    QCOMPARE(plot.scale(), ScopeScale::Share);
}

void TestScopePlot::fourRunsOfSixtyLayersAreDrawn()
{
    constexpr int layers = 61;
    RunHistory history(layers, 100);
    for (int layer = 1; layer <= layers; ++layer) {
        for (const std::uint64_t step : {0, 50, 100})
            history.append({Metric::ProbeSpeed, layer}, step, std::pow(0.7, layers - layer));
    }
    ScopeAxis axis;
    ScopePlot plot(axis, ScopeScale::Logarithmic);
    plot.setCurves([](int layerCount) {
        std::vector<ScopeCurve> curves;
        for (int layer = 1; layer < layerCount; ++layer)
            curves.push_back({{Metric::ProbeSpeed, layer},
                              CurveDrawing::Points,
                              QStringLiteral("layer %1").arg(layer),
                              QColor(Qt::red)});
        return curves;
    });
    showAndWait(plot);
    const RunStatusData status;
    ScopeRuns runs{{}, 2, 50};
    for (int i = 0; i < 4; ++i)
        runs.runs.push_back({static_cast<std::uint64_t>(i) + 1, &history, &status, "a run", i, i});
    plot.showRuns(runs);
    axis.setCrosshair(0.5);
    QCoreApplication::processEvents();
    QVERIFY(!plot.grab().isNull());
    QCOMPARE(plot.scene().curves.size(), std::size_t{240});
    QCOMPARE(plot.scene().moment, std::optional(0.5));
}

void TestScopePlot::imagesAreSavedAsTheirNamesSay()
{
    ShownPlot shown;
    auto &[axis, plot] = shown;
    showRun(plot, trained(100));
    auto *drawn = plot.findChild<QCustomPlot *>();
    QVERIFY(drawn);
    const QTemporaryDir folder;
    const auto begin = [&](const QString &name) {
        const QString path = folder.filePath(name);
        const QString error = saveImage(path, *drawn);
        QFile file(path);
        return error.isEmpty() && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QVERIFY(begin("a.png").startsWith("\x89PNG"));
    QVERIFY(begin("a.PDF").startsWith("%PDF"));
    const QByteArray svg = begin("a.svg");
    QVERIFY(svg.contains("<svg"));
    QVERIFY(svg.contains("training")); // text stays text
    QVERIFY(!saveImage(folder.filePath("missing/a.svg"), *drawn).isEmpty());
}

NABLA_WINDOW_TEST(TestScopePlot)
#include "tst_scope_plot.moc"
