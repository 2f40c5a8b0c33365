// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/distortion.h"
#include "core/math/digest.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

using namespace nabla;

class TestDistortion final : public QObject
{
    Q_OBJECT

private slots:
    void nothingLeavesEveryByte();
    void theSameSeedEpochAndIndexGiveTheSameBytes();
    void theOrderDoesNotMatter();
    void shiftsMoveTheCentreOfMassOnly();
    void rotationTurnsABar();
    void scalingChangesTheSize();
    void shearLeansABarAndKeepsItsRows();
    void elasticDisplacementHasItsStrengthAndIsSmooth();
    void aWiderGaussianMakesNeighboursMoveTogether();
    void namedOnesKeepTheInk();
    void wildOnesStayInsideTheImage();
    void strengthScalesEverything();
    void unknownNamesAreRefused();
};

namespace {

using Image = std::vector<std::uint8_t>;

Image distorted(const Distortion &distortion, const Image &image, int index, int epoch = 0)
{
    Image result(imagePixels);
    Distorter(distortion, 7, epoch).distort(image, index, result);
    return result;
}

/// A filled rectangle about the middle.
Image bar(int width, int height)
{
    Image image(imagePixels);
    for (int y = (imageSide - height) / 2; y < (imageSide + height) / 2; ++y) {
        for (int x = (imageSide - width) / 2; x < (imageSide + width) / 2; ++x)
            image[static_cast<std::size_t>(y * imageSide + x)] = 255;
    }
    return image;
}

struct Moments
{
    double ink = 0.0, x = 0.0, y = 0.0, xx = 0.0, xy = 0.0, yy = 0.0;
};

Moments moments(const Image &image)
{
    Moments m;
    for (int i = 0; i < imagePixels; ++i) {
        const double ink = image[static_cast<std::size_t>(i)];
        m.ink += ink;
        m.x += ink * (i % imageSide);
        m.y += ink * (i / imageSide);
    }
    m.x /= m.ink;
    m.y /= m.ink;
    for (int i = 0; i < imagePixels; ++i) {
        const double share = image[static_cast<std::size_t>(i)] / m.ink;
        const double dx = i % imageSide - m.x;
        const double dy = i / imageSide - m.y;
        m.xx += share * dx * dx;
        m.xy += share * dx * dy;
        m.yy += share * dy * dy;
    }
    return m;
}

} // namespace

void TestDistortion::nothingLeavesEveryByte()
{
    Image image(imagePixels);
    std::iota(image.begin(), image.end(), std::uint8_t(0));
    for (int index = 0; index < 5; ++index)
        QCOMPARE(distorted({}, image, index), image);
}

void TestDistortion::theSameSeedEpochAndIndexGiveTheSameBytes()
{
    const Distortion elastic = findDistortion("elastic");
    const Image image = bar(6, 18);
    QCOMPARE(distorted(elastic, image, 3), distorted(elastic, image, 3));
    QVERIFY(distorted(elastic, image, 3) != distorted(elastic, image, 4));
    QVERIFY(distorted(elastic, image, 3, 0) != distorted(elastic, image, 3, 1));
    // The same on every machine: a golden digest.
    Digest digest;
    for (int index = 0; index < 20; ++index) {
        for (const std::uint8_t byte : distorted(elastic, image, index))
            digest.add(byte);
    }
    QCOMPARE(QString::fromStdString(formatDigest(digest.value())),
             QStringLiteral("b1497d172c2f5f30"));
}

void TestDistortion::theOrderDoesNotMatter()
{
    const Image image = bar(6, 18);
    const Distorter distorter(findDistortion("elastic"), 7, 2);
    std::vector<Image> forwards;
    for (int index = 0; index < 50; ++index)
        distorter.distort(image, index, forwards.emplace_back(imagePixels));
    Image again(imagePixels);
    for (int index = 49; index >= 0; --index) {
        distorter.distort(image, index, again);
        QCOMPARE(again, forwards[static_cast<std::size_t>(index)]);
    }
}

void TestDistortion::shiftsMoveTheCentreOfMassOnly()
{
    const Distortion shift{.shift = 3.0};
    const Image image = bar(6, 14);
    const Moments before = moments(image);
    double leftmost = 0.0;
    double rightmost = 0.0;
    for (int index = 0; index < 200; ++index) {
        const Moments after = moments(distorted(shift, image, index));
        QVERIFY(std::fabs(after.x - before.x) <= 3.01 && std::fabs(after.y - before.y) <= 3.01);
        QVERIFY(std::fabs(after.xx - before.xx) < 0.3 && std::fabs(after.xy) < 0.05);
        QVERIFY(std::fabs(after.ink / before.ink - 1.0) < 0.01);
        leftmost = std::min(leftmost, after.x - before.x);
        rightmost = std::max(rightmost, after.x - before.x);
    }
    QVERIFY(leftmost < -2.7 && rightmost > 2.7); // the whole range is used
}

void TestDistortion::rotationTurnsABar()
{
    const Distortion rotation{.rotation = 30.0};
    const Image image = bar(4, 20);
    double most = 0.0;
    for (int index = 0; index < 200; ++index) {
        const Moments after = moments(distorted(rotation, image, index));
        const double degrees
            = 90.0 / std::acos(0.0) * 0.5 * std::atan2(2.0 * after.xy, after.yy - after.xx);
        QVERIFY(std::fabs(degrees) < 31.0);
        most = std::max(most, std::fabs(degrees));
        QVERIFY(std::fabs(after.x - 13.5) < 0.1 && std::fabs(after.y - 13.5) < 0.1);
    }
    QVERIFY(most > 28.0);
}

void TestDistortion::scalingChangesTheSize()
{
    const Distortion scaling{.scaling = 0.2};
    const Image image = bar(12, 12);
    const Moments before = moments(image);
    double smallest = 1.0;
    double largest = 1.0;
    for (int index = 0; index < 200; ++index) {
        const Moments after = moments(distorted(scaling, image, index));
        const double factor = std::sqrt(after.xx / before.xx);
        smallest = std::min(smallest, factor);
        largest = std::max(largest, factor);
    }
    QVERIFY(smallest > 0.78 && smallest < 0.83);
    QVERIFY(largest > 1.17 && largest < 1.22);
}

void TestDistortion::shearLeansABarAndKeepsItsRows()
{
    const Image image = bar(4, 20);
    const Moments before = moments(image);
    double most = 0.0;
    for (int index = 0; index < 200; ++index) {
        const Moments after = moments(distorted({.shear = 0.2}, image, index));
        QVERIFY(std::fabs(after.y - before.y) < 0.01 && std::fabs(after.yy - before.yy) < 0.01);
        most = std::max(most, std::fabs(after.xy / after.yy)); // columns a row
    }
    QVERIFY(most > 0.18 && most < 0.21);
}

namespace {

struct Displacement
{
    double mean = 0.0;
    double strength = 0.0; ///< root mean square
    double step = 0.0; ///< of the difference between neighbours
};

/// Of the pixels that cannot see the edge. A ramp shows it: where the ink comes from is what the
/// ink says.
Displacement displacementOf(const Distortion &distortion)
{
    Image ramp(imagePixels);
    for (int i = 0; i < imagePixels; ++i)
        ramp[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(9 * (i % imageSide));
    double sum = 0.0;
    double squares = 0.0;
    double steps = 0.0;
    int count = 0;
    const Distorter distorter(distortion, 7, 0);
    Image result(imagePixels);
    for (int index = 0; index < 200; ++index) {
        distorter.distort(ramp, index, result);
        for (int y = 6; y < 22; ++y) {
            for (int x = 6; x < 22; ++x) {
                const auto at = static_cast<std::size_t>(y * imageSide + x);
                const double here = result[at] / 9.0 - x;
                const double right = result[at + 1] / 9.0 - (x + 1);
                sum += here;
                squares += here * here;
                steps += (right - here) * (right - here);
                ++count;
            }
        }
    }
    return {sum / count, std::sqrt(squares / count), std::sqrt(steps / count)};
}

} // namespace

void TestDistortion::elasticDisplacementHasItsStrengthAndIsSmooth()
{
    const Displacement found = displacementOf({.elasticStrength = 1.0, .elasticSmoothness = 4.0});
    QVERIFY2(found.strength > 0.9 && found.strength < 1.25,
             qPrintable(QString::number(found.strength)));
    QVERIFY(found.step < 0.35 * found.strength); // neighbours move together
    // 200 fields of about six independent places each: four standard errors.
    QVERIFY2(std::fabs(found.mean) < 0.12, qPrintable(QString::number(found.mean)));
}

void TestDistortion::aWiderGaussianMakesNeighboursMoveTogether()
{
    double before = 1.0;
    for (const double smoothness : {1.0, 2.0, 4.0, 8.0}) {
        const Displacement found
            = displacementOf({.elasticStrength = 1.0, .elasticSmoothness = smoothness});
        QVERIFY(found.step / found.strength < 0.8 * before);
        before = found.step / found.strength;
    }
}

void TestDistortion::namedOnesKeepTheInk()
{
    const Image image = bar(6, 18);
    const double ink = moments(image).ink;
    for (const NamedDistortion &named : distortions()) {
        const Distorter distorter(named.distortion, 7, 0);
        Image result(imagePixels);
        double sum = 0.0;
        for (int index = 0; index < 200; ++index) {
            distorter.distort(image, index, result);
            sum += moments(result).ink;
        }
        QVERIFY2(std::fabs(sum / 200.0 / ink - 1.0) < 0.05, named.id);
    }
}

void TestDistortion::wildOnesStayInsideTheImage()
{
    const Distortion wild{.shift = 1e6,
                          .rotation = 1e6,
                          .scaling = 0.999,
                          .shear = 1e6,
                          .elasticStrength = 1e6,
                          .elasticSmoothness = 0.0};
    Distortion infinite = wild;
    infinite.elasticStrength = std::numeric_limits<double>::infinity();
    Image result(imagePixels);
    for (const Distortion &distortion : {wild, infinite}) {
        const Distorter distorter(distortion, 1, 2'000'000'000);
        for (int index = 0; index < 100; ++index)
            distorter.distort(bar(20, 20), index, result);
    }
    QCOMPARE(result.size(), std::size_t(imagePixels));
}

void TestDistortion::strengthScalesEverything()
{
    const Distortion twice = scaled(findDistortion("elastic"), 2.0);
    QCOMPARE(twice.shift, 2.0);
    QCOMPARE(twice.elasticStrength, 2.8);
    QCOMPARE(twice.elasticSmoothness, 4.0);
    QCOMPARE(scaled({.scaling = 0.4}, 3.0).scaling, 0.5);
}

void TestDistortion::unknownNamesAreRefused()
{
    QVERIFY_EXCEPTION_THROWN((void)findDistortion("twirl"), std::invalid_argument);
}

NABLA_TEST(TestDistortion)
#include "tst_distortion.moc"
