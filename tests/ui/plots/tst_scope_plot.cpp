// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/scope_axis.h"
#include "ui/plots/scope_plot.h"

#include <QSignalSpy>
#include <QtTest>

#include <cmath>

using namespace nabla;
using namespace nabla::ui;

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

std::vector<ScopeCurve> costCurve()
{
    return {{{Metric::MiniBatchCost}, CurveDrawing::EnvelopeAndMean, "training", QColor(Qt::red)}};
}

void showAndWait(ScopePlot &plot)
{
    plot.resize(600, 200);
    plot.show();
    QVERIFY(QTest::qWaitForWindowExposed(&plot));
    QCoreApplication::processEvents();
}

/// The widget that takes the mouse.
QWidget *canvas(ScopePlot &plot)
{
    return plot.focusProxy();
}

} // namespace

void TestScopePlot::nothingIsMadeWhileHidden()
{
    ScopeAxis axis;
    ScopePlot plot(axis, ScopeScale::FromZero);
    plot.setCurves(costCurve());
    plot.showRun(trained(50), {}, 1);
    QVERIFY(plot.scene().curves.empty());
}

void TestScopePlot::becomingVisibleShowsWhatWasMissed()
{
    ScopeAxis axis;
    ScopePlot plot(axis, ScopeScale::FromZero);
    plot.setCurves(costCurve());
    plot.showRun(trained(50), {}, 1);
    showAndWait(plot);
    QTRY_VERIFY(!plot.scene().curves.empty());
    QVERIFY(!plot.scene().curves.front().columns.empty());
    QCOMPARE(axis.range(), (AxisRange{0.0, 1.0}));
}

void TestScopePlot::anEmptyRunIsDrawn()
{
    for (const ScopeScale scale :
         {ScopeScale::FromZero, ScopeScale::Fraction, ScopeScale::Logarithmic}) {
        ScopeAxis axis;
        ScopePlot plot(axis, scale);
        plot.setCurves(costCurve());
        showAndWait(plot);
        plot.showRun(RunHistory(), {}, 1);
        QCoreApplication::processEvents();
        QVERIFY(!plot.grab().isNull());
    }
}

void TestScopePlot::zerosAndNumbersThatAreNoneAreDrawnOnALogAxis()
{
    ScopeAxis axis;
    ScopePlot plot(axis, ScopeScale::Logarithmic);
    plot.setCurves(
        {{{Metric::LearningSpeed, 1}, CurveDrawing::EnvelopeAndMean, "layer 1", QColor(Qt::red)},
         {{Metric::ProbeSpeed, 1}, CurveDrawing::Points, "probe", QColor(Qt::blue)}});
    showAndWait(plot);
    RunHistory history = trained(50, 0.0);
    history.append({Metric::ProbeSpeed, 1}, 0, 0.0);
    history.append({Metric::ProbeSpeed, 1}, 10, -1.0);
    history.append({Metric::ProbeSpeed, 1}, 20, std::nan(""));
    history.append({Metric::ProbeSpeed, 1}, 30, HUGE_VAL);
    plot.showRun(history, {}, 1);
    QCoreApplication::processEvents();
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
        plot->showRun(trained(500), {}, 1);
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
    ScopeAxis axis;
    ScopePlot plot(axis, ScopeScale::FromZero);
    plot.setCurves(costCurve());
    showAndWait(plot);
    plot.showRun(trained(500), {}, 1);
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
    ScopeAxis axis;
    ScopePlot plot(axis, ScopeScale::FromZero);
    plot.setCurves(costCurve());
    showAndWait(plot);
    plot.showRun(trained(100), {}, 1);
    QCoreApplication::processEvents();
    const QPointF middle(300.0, 100.0);
    QMouseEvent hover(QEvent::MouseMove, middle, plot.mapToGlobal(middle), Qt::NoButton,
                      Qt::NoButton, {});
    QCoreApplication::sendEvent(canvas(plot), &hover);
    QVERIFY(axis.crosshair().has_value());
    QCOMPARE(plot.scene().crosshair, axis.crosshair());
    QVERIFY(valueAt(plot.scene().curves.front(), *axis.crosshair()).has_value());
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(canvas(plot), &leave);
    QVERIFY(!plot.scene().crosshair.has_value());
}

void TestScopePlot::theKeyboardDoesWhatTheMouseDoes()
{
    ScopeAxis axis;
    ScopePlot plot(axis, ScopeScale::FromZero);
    plot.setCurves(costCurve());
    showAndWait(plot);
    plot.showRun(trained(500), {}, 1);
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
    ScopeAxis axis;
    ScopePlot plot(axis, ScopeScale::FromZero);
    plot.setCurves(costCurve());
    showAndWait(plot);
    RunHistory history = trained(500);
    history.mark({100, "learningRate", 0.1, 0.2});
    RunStatusData status;
    status.state = RunState::Diverged;
    status.step = 500;
    status.divergedLayer = 1;
    for (const XUnit unit : {XUnit::Seconds, XUnit::Steps, XUnit::Epochs}) {
        axis.setUnit(unit);
        for (const ScopeScale scale :
             {ScopeScale::Logarithmic, ScopeScale::Fraction, ScopeScale::FromZero}) {
            plot.setScale(scale);
            plot.showRun(history, status, 1);
            axis.setCrosshair(axis.range().upper / 2.0);
            QCoreApplication::processEvents();
            QVERIFY(!plot.grab().isNull());
            QCOMPARE(plot.scene().marks.size(), std::size_t{2});
        }
    }
}

void TestScopePlot::curvesArePaintedInTheirColours()
{
    ScopeAxis axis;
    ScopePlot plot(axis, ScopeScale::FromZero);
    plot.setCurves(costCurve());
    showAndWait(plot);
    plot.showRun(trained(100), {}, 1);
    QCoreApplication::processEvents();
    const QImage image = plot.grab().toImage();
    int red = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            red += pixel.red() > 200 && pixel.green() < 60 && pixel.blue() < 60 ? 1 : 0;
        }
    }
    QVERIFY(red > 200); // a line across the plot
}

QTEST_MAIN(TestScopePlot)
#include "tst_scope_plot.moc"
