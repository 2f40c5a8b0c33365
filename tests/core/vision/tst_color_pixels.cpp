// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vision/color_pixels.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <algorithm>
#include <cstdlib>
#include <vector>

using namespace nabla;

class TestColorPixels final : public QObject
{
    Q_OBJECT

private slots:
    void greyIsAsLightAsTheColour();
    void whatIsTransparentShowsPaper();
    void oneGreyWithTransparencyIsInk_data();
    void oneGreyWithTransparencyIsInk();
    void twoGreysKeepTheirColours();
    void anOpaquePictureStaysAsItIs();
};

namespace {

constexpr ColorPixel nothing{10, 20, 30, 0};
constexpr ColorPixel whitePaper{255, 255, 255, 255};

} // namespace

Q_DECLARE_METATYPE(ColorPixel)

void TestColorPixels::greyIsAsLightAsTheColour()
{
    for (int level = 0; level < 256; ++level) {
        const auto gray = static_cast<std::uint8_t>(level);
        QCOMPARE(luminance({gray, gray, gray, 255}), gray);
        const auto near = static_cast<std::uint8_t>(std::max(0, level - 1));
        QVERIFY(std::abs(luminance({gray, gray, near, 255}) - level) <= 1);
    }
    QCOMPARE(luminance({255, 0, 0, 255}), std::uint8_t(127));
    QCOMPARE(luminance({0, 255, 0, 255}), std::uint8_t(220));
    QCOMPARE(luminance({0, 0, 255, 255}), std::uint8_t(76));
    QCOMPARE(luminance({255, 255, 0, 255}), std::uint8_t(247));
}

void TestColorPixels::whatIsTransparentShowsPaper()
{
    std::vector<ColorPixel> picture{{255, 0, 0, 255}, {0, 0, 0, 128}, nothing};
    layOnPaper(picture);
    QCOMPARE(picture,
             (std::vector<ColorPixel>{{255, 0, 0, 255}, {127, 127, 127, 255}, whitePaper}));
    QCOMPARE(grayOf(3, 1, picture).pixels, (std::vector<std::uint8_t>{127, 127, 255}));
}

void TestColorPixels::oneGreyWithTransparencyIsInk_data()
{
    QTest::addColumn<ColorPixel>("one");
    QTest::addColumn<ColorPixel>("other");
    QTest::newRow("white") << ColorPixel{255, 255, 255, 255} << ColorPixel{255, 255, 255, 255};
    QTest::newRow("almost white") << ColorPixel{255, 255, 255, 255}
                                  << ColorPixel{235, 235, 235, 255};
    QTest::newRow("yellow and white") << ColorPixel{255, 255, 0, 255} << whitePaper;
    QTest::newRow("two pale colours")
        << ColorPixel{255, 225, 235, 255} << ColorPixel{225, 255, 255, 255};
    QTest::newRow("a fainter other one")
        << ColorPixel{200, 200, 200, 255} << ColorPixel{0, 0, 0, 127};
}

void TestColorPixels::oneGreyWithTransparencyIsInk()
{
    QFETCH(ColorPixel, one);
    QFETCH(ColorPixel, other);
    std::vector<ColorPixel> picture{one, other, nothing};
    layOnPaper(picture);
    const auto rest = static_cast<std::uint8_t>(255 - other.alpha);
    QCOMPARE(picture,
             (std::vector<ColorPixel>{{0, 0, 0, 255}, {rest, rest, rest, 255}, whitePaper}));
}

void TestColorPixels::twoGreysKeepTheirColours()
{
    const ColorPixel blue{0, 0, 255, 255};
    std::vector<ColorPixel> picture{blue, whitePaper, nothing};
    layOnPaper(picture);
    QCOMPARE(picture, (std::vector<ColorPixel>{blue, whitePaper, whitePaper}));
}

void TestColorPixels::anOpaquePictureStaysAsItIs()
{
    const std::vector<ColorPixel> gray(5, ColorPixel{90, 90, 90, 255});
    std::vector<ColorPixel> picture = gray;
    layOnPaper(picture);
    QCOMPARE(picture, gray);
}

NABLA_TEST(TestColorPixels)
#include "tst_color_pixels.moc"
