// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vision/mnist_raster.h"
#include "tests/support/raster_ink.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <random>

using namespace nabla;
using nabla::test::RasterInk;

class TestMnistRaster final : public QObject
{
    Q_OBJECT

private slots:
    void nothingDrawnIsABlankRaster();
    void theLongerSideIsTwentyPixels_data();
    void theLongerSideIsTwentyPixels();
    void theCenterOfMassIsInTheMiddle();
    void sizeAndPlaceOfTheDrawingDoNotMatter();
    void theLineIsAsWideAsThePen();
    void aDotIsASmallBlobInTheMiddle();
    void aTapOfThePenIsNotBlownUp();
    void pointsThatAreNotNumbersAreLeftOut();
    void absurdPensAreTolerated();
    void extremeCoordinatesAreTolerated();
    void crossingStrokesAreNoDarkerThanOne();
    void doubledPointsChangeNothing();
    void aScribbleOfTenThousandStrokesIsDrawn();
};

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

int at(const Raster &raster, int column, int row)
{
    return raster[static_cast<std::size_t>(row * rasterSide + column)];
}

Drawing seven(double scale = 1.0, double x = 0.0, double y = 0.0)
{
    return {{{x, y}, {x + 60 * scale, y}, {x + 20 * scale, y + 100 * scale}},
            {{x + 10 * scale, y + 50 * scale}, {x + 60 * scale, y + 50 * scale}}};
}

} // namespace

void TestMnistRaster::nothingDrawnIsABlankRaster()
{
    QCOMPARE(rasterize({}), Raster{});
    QCOMPARE(rasterize({{}, {}}), Raster{});
    QCOMPARE(rasterize({{{notANumber, 0.0}, {0.0, infinity}}}), Raster{});
}

void TestMnistRaster::theLongerSideIsTwentyPixels_data()
{
    QTest::addColumn<double>("width");
    QTest::addColumn<double>("edge");
    QTest::addColumn<double>("variation");
    for (const double width : {1.0, 2.2, 4.3}) {
        for (const double edge : {0.6, 1.3, 2.5}) {
            for (const double variation : {0.0, 0.3})
                QTest::addRow("%.1f %.1f %.1f", width, edge, variation)
                    << width << edge << variation;
        }
    }
}

void TestMnistRaster::theLongerSideIsTwentyPixels()
{
    QFETCH(double, width);
    QFETCH(double, edge);
    QFETCH(double, variation);
    Pen pen;
    pen.width = width;
    pen.edge = edge;
    pen.widthVariation = variation;
    for (int phase = 0; phase < 6; ++phase) {
        pen.widthPhase = phase;
        QCOMPARE(RasterInk(rasterize(seven(), pen)).longerSide(), 20);
        QCOMPARE(RasterInk(rasterize({{{0, 0}, {50, 3}}}, pen)).longerSide(), 20);
    }
}

void TestMnistRaster::theCenterOfMassIsInTheMiddle()
{
    // A flag whose mass is far from the middle of its box.
    const Drawing flag{{{0, 0}, {0, 100}}, {{0, 0}, {30, 0}, {30, 10}, {0, 10}, {0, 5}, {30, 5}}};
    for (const Drawing &drawing : {seven(), flag}) {
        const RasterInk ink(rasterize(drawing));
        QVERIFY(std::fabs(ink.x - 14.0) <= 0.5);
        QVERIFY(std::fabs(ink.y - 14.0) <= 0.5);
    }
}

void TestMnistRaster::sizeAndPlaceOfTheDrawingDoNotMatter()
{
    const Raster expected = rasterize(seven());
    for (const double scale : {1e-6, 0.25, 8.0, 1e9}) {
        const Raster actual = rasterize(seven(scale, 64.0 * scale, -1024.0 * scale));
        for (std::size_t i = 0; i < expected.size(); ++i)
            QVERIFY(std::abs(int(actual[i]) - int(expected[i])) <= 1);
    }
}

void TestMnistRaster::theLineIsAsWideAsThePen()
{
    for (const double width : {1.5, 2.2, 4.0}) {
        Pen pen;
        pen.width = width;
        const Raster raster = rasterize({{{0, 0}, {0, 100}}}, pen);
        double ink = 0.0;
        for (int column = 0; column < rasterSide; ++column)
            ink += at(raster, column, 14) / 255.0;
        QVERIFY2(std::fabs(ink - width) < 0.12, qPrintable(QString::number(ink)));
    }
}

void TestMnistRaster::aDotIsASmallBlobInTheMiddle()
{
    for (const Drawing &dot :
         {Drawing{{{100, 100}}}, Drawing{{{5, 5}, {5, 5}}}, Drawing{{{0, 0}}, {{0, 0}}}}) {
        const RasterInk ink(rasterize(dot));
        QVERIFY(ink.longerSide() >= 2 && ink.longerSide() <= 5);
        QVERIFY(ink.sum >= 3 * 255);
        QVERIFY(std::fabs(ink.x - 14.0) <= 0.5 && std::fabs(ink.y - 14.0) <= 0.5);
    }
}

void TestMnistRaster::aTapOfThePenIsNotBlownUp()
{
    Pen pen;
    pen.dotExtent = 10.0;
    const Drawing tap{{{140, 140}, {141, 140}, {141, 141}}};
    QCOMPARE(RasterInk(rasterize(tap)).longerSide(), 20);
    QVERIFY(RasterInk(rasterize(tap, pen)).longerSide() <= 6);
    QCOMPARE(rasterize(seven(), pen), rasterize(seven())); // a digit does not care
}

void TestMnistRaster::pointsThatAreNotNumbersAreLeftOut()
{
    Drawing drawing = seven();
    drawing[0].insert(drawing[0].begin() + 1, {notANumber, 3.0});
    drawing[0].push_back({infinity, -infinity});
    drawing.push_back({{1e300, 0.0}});
    QCOMPARE(rasterize(drawing), rasterize(seven()));
}

void TestMnistRaster::absurdPensAreTolerated()
{
    for (const double value : {0.0, -5.0, 1e300, 1e-300, infinity, notANumber}) {
        Pen pen;
        pen.width = value;
        pen.edge = value;
        pen.widthVariation = value;
        pen.widthPhase = value;
        pen.dotExtent = value;
        QVERIFY(RasterInk(rasterize(seven(), pen)).sum > 0.0);
    }
}

void TestMnistRaster::extremeCoordinatesAreTolerated()
{
    QCOMPARE(RasterInk(rasterize({{{-1e150, 0}, {1e150, 1e150}}})).longerSide(), 20);
    QVERIFY(RasterInk(rasterize({{{0, 0}, {1e-300, 1e-320}}})).sum > 0.0);
    QVERIFY(RasterInk(rasterize({{{1e150, 1e150}, {1e150, 1e150}}})).sum > 0.0);
    QCOMPARE(RasterInk(rasterize({{{1e-140, 0}, {3e-140, 0}}})).longerSide(), 20);
}

void TestMnistRaster::crossingStrokesAreNoDarkerThanOne()
{
    const Drawing once{{{0, 0}, {60, 100}}, {{60, 0}, {0, 100}}};
    Drawing twice = once;
    twice.insert(twice.end(), once.begin(), once.end());
    QCOMPARE(rasterize(twice), rasterize(once));
}

void TestMnistRaster::doubledPointsChangeNothing()
{
    Drawing doubled = seven();
    for (Stroke &stroke : doubled) {
        for (std::size_t i = 0; i < stroke.size(); i += 2)
            stroke.insert(stroke.begin() + static_cast<std::ptrdiff_t>(i), stroke[i]);
    }
    QCOMPARE(rasterize(doubled), rasterize(seven()));
}

void TestMnistRaster::aScribbleOfTenThousandStrokesIsDrawn()
{
    std::mt19937 random(1);
    Drawing scribble(10'000);
    for (Stroke &stroke : scribble) {
        for (int i = 0; i < 20; ++i)
            stroke.push_back(
                {static_cast<double>(random() % 280), static_cast<double>(random() % 280)});
    }
    // One line drawn over and over never fills its rim.
    Drawing repeated(10'000, {{0, 0}, {100, 30}, {0, 60}, {100, 90}});
    for (const Drawing &drawing : {scribble, repeated}) {
        QVERIFY(RasterInk(rasterize(drawing)).sum > 0.0);
    }
}

NABLA_TEST(TestMnistRaster)
#include "tst_mnist_raster.moc"
