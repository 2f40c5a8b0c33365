// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/ui/plots/shown_plot.h"
#include "ui/plots/color_ramp.h"
#include "ui/plots/layer_colors.h"
#include "ui/plots/pictures/strip_plot.h"
#include "ui/plots/scope/scope_axis.h"
#include "ui/plots/scope/scope_export.h"
#include "ui/settings/theme.h"

#include <QApplication>
#include <QBuffer>
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

class TestStripPlot final : public QObject
{
    Q_OBJECT

private slots:
    void aValueStandsUntilHalfWayToItsNeighbours();
    void whatWasNotMeasuredStaysEmpty();
    void theLastOneDoesNotReachBeyondNow();
    void oneMomentAloneIsSeen();
    void whatLiesOutsideTheViewReachesIntoIt();
    void everyCellIsPaintedInTheColourOfItsNumber();
    void theScaleOnlyGrows();
    void anotherRunForgetsTheOldOnesCells();
    void hoveringReadsOneLayerAndAnothersCrosshairAll();
    void aClickNamesItsRowAndADragDoesNot();
    void sixtyLayersAreDrawnAndFewOfThemNamed();
    void anEmptyRunAndNoRowAreDrawn();
    void theTableHasAllLayers();
    void imagesAreSavedInEveryFormat();
};

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

SceneCurve curveOf(const std::vector<std::pair<double, double>> &points, AxisRange view,
                   int columns)
{
    SceneCurve curve;
    for (const auto &[x, value] : points) {
        const double place = (x - view.lower) / (view.upper - view.lower) * columns;
        PixelColumn column;
        column.index = place < 0.0 ? -1 : std::min(columns, static_cast<int>(place));
        column.count = 1;
        curve.columns.push_back(column);
        curve.x.push_back(x);
        curve.line.push_back(value);
    }
    return curve;
}

std::vector<double> rowOf(const StripPicture &picture, int row)
{
    std::vector<double> values;
    for (int column = 0; column < picture.columns(); ++column)
        values.push_back(picture.value(row, column));
    return values;
}

bool areSame(const std::vector<double> &a, const std::vector<double> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](double x, double y) {
        return x == y || (std::isnan(x) && std::isnan(y));
    });
}

/// Probes at step 0, 100 ... of 200 an epoch; layer l learns at a speed of 10^(l - layers).
RunHistory probed(int layers, int probes)
{
    RunHistory history(layers, 200);
    for (int probe = 0; probe < probes; ++probe) {
        for (int layer = 1; layer <= layers; ++layer)
            history.append({Metric::ProbeSpeed, layer}, static_cast<std::uint64_t>(100 * probe),
                           std::pow(10.0, layer - layers));
    }
    return history;
}

std::vector<ScopeCurve> rowsOf(int layers)
{
    std::vector<ScopeCurve> rows;
    for (int layer = 1; layer <= layers; ++layer)
        rows.push_back({{Metric::ProbeSpeed, layer},
                        CurveDrawing::Points,
                        QStringLiteral("layer %1").arg(layer),
                        layerColor(layer, layers, true)});
    return rows;
}

/// On the screen, with rows of so many layers.
struct ShownStrip
{
    explicit ShownStrip(int layers, QSize size = {600, 200})
    {
        plot.setRows(rowsOf(layers));
        plot.setPalette(darkPalette());
        showAndWait(plot, size);
    }

    ScopeAxis axis;
    StripPlot plot{axis};
};

QPoint cellOf(const StripPlot &plot, int row, int rows, double share)
{
    const QRect rect = plot.pictureRect();
    return {rect.left() + static_cast<int>(share * rect.width()),
            rect.top() + static_cast<int>((rows - row - 0.5) / rows * rect.height())};
}

} // namespace

void TestStripPlot::aValueStandsUntilHalfWayToItsNeighbours()
{
    const AxisRange view{0.0, 10.0};
    const StripPicture picture({curveOf({{0.5, 1.0}, {4.5, 2.0}, {8.5, 3.0}}, view, 10)}, view, 10,
                               10.0);
    QVERIFY(areSame(rowOf(picture, 0), {1, 1, 1, 2, 2, 2, 2, 3, 3, 3}));
}

void TestStripPlot::whatWasNotMeasuredStaysEmpty()
{
    const AxisRange view{0.0, 10.0};
    const StripPicture picture({curveOf({{4.5, 1.0}, {6.5, 2.0}}, view, 10), SceneCurve{}}, view,
                               10, 10.0);
    QVERIFY(areSame(rowOf(picture, 0), {none, none, none, none, 1, 1, 2, 2, none, none}));
    QVERIFY(areSame(rowOf(picture, 1), std::vector<double>(10, none)));
    const QImage image = picture.image(MagnitudeScale::decades(-4, 0));
    QCOMPARE(image.size(), QSize(10, 2));
    QCOMPARE(qAlpha(image.pixel(0, 1)), 0);
    QCOMPARE(qAlpha(image.pixel(5, 0)), 0);
    QCOMPARE(image.pixel(4, 1), magnitudeColor(1.0));
}

void TestStripPlot::theLastOneDoesNotReachBeyondNow()
{
    const AxisRange view{0.0, 10.0};
    const StripPicture picture({curveOf({{0.5, 1.0}, {4.5, 2.0}}, view, 10)}, view, 10, 5.0);
    QVERIFY(areSame(rowOf(picture, 0), {1, 1, 1, 2, 2, none, none, none, none, none}));
}

void TestStripPlot::oneMomentAloneIsSeen()
{
    const AxisRange view{0.0, 10.0};
    const StripPicture picture({curveOf({{0.0, 1.0}}, view, 10)}, view, 10, 0.0);
    QCOMPARE(picture.value(0, 0), 1.0);
    QVERIFY(std::isnan(picture.value(0, 5)));
    const StripPicture outside({curveOf({{-3.0, 1.0}}, view, 10)}, view, 10, 0.0);
    QVERIFY(areSame(rowOf(outside, 0), std::vector<double>(10, none)));
}

void TestStripPlot::whatLiesOutsideTheViewReachesIntoIt()
{
    const AxisRange view{10.0, 20.0};
    const StripPicture picture({curveOf({{2.0, 1.0}, {26.0, 2.0}}, view, 10)}, view, 10, 30.0);
    QVERIFY(areSame(rowOf(picture, 0), {1, 1, 1, 1, 2, 2, 2, 2, 2, 2}));
}

void TestStripPlot::everyCellIsPaintedInTheColourOfItsNumber()
{
    ShownStrip shown(3);
    auto &[axis, plot] = shown;
    plot.setColorScale(MagnitudeScale::decades(-4, 0));
    RunHistory history(3, 200);
    for (const std::uint64_t step : {0, 100, 200}) {
        history.append({Metric::ProbeSpeed, 1}, step, 0.0);
        history.append({Metric::ProbeSpeed, 2}, step, step < 200 ? 1e-2 : 1e-4);
    }
    showRun(plot, history);
    const QImage image = plot.grab().toImage();
    const auto painted = [&](int row, double share) {
        return image.pixel(cellOf(plot, row, 3, share) * image.devicePixelRatio());
    };
    QCOMPARE(painted(0, 0.5), zeroColor());
    QCOMPARE(painted(1, 0.1), magnitudeColor(0.5));
    QCOMPARE(painted(1, 0.9), magnitudeColor(0.0));
    QCOMPARE(painted(2, 0.5), plot.palette().color(QPalette::Base).rgb());
}

void TestStripPlot::theScaleOnlyGrows()
{
    ShownStrip shown(8);
    auto &[axis, plot] = shown;
    plot.setColorScale(MagnitudeScale::decades(-4, 0));
    showRun(plot, probed(8, 3));
    QCOMPARE(plot.colorScale(), MagnitudeScale::decades(-7, 0));
    RunHistory healthy(8, 200);
    healthy.append({Metric::ProbeSpeed, 1}, 0, 0.1);
    showRun(plot, healthy, {}, 2);
    QCOMPARE(plot.colorScale(), MagnitudeScale::decades(-7, 0));
}

void TestStripPlot::anotherRunForgetsTheOldOnesCells()
{
    ShownStrip shown(2);
    auto &[axis, plot] = shown;
    showRun(plot, probed(2, 3));
    QVERIFY(std::isfinite(plot.picture().value(0, plot.picture().columns() / 2)));
    showRun(plot, RunHistory(2, 200), {}, 2);
    for (int column = 0; column < plot.picture().columns(); ++column)
        QVERIFY(std::isnan(plot.picture().value(0, column)));
}

void TestStripPlot::hoveringReadsOneLayerAndAnothersCrosshairAll()
{
    ShownStrip shown(3);
    auto &[axis, plot] = shown;
    RunHistory history = probed(2, 3);
    showRun(plot, history);
    hover(plot, cellOf(plot, 1, 3, 0.5));
    QCOMPARE(plot.scene().curves.size(), std::size_t{1});
    QCOMPARE(plot.scene().curves.front().label, QStringLiteral("layer 2"));
    QCOMPARE(plot.scene().curves.front().line.front(), 1.0);
    QVERIFY(plot.scene().crosshairTitle.startsWith(QStringLiteral("epoch 0.5")));
    hover(plot, cellOf(plot, 2, 3, 0.5)); // there is no layer 3
    QVERIFY(plot.scene().curves.empty());
    QVERIFY(plot.scene().crosshairTitle.endsWith(QStringLiteral("layer 3: not measured")));
    leave(plot);
    axis.setCrosshair(0.5);
    QCoreApplication::processEvents();
    QCOMPARE(plot.scene().curves.size(), std::size_t{2});
}

void TestStripPlot::aClickNamesItsRowAndADragDoesNot()
{
    ShownStrip shown(4);
    auto &[axis, plot] = shown;
    showRun(plot, probed(4, 3));
    const QSignalSpy clicks(&plot, &StripPlot::rowClicked);
    QTest::mouseClick(canvas(plot), Qt::LeftButton, {}, cellOf(plot, 0, 4, 0.5));
    QTest::mouseClick(canvas(plot), Qt::LeftButton, {}, cellOf(plot, 3, 4, 0.5));
    QCOMPARE(clicks.count(), 2);
    QCOMPARE(clicks[0][0].toInt(), 0); // layer 1 is at the bottom
    QCOMPARE(clicks[1][0].toInt(), 3);
    const QPoint from = cellOf(plot, 2, 4, 0.3);
    QTest::mousePress(canvas(plot), Qt::LeftButton, {}, from);
    QTest::mouseMove(canvas(plot), from + QPoint(60, 0));
    QTest::mouseRelease(canvas(plot), Qt::LeftButton, {}, from + QPoint(60, 0));
    QTest::mouseClick(canvas(plot), Qt::LeftButton, {}, QPoint(2, 2)); // beside the picture
    QCOMPARE(clicks.count(), 2);
}

void TestStripPlot::sixtyLayersAreDrawnAndFewOfThemNamed()
{
    ShownStrip shown(60, {500, 140});
    auto &[axis, plot] = shown;
    showRun(plot, probed(60, 5));
    QCOMPARE(plot.picture().rows(), 60);
    QCOMPARE(plot.colorScale().lowest(), -59);
    const QImage image = plot.grab().toImage();
    // The names' column: rows of pixels with ink in them come in runs, a run a name.
    int names = 0;
    bool wasInk = false;
    const QRgb page = plot.palette().color(QPalette::Base).rgb();
    for (int y = plot.pictureRect().top(); y < plot.pictureRect().bottom(); ++y) {
        bool isInk = false;
        for (int x = plot.pictureRect().right() + 6; x < image.width(); ++x)
            isInk = isInk || image.pixel(x, y) != page;
        names += isInk && !wasInk ? 1 : 0;
        wasInk = isInk;
    }
    QVERIFY2(names >= 2 && names <= 12, qPrintable(QString::number(names)));
    QSignalSpy clicks(&plot, &StripPlot::rowClicked);
    QTest::mouseClick(canvas(plot), Qt::LeftButton, {}, cellOf(plot, 31, 60, 0.5));
    QVERIFY(std::abs(clicks[0][0].toInt() - 31) <= 1);
}

void TestStripPlot::anEmptyRunAndNoRowAreDrawn()
{
    ShownStrip shown(0);
    auto &[axis, plot] = shown;
    showRun(plot, RunHistory());
    QVERIFY(!plot.grab().isNull());
    const QSignalSpy clicks(&plot, &StripPlot::rowClicked);
    QTest::mouseClick(canvas(plot), Qt::LeftButton, {}, plot.pictureRect().center());
    QCOMPARE(clicks.count(), 0);
    plot.setRows(rowsOf(1));
    showRun(plot, RunHistory(1, 10), {}, 2);
    QCOMPARE(plot.picture().rows(), 1);
}

void TestStripPlot::theTableHasAllLayers()
{
    ShownStrip shown(2);
    auto &[axis, plot] = shown;
    showRun(plot, probed(2, 3));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QVERIFY(plot.writeValues(buffer));
    const QList<QByteArray> lines = buffer.data().trimmed().split('\n');
    QCOMPARE(lines.size(), 7);
    QCOMPARE(lines[1], QByteArray("\"\",probe_speed_layer_1,0,0,0,0,1,0.1,0.1,0.1"));
    QVERIFY(lines[6].startsWith("\"\",probe_speed_layer_2,200,200,1,"));
}

void TestStripPlot::imagesAreSavedInEveryFormat()
{
    ShownStrip shown(3);
    auto &[axis, plot] = shown;
    showRun(plot, probed(3, 3));
    const QTemporaryDir folder;
    const std::pair<const char *, QByteArray> formats[]{
        {"a.png", "\x89PNG"}, {"a.PDF", "%PDF"}, {"a.svg", "<?xml"}};
    for (const auto &[name, magic] : formats) {
        const QString path = folder.filePath(QString::fromLatin1(name));
        QCOMPARE(saveImage(path, plot.plot()), QString());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.read(magic.size()), magic);
        QVERIFY(file.size() > 1000);
    }
    QVERIFY(!saveImage(folder.filePath("missing/a.svg"), plot.plot()).isEmpty());

    // The drawing has the same cells as the screen.
    const QImage drawing(folder.filePath("a.svg"));
    QVERIFY(!drawing.isNull());
    for (int row = 0; row < 3; ++row) {
        const QColor cell = QColor::fromRgb(
            drawing.pixel(cellOf(plot, row, 3, 0.5) * drawing.width() / plot.width()));
        const QColor wanted = QColor::fromRgb(magnitudeColor(0.5 + 0.25 * row));
        QVERIFY(std::abs(cell.red() - wanted.red()) <= 2);
        QVERIFY(std::abs(cell.blue() - wanted.blue()) <= 2);
    }
}

NABLA_WINDOW_TEST(TestStripPlot)
#include "tst_strip_plot.moc"
