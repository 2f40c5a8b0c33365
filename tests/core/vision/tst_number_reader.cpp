// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vision/number_reader.h"
#include "tests/support/placed_digits.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

using namespace nabla;

/// How a number falls into pieces, with a reader that knows bars and rings.
class TestNumberReader final : public QObject
{
    Q_OBJECT

private slots:
    void barsAndRingsAreParted();
    void strokesThatMeetAreOneDigit();
    void aJoinedStrokeIsParted();
    void touchingInkOfAPictureIsParted();
    void aPictureIsReadLikeItsStrokes();
    void runnersUpComeInOrder();
    void cutsByHandAreObeyed();
    void placeAndSizeDoNotMatter();
    void thereIsNothingToReadWithoutInk();
    void tooMuchInkIsNoNumber();
    void flatAndEndlessStrokesAreRead();
    void aReaderThatKnowsNothingStillParts();
};

namespace {

constexpr double noNumber = std::numeric_limits<double>::quiet_NaN();

Stroke ring(double x, double y, double width = 0.6, double height = 1.0)
{
    Stroke stroke;
    for (int i = 0; i <= 40; ++i) {
        const double angle = 2.0 * std::numbers::pi * i / 40.0;
        stroke.push_back({x + 0.5 * width * std::sin(angle), y - 0.5 * height * std::cos(angle)});
    }
    return stroke;
}

Stroke bar(double x, double top = 0.0, double bottom = 1.0)
{
    return {{x, top}, {x, bottom}};
}

/// Knows an upright bar (1), a ring (0) and a cross of bars (4) by their ink; of the rest it is
/// unsure.
std::array<float, 10> look(const Raster &raster)
{
    const auto ink = [&](int row, int column) {
        return raster[static_cast<std::size_t>(row * 28 + column)] > 100;
    };
    int inked = 0;
    int middle = 0;
    int width = 0;
    for (int column = 0; column < 28; ++column) {
        bool any = false;
        for (int row = 0; row < 28; ++row) {
            inked += ink(row, column) ? 1 : 0;
            any = any || ink(row, column);
        }
        width += any ? 1 : 0;
        middle += ink(14, column) ? 1 : 0;
    }
    std::array<float, 10> scores;
    scores.fill(0.002F);
    if (width <= 4 && inked >= 15)
        scores[1] = 0.99F;
    else if (!ink(14, 14) && middle >= 1 && middle <= 8 && width >= 9 && width <= 14)
        scores[0] = 0.99F;
    else if (middle >= 12)
        scores[4] = 0.95F;
    return scores;
}

std::vector<std::array<float, 10>> lookAtAll(std::span<const Raster> rasters)
{
    std::vector<std::array<float, 10>> scores;
    for (const Raster &raster : rasters)
        scores.push_back(look(raster));
    return scores;
}

std::string readFirst(const Drawing &drawing)
{
    const auto readings = readNumber(*inkOfStrokes(drawing), lookAtAll);
    return readings.empty() ? std::string() : readings.front().digits;
}

/// A drawing as white ink, `scale` pixels a unit, with a pen of three pixels.
GrayImage painted(const Drawing &drawing, int width, int height, double scale)
{
    GrayImage image = nabla::test::blackPicture(width, height);
    for (const Stroke &stroke : drawing) {
        for (std::size_t i = 1; i < stroke.size(); ++i) {
            for (int step = 0; step <= 200; ++step) {
                const double share = step / 200.0;
                const double x
                    = 10 + scale * (stroke[i - 1].x + share * (stroke[i].x - stroke[i - 1].x));
                const double y
                    = 10 + scale * (stroke[i - 1].y + share * (stroke[i].y - stroke[i - 1].y));
                for (int v = -1; v <= 1; ++v) {
                    for (int u = -1; u <= 1; ++u)
                        image.pixels[static_cast<std::size_t>(
                            (static_cast<int>(std::lround(y)) + v) * width
                            + static_cast<int>(std::lround(x)) + u)]
                            = 255;
                }
            }
        }
    }
    return image;
}

} // namespace

void TestNumberReader::barsAndRingsAreParted()
{
    const Drawing drawing{ring(0.3, 0.5), bar(0.9), ring(1.5, 0.5), bar(2.1)};
    const auto readings = readNumber(*inkOfStrokes(drawing), lookAtAll);
    QCOMPARE(readings.front().digits, std::string("0101"));
    QCOMPARE(readings.front().pieces.size(), std::size_t{4});
    QCOMPARE(readings.front().cuts.size(), std::size_t{3});
    QVERIFY(std::fabs(readings.front().cuts[0] - 0.75) < 1e-9); // between 0.6 and 0.9
    QVERIFY(readings.front().pieces[1].confidence > 0.6);
    QCOMPARE(readings.front().pieces[3].left, 2.1);
    // The order in which it was written says nothing.
    const Drawing shuffled{drawing[2], drawing[0], drawing[3], drawing[1]};
    QCOMPARE(readFirst(shuffled), std::string("0101"));
}

void TestNumberReader::strokesThatMeetAreOneDigit()
{
    const Stroke across{{0.0, 0.5}, {0.8, 0.5}};
    QCOMPARE(readFirst({bar(0.4), across, bar(1.2)}), std::string("41"));
}

void TestNumberReader::aJoinedStrokeIsParted()
{
    // A bar and a ring without lifting the pen: up along the bar's foot to the ring.
    Stroke joined = bar(0.0);
    for (const StrokePoint &point : ring(1.1, 0.5)) {
        if (point.y > 0.3 || joined.size() > 4)
            joined.push_back(point);
    }
    const auto ink = inkOfStrokes({joined});
    QVERIFY(ink->fragments().size() >= 2);
    QVERIFY(ink->fragments()[1].cutFromPrevious);
    QVERIFY(ink->fragments().front().right < 0.8); // the ring begins there
    QVERIFY(ink->fragments().back().left > 0.0);
}

void TestNumberReader::touchingInkOfAPictureIsParted()
{
    const Drawing drawing{ring(0.3, 0.5), ring(0.92, 0.5)};
    const GrayImage image = painted(drawing, 160, 120, 100.0);
    QCOMPARE(inkOfPicture(image)->fragments().front().cutFromPrevious, false);
    QVERIFY(inkOfPicture(image)->fragments().size() >= 2);
    const auto readings = readNumber(*inkOfPicture(image), lookAtAll);
    QCOMPARE(readings.front().digits, std::string("00"));
    QVERIFY(std::fabs(readings.front().cuts.front() - 71.0) < 8.0);
}

void TestNumberReader::aPictureIsReadLikeItsStrokes()
{
    const Drawing drawing{ring(0.3, 0.5), bar(0.9), ring(1.5, 0.5), bar(2.1)};
    GrayImage image = painted(drawing, 240, 120, 100.0);
    const auto ink = inkOfPicture(image);
    QCOMPARE(ink->fragments().size(), std::size_t{4});
    QCOMPARE(readNumber(*ink, lookAtAll).front().digits, std::string("0101"));
    image.pixels[5 * 240 + 100] = 255; // dust
    QCOMPARE(readNumber(*inkOfPicture(image), lookAtAll).front().digits, std::string("0101"));
    for (std::uint8_t &pixel : image.pixels)
        pixel = static_cast<std::uint8_t>(255 - pixel);
    QCOMPARE(readNumber(*inkOfPicture(image), lookAtAll).front().digits, std::string("0101"));
}

void TestNumberReader::runnersUpComeInOrder()
{
    const Drawing drawing{bar(0.0), Stroke{{-0.25, 0.5}, {0.3, 0.5}}, bar(0.6)};
    const auto readings = readNumber(*inkOfStrokes(drawing), lookAtAll, 4);
    QVERIFY(readings.size() >= 2 && readings.size() <= 4);
    for (std::size_t i = 1; i < readings.size(); ++i) {
        QVERIFY(readings[i].cost >= readings[i - 1].cost);
        for (std::size_t k = 0; k < i; ++k)
            QVERIFY(readings[i].digits != readings[k].digits);
    }
}

void TestNumberReader::cutsByHandAreObeyed()
{
    const Drawing drawing{bar(0.0), bar(0.3), bar(0.6)};
    const std::vector<double> cut{0.45};
    const NumberReading reading = readPieces(*inkOfStrokes(drawing, cut), cut, lookAtAll);
    QCOMPARE(reading.pieces.size(), std::size_t{2});
    QCOMPARE(reading.pieces[0].right, 0.3);
    QCOMPARE(reading.pieces[1].digit, 1);
    // A cut through the middle of a stroke parts it; beside the ink it parts nothing.
    const Drawing line{Stroke{{0.0, 0.0}, {1.0, 0.0}}};
    const std::vector<double> half{0.5};
    QCOMPARE(readPieces(*inkOfStrokes(line, half), half, lookAtAll).pieces.size(), std::size_t{2});
    const std::vector<double> beside{1.5};
    QCOMPARE(readPieces(*inkOfStrokes(line, beside), beside, lookAtAll).pieces.size(),
             std::size_t{1});
}

void TestNumberReader::placeAndSizeDoNotMatter()
{
    Drawing drawing{ring(0.3, 0.5), bar(0.9), ring(1.5, 0.5)};
    for (Stroke &stroke : drawing) {
        for (StrokePoint &point : stroke)
            point = {1e6 + 300.0 * point.x, -5e5 + 300.0 * point.y};
    }
    QCOMPARE(readFirst(drawing), std::string("010"));
}

void TestNumberReader::thereIsNothingToReadWithoutInk()
{
    QVERIFY(readFirst({}).empty());
    QVERIFY(readFirst({Stroke{}}).empty());
    QVERIFY(readFirst({Stroke{{noNumber, 0.0}, {0.0, noNumber}}}).empty());
    QVERIFY(readNumber(*inkOfPicture({}), lookAtAll).empty());
    QVERIFY(readNumber(*inkOfPicture(nabla::test::blackPicture(50, 50)), lookAtAll).empty());
    QVERIFY(readPieces(*inkOfStrokes({}), {}, lookAtAll).pieces.empty());
    // A dot is ink, whatever it says.
    QCOMPARE(readFirst({Stroke{{3.0, 3.0}}}).size(), std::size_t{1});
}

void TestNumberReader::tooMuchInkIsNoNumber()
{
    Drawing drawing;
    for (int i = 0; i < 10'000; ++i)
        drawing.push_back(bar(0.01 * i));
    const auto ink = inkOfStrokes(drawing);
    QVERIFY(ink->fragments().size() > maxInkFragments);
    QVERIFY(readNumber(*ink, lookAtAll).empty());
}

void TestNumberReader::flatAndEndlessStrokesAreRead()
{
    // Nothing has a height, or next to none.
    QCOMPARE(readFirst({Stroke{{0.0, 0.0}, {1.0, 0.0}}}).size(), std::size_t{1});
    QVERIFY(!readFirst({Stroke{{0.0, 0.0}, {1.0, 1e-12}}}).empty());
    const auto dots
        = readNumber(*inkOfStrokes({Stroke{{0.0, 0.0}}, Stroke{{5.0, 0.0}}}), lookAtAll);
    for (const NumberReading &reading : dots)
        QVERIFY(std::isfinite(reading.cost));
    // Two scribbles over each other, of more points than anybody draws.
    Drawing scribbles(2);
    for (int i = 0; i < 400'000; ++i)
        scribbles[static_cast<std::size_t>(i % 2)].push_back(
            {3.0 + 3.0 * std::sin(0.7 * i), 0.5 + 0.5 * std::sin(1.3 * i)});
    QVERIFY(!readFirst(scribbles).empty());
}

void TestNumberReader::aReaderThatKnowsNothingStillParts()
{
    const auto nothing = [](std::span<const Raster> rasters) {
        std::array<float, 10> none;
        none.fill(std::numeric_limits<float>::quiet_NaN());
        return std::vector<std::array<float, 10>>(rasters.size(), none);
    };
    const Drawing drawing{bar(0.0), bar(1.0)};
    const auto readings = readNumber(*inkOfStrokes(drawing), nothing);
    QCOMPARE(readings.front().pieces.size(), std::size_t{2});
    QCOMPARE(readings.front().pieces.front().confidence, 0.0);
}

NABLA_TEST(TestNumberReader)
#include "tst_number_reader.moc"
