// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vision/prepared_picture.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <algorithm>
#include <cstdint>
#include <vector>

using namespace nabla;

class TestPreparedPicture final : public QObject
{
    Q_OBJECT

private slots:
    void allStepsAreWhatIsReadWithoutSwitches();
    void withoutTheBoxTheInkStandsWhereItIsOnItsPaper();
    void withoutTheAspectBothSidesAreTwentyPixels();
    void withoutTheMassTheBoxStaysInTheMiddle();
    void theMassIsCentredWithoutTheBoxToo();
    void aPictureHasNoPen();
    void theStagesLeadFromTheInkToWhatIsRead();
    void aPreparedPictureStaysAsItIs();
    void withoutInkThereIsNothing();
};

namespace {

/// Pixels left ... right - 1, top ... bottom - 1.
struct Block
{
    int left, top, right, bottom;
};

/// Black blocks on white paper.
GrayImage blocks(int width, int height, const std::vector<Block> &ink)
{
    GrayImage image{width, height, {}};
    image.pixels.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 255);
    for (const Block &block : ink) {
        for (int y = block.top; y < block.bottom; ++y)
            std::fill_n(image.pixels.begin() + y * width + block.left, block.right - block.left, 0);
    }
    return image;
}

/// The frame with one block of full ink.
Raster frameWith(const Block &block)
{
    Raster raster{};
    for (int y = block.top; y < block.bottom; ++y)
        std::fill_n(raster.begin() + y * rasterSide + block.left, block.right - block.left, 255);
    return raster;
}

/// Something like an L, far from the middle.
GrayImage corner()
{
    return blocks(120, 90, {{60, 10, 70, 70}, {60, 60, 100, 70}});
}

Normalization without(bool Normalization::*step)
{
    Normalization steps;
    steps.*step = false;
    return steps;
}

std::vector<Normalization> allWays()
{
    std::vector<Normalization> ways;
    for (unsigned bits = 0; bits < (1U << normalizationSteps); ++bits) {
        Normalization way;
        for (std::size_t step = 0; step < normalizationSteps; ++step)
            way.*normalizationSwitches[step] = ((bits >> step) & 1U) != 0;
        ways.push_back(way);
    }
    return ways;
}

} // namespace

void TestPreparedPicture::allStepsAreWhatIsReadWithoutSwitches()
{
    GrayImage shaded = corner();
    for (std::size_t i = 0; i < shaded.pixels.size(); ++i)
        shaded.pixels[i] = static_cast<std::uint8_t>(shaded.pixels[i] / 2 + i % 120 / 3 + i % 5);
    for (const GrayImage &image : {corner(), shaded, blocks(9, 9, {{4, 2, 5, 7}})}) {
        const auto picture = preparePicture(image);
        QVERIFY(picture);
        QVERIFY(std::ranges::equal(picture->raster(), normalizeDigit(image)));
    }
}

/// 56 x 28: the square around it has a rasterSide of 56, so two pixels make one, and the picture
/// fills the rows from 7 to 20.
void TestPreparedPicture::withoutTheBoxTheInkStandsWhereItIsOnItsPaper()
{
    const auto picture = preparePicture(blocks(56, 28, {{10, 4, 20, 14}}));
    QCOMPARE(picture->raster(noNormalization), frameWith({5, 9, 10, 14}));
    // The aspect is the box's.
    QCOMPARE(picture->raster({false, true, true, false}), frameWith({5, 9, 10, 14}));
}

/// 20 x 80: kept, it is 5 x 20.
void TestPreparedPicture::withoutTheAspectBothSidesAreTwentyPixels()
{
    const auto picture = preparePicture(blocks(120, 120, {{10, 20, 30, 100}}));
    QCOMPARE(picture->raster(without(&Normalization::keepAspect)), frameWith({4, 4, 24, 24}));
    QCOMPARE(picture->raster(), frameWith({12, 4, 17, 24}));
}

/// The L is 40 x 60, so 13 x 20 pixels; most of it is left and below.
void TestPreparedPicture::withoutTheMassTheBoxStaysInTheMiddle()
{
    const auto picture = preparePicture(corner());
    const Raster &placed = picture->raster(without(&Normalization::centerByMass));
    for (int row = 0; row < rasterSide; ++row) {
        for (int column = 0; column < rasterSide; ++column) {
            const bool isBox = row >= 4 && row < 24 && column >= 7 && column < 20;
            QVERIFY(isBox || placed[static_cast<std::size_t>(row * rasterSide + column)] == 0);
        }
    }
    QCOMPARE(int(placed[4 * rasterSide + 7]), 255);
    QCOMPARE(int(placed[23 * rasterSide + 19]), 255);
    QVERIFY(placed != picture->raster());
    QCOMPARE(centerByMass(placed), picture->raster());
}

void TestPreparedPicture::theMassIsCentredWithoutTheBoxToo()
{
    const auto picture = preparePicture(blocks(56, 28, {{10, 4, 20, 14}}));
    QCOMPARE(picture->raster(without(&Normalization::fitBox)), frameWith({12, 12, 17, 17}));
}

void TestPreparedPicture::aPictureHasNoPen()
{
    const auto picture = preparePicture(corner());
    for (Normalization way : allWays()) {
        const Raster raster = picture->raster(way);
        way.penInFrame = !way.penInFrame;
        QCOMPARE(picture->raster(way), raster);
    }
}

void TestPreparedPicture::theStagesLeadFromTheInkToWhatIsRead()
{
    const auto picture = preparePicture(corner());
    for (const Normalization &way : allWays()) {
        const auto stages = picture->stages(way);
        QCOMPARE(stages.front(), picture->raster(noNormalization));
        QCOMPARE(stages.back(), picture->raster(way));
        for (std::size_t step = 0; step < normalizationSteps; ++step)
            QVERIFY(way.*normalizationSwitches[step] || stages[step + 1] == stages[step]);
        QCOMPARE(stages[3], stages[2]); // the pen
    }
    const auto stages = picture->stages({});
    QVERIFY(stages[1] != stages[0]);
    QVERIFY(stages[2] != stages[1]);
    QVERIFY(stages[4] != stages[3]);
}

void TestPreparedPicture::aPreparedPictureStaysAsItIs()
{
    GrayImage image{rasterSide, rasterSide, std::vector<std::uint8_t>(rasterSide * rasterSide, 0)};
    for (int y = 3; y < 20; ++y)
        image.pixels[static_cast<std::size_t>(y * rasterSide + 8)]
            = static_cast<std::uint8_t>(255 - y);
    const auto picture = preparePicture(image);
    for (const Normalization &way : allWays())
        QVERIFY(std::ranges::equal(picture->raster(way), image.pixels));
}

void TestPreparedPicture::withoutInkThereIsNothing()
{
    QVERIFY(!preparePicture({}));
    QVERIFY(!preparePicture(blocks(1, 1, {{0, 0, 1, 1}})));
    QVERIFY(!preparePicture(blocks(50, 40, {})));
    QCOMPARE(PreparedPicture().raster(), Raster{});
}

NABLA_TEST(TestPreparedPicture)
#include "tst_prepared_picture.moc"
