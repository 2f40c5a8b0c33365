// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/plots/plot_theme.h"

#include <QApplication>
#include <QPalette>
#include <QTest>

using namespace nabla::ui;

class TestPlotTheme final : public QObject
{
    Q_OBJECT

private slots:
    void streamingCurvesAreNeverWiderThanAPixel();
    void theMeanStandsOutOfItsEnvelope();
    void colorsComeFromThePalette();
    void theFontIsALittleSmallerInPixelsAndInPoints();
};

void TestPlotTheme::streamingCurvesAreNeverWiderThanAPixel()
{
    QVERIFY(streamingPen(Qt::red, Qt::black).widthF() <= 1.0);
    QCOMPARE(streamingPen(Qt::red, Qt::black).style(), Qt::SolidLine);
    QCOMPARE(streamingPen(Qt::red, Qt::black).color().alpha(), 255);
}

void TestPlotTheme::theMeanStandsOutOfItsEnvelope()
{
    const QPen envelope = streamingPen(Qt::red, Qt::black);
    QVERIFY(meanPen(Qt::red).widthF() > envelope.widthF());
    QVERIFY(meanPen(Qt::red).color().red() > envelope.color().red());
}

void TestPlotTheme::colorsComeFromThePalette()
{
    QPalette palette;
    palette.setColor(QPalette::Base, QColor(10, 20, 30));
    palette.setColor(QPalette::Text, QColor(200, 210, 220));
    palette.setColor(QPalette::PlaceholderText, QColor(100, 110, 120));
    const PlotColors colors = plotColors(palette);
    QCOMPARE(colors.background, QColor(10, 20, 30));
    QCOMPARE(colors.text, QColor(200, 210, 220));
    QCOMPARE(colors.secondaryText, QColor(100, 110, 120));
    QVERIFY(colors.grid.lightness() > colors.background.lightness());
    QVERIFY(colors.grid.lightness() < colors.secondaryText.lightness());
}

void TestPlotTheme::theFontIsALittleSmallerInPixelsAndInPoints()
{
    QFont pixels;
    pixels.setPixelSize(20);
    QVERIFY(plotFont(pixels).pixelSize() < 20 && plotFont(pixels).pixelSize() > 14);
    QFont points;
    points.setPointSizeF(20.0);
    QVERIFY(plotFont(points).pointSizeF() < 20.0 && plotFont(points).pointSizeF() > 14.0);
}

NABLA_WINDOW_TEST(TestPlotTheme)
#include "tst_plot_theme.moc"
