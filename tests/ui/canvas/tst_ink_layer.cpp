// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/canvas/ink_layer.h"

#include <QApplication>
#include <QPainter>
#include <QTest>

#include <cmath>

using namespace nabla;
using namespace nabla::ui;

class TestInkLayer final : public QObject
{
    Q_OBJECT

private slots:
    void aGrowingStrokeEndsUpAsIfPaintedAtOnce();
    void afterInvalidateTheNewStrokesAreSeen();
    void aSheetOfAnotherSizeIsPaintedAnew();
    void aLightPenDrawsAThinLine();
};

namespace {

QImage painted(InkLayer &layer, const Drawing &drawing, InkLayer::LastStroke last, int side = 100)
{
    QImage image(side, side, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    layer.paint(painter, drawing, last, QRectF(0, 0, side, side));
    return image;
}

bool isInk(const QImage &image, int x, int y)
{
    return qGray(image.pixel(x, y)) < 100;
}

/// Grey levels by which two pictures differ, at most.
int difference(const QImage &a, const QImage &b)
{
    int most = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            most = std::max(most, std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))));
    }
    return most;
}

} // namespace

void TestInkLayer::aGrowingStrokeEndsUpAsIfPaintedAtOnce()
{
    InkLayer growing;
    Drawing drawing{{{0.1, 0.9}, {0.3, 0.9}}, {}};
    for (int i = 0; i <= 40; ++i) {
        const double angle = 0.15 * i;
        drawing.back().push_back({0.5 + 0.3 * std::cos(angle), 0.5 + 0.3 * std::sin(angle)});
        painted(growing, drawing, InkLayer::LastStroke::Growing);
    }
    InkLayer fresh;
    const QImage piecewise = painted(growing, drawing, InkLayer::LastStroke::Growing);
    const QImage whole = painted(fresh, drawing, InkLayer::LastStroke::Finished);
    QVERIFY(isInk(piecewise, 80, 50));
    QVERIFY(difference(piecewise, whole) < 100); // the rims of joined pieces are a little darker
}

void TestInkLayer::afterInvalidateTheNewStrokesAreSeen()
{
    InkLayer layer;
    QVERIFY(
        isInk(painted(layer, {{{0.2, 0.2}, {0.8, 0.2}}}, InkLayer::LastStroke::Finished), 50, 20));
    layer.invalidate();
    const QImage after = painted(layer, {{{0.2, 0.8}, {0.8, 0.8}}}, InkLayer::LastStroke::Finished);
    QVERIFY(!isInk(after, 50, 20));
    QVERIFY(isInk(after, 50, 80));
}

void TestInkLayer::aSheetOfAnotherSizeIsPaintedAnew()
{
    InkLayer layer;
    const Drawing drawing{{{0.2, 0.5}, {0.8, 0.5}}};
    QVERIFY(isInk(painted(layer, drawing, InkLayer::LastStroke::Finished, 100), 50, 50));
    QVERIFY(isInk(painted(layer, drawing, InkLayer::LastStroke::Finished, 200), 100, 100));
}

void TestInkLayer::aLightPenDrawsAThinLine()
{
    // The line is 6 pixels wide where the pen is pressed fully, a third of it where it hardly
    // touches; it grows to the right.
    const Drawing swelling{{{0.1, 0.5, 0.0}, {0.3, 0.5, 0.0}, {0.7, 0.5, 1.0}, {0.9, 0.5, 1.0}}};
    const auto widthAt = [](const QImage &image, int x) {
        int width = 0;
        for (int y = 0; y < image.height(); ++y)
            width += isInk(image, x, y) ? 1 : 0;
        return width;
    };
    for (const auto last : {InkLayer::LastStroke::Growing, InkLayer::LastStroke::Finished}) {
        InkLayer layer;
        const QImage image = painted(layer, swelling, last);
        QVERIFY(widthAt(image, 15) >= 1 && widthAt(image, 15) <= 3);
        QVERIFY(widthAt(image, 80) >= 5);
    }
}

NABLA_WINDOW_TEST(TestInkLayer)
#include "tst_ink_layer.moc"
