// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/digits/digit_generator.h"
#include "core/digits/digit_writer.h"
#include "core/digits/drawn_digits.h"
#include "tests/support/frames.h"
#include "tests/support/test_program.h"
#include "ui/canvas/canvas_view.h"
#include "ui/canvas/digit_canvas.h"
#include "ui/panels/draw/draw_panel.h"
#include "ui/session/selection.h"

#include <QApplication>
#include <QTest>

#include <algorithm>

using namespace nabla;
using namespace nabla::ui;

/// What is drawn on the canvas and what the generator of the built-in digits draws are rendered by
/// the same code: the same polyline and pen give identical pixels.
class TestCanvasRaster final : public QObject
{
    Q_OBJECT

private slots:
    void thePaperIsRenderedAsTheGeneratorRenders();
    void whatTheMouseDrawsIsRenderedAsTheGeneratorRenders();
};

namespace {

/// Every hand writes with the very pen of the paper.
DigitStyle withThePapersPen()
{
    DigitStyle style = mildDigits();
    style.penWidth = paperPen().width;
    style.penWidthSpread = 0.0;
    style.penVariation = 0.0;
    style.edgeSpread = 0.0;
    return style;
}

} // namespace

void TestCanvasRaster::thePaperIsRenderedAsTheGeneratorRenders()
{
    const DigitStyle style = withThePapersPen();
    constexpr std::uint64_t seed = 20'261;
    Selection selection;
    DrawPanel panel(selection);
    for (std::uint64_t index = 0; index < 200; ++index) {
        const int digit = static_cast<int>(index % 10);
        DigitRandom random(seed, index);
        panel.canvas().sheet().setDrawing(writeDigit(style, digit, random));
        QCOMPARE(selection.image(), generateDigit(style, seed, index, digit));
    }
}

/// The points of a quick hand on a screen, many pixels apart, but near enough to show no corners.
void TestCanvasRaster::whatTheMouseDrawsIsRenderedAsTheGeneratorRenders()
{
    Selection selection;
    DrawPanel panel(selection);
    panel.resize(420, 640);
    panel.show();
    DigitCanvas &canvas = panel.canvas();
    const QRectF paper = canvas.view().paper();
    QVERIFY(paper.width() > 150.0);
    for (LabelledDrawing &written : drawDigits(withThePapersPen(), 7, 30)) {
        canvas.sheet().clear();
        for (Stroke &stroke : written.drawing) {
            for (StrokePoint &point : stroke) {
                const QPoint pixel(qRound(paper.left() + point.x * paper.width()),
                                   qRound(paper.top() + point.y * paper.height()));
                point.x = std::clamp((pixel.x() - paper.left()) / paper.width(), 0.0, 1.0);
                point.y = std::clamp((pixel.y() - paper.top()) / paper.height(), 0.0, 1.0);
                if (&point == &stroke.front())
                    QTest::mousePress(&canvas, Qt::LeftButton, {}, pixel);
                else
                    QTest::mouseMove(&canvas, pixel);
                if (&point == &stroke.back())
                    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, pixel);
            }
        }
        QCOMPARE(selection.image(), rasterize(written.drawing, paperPen()));
    }
}

NABLA_WINDOW_TEST(TestCanvasRaster)
#include "tst_canvas_raster.moc"
