// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vision/normalization.h"

#include "core/digits/drawn_digits.h"
#include "core/math/digest.h"
#include "tests/support/raster_ink.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace nabla;
using nabla::test::RasterInk;

class TestNormalization final : public QObject
{
    Q_OBJECT

private slots:
    void allStepsAreWhatTheGeneratorDraws();
    void withoutTheBoxADigitStandsWhereItWasDrawn();
    void withoutTheBoxTheSheetIsTheFrame();
    void withoutTheAspectBothSidesAreTwentyPixels();
    void withoutThePenInTheFrameASmallDigitGetsAFatLine();
    void withoutTheMassTheBoxStaysInTheMiddle();
    void theStagesLeadFromTheInkToWhatIsRead();
    void aStepThatIsOffChangesNothingAtItsStage();
    void oddDrawingsAndSheetsAreTolerated();
};

namespace {

/// A flag whose mass is far from the middle of its box, 0.2 wide and 0.4 high, at (x, y).
Drawing flag(double x, double y, double size = 1.0)
{
    return {{{x, y}, {x, y + 0.4 * size}},
            {{x, y}, {x + 0.2 * size, y}, {x + 0.2 * size, y + 0.04 * size}, {x, y + 0.04 * size}}};
}

Raster rasterWithout(bool Normalization::*step, const Drawing &drawing)
{
    Normalization steps;
    steps.*step = false;
    return rasterize(drawing, {}, {}, steps);
}

} // namespace

void TestNormalization::allStepsAreWhatTheGeneratorDraws()
{
    Digest digest;
    for (const LabelledDrawing &digit : drawDigits(strongDigits(), 1, 300)) {
        Pen pen;
        pen.width = 1.0 + 0.3 * digit.label;
        pen.widthVariation = 0.05 * digit.label;
        const Raster raster = rasterize(digit.drawing, pen);
        QCOMPARE(rasterize(digit.drawing, pen, {0.3, 0.1, 7.0, 0.5}, {}), raster);
        QCOMPARE(normalizationStages(digit.drawing, pen, {}, {}).back(), raster);
        for (const std::uint8_t byte : raster)
            digest.add(byte);
    }
    // The same on every machine: a golden digest, of the renderer before its steps had switches.
    QCOMPARE(QString::fromStdString(formatDigest(digest.value())),
             QStringLiteral("8d73d037e51810d7"));
}

void TestNormalization::withoutTheBoxADigitStandsWhereItWasDrawn()
{
    Normalization steps = noNormalization;
    const RasterInk here(rasterize(flag(0.1, 0.1), {}, {}, steps));
    const RasterInk there(rasterize(flag(0.6, 0.5), {}, {}, steps));
    QCOMPARE(there.left - here.left, 14); // half of 28
    QVERIFY(std::abs(there.top - here.top - 0.4 * rasterSide) <= 1.0);
    // 0.2 and 0.4 of 28 pixels, with a pen of 0.06 of 28 and its grey rim around them.
    QVERIFY(std::abs(here.width() - (0.26 * rasterSide + 1.3)) <= 1.5);
    QVERIFY(std::abs(here.height() - (0.46 * rasterSide + 1.3)) <= 1.5);
    steps.centerByMass = true;
    QCOMPARE(rasterize(flag(0.1, 0.1), {}, {}, steps),
             centerByMass(rasterize(flag(0.1, 0.1), {}, {}, noNormalization)));
}

void TestNormalization::withoutTheBoxTheSheetIsTheFrame()
{
    const Raster unit = rasterize(flag(0.25, 0.5), {}, {}, noNormalization);
    const Drawing large{{{103.0, 50.0 + 2.0}, {103.0, 50.0 + 3.6}},
                        {{103.0, 52.0}, {103.8, 52.0}, {103.8, 52.16}, {103.0, 52.16}}};
    const Raster same = rasterize(large, {}, {102.0, 50.0, 4.0, 0.24}, noNormalization);
    for (std::size_t i = 0; i < unit.size(); ++i)
        QVERIFY(std::abs(unit[i] - same[i]) <= 1); // rounding
}

void TestNormalization::withoutTheAspectBothSidesAreTwentyPixels()
{
    const RasterInk kept(rasterize(flag(0.1, 0.1), {}, {}, {true, true, true, false}));
    QCOMPARE(kept.height(), 20);
    QVERIFY(kept.width() < 14);
    const RasterInk stretched(rasterize(flag(0.1, 0.1), {}, {}, {true, false, true, false}));
    QCOMPARE(stretched.height(), 20);
    QCOMPARE(stretched.width(), 20);
}

void TestNormalization::withoutThePenInTheFrameASmallDigitGetsAFatLine()
{
    const RasterInk exact(rasterize(flag(0.1, 0.1), {}, {}, {}));
    const RasterInk large(rasterWithout(&Normalization::penInFrame, flag(0.1, 0.1, 2.0)));
    const RasterInk small(rasterWithout(&Normalization::penInFrame, flag(0.1, 0.1, 0.5)));
    QCOMPARE(large.height(), 20);
    QCOMPARE(small.height(), 20);
    QVERIFY(small.sum > 1.8 * large.sum);
    // 0.06 of a drawing of 0.8, in 20 pixels: thinner than the pen of the frame.
    QVERIFY(large.sum < exact.sum);
}

void TestNormalization::withoutTheMassTheBoxStaysInTheMiddle()
{
    const Raster raster = rasterWithout(&Normalization::centerByMass, flag(0.1, 0.1));
    const RasterInk ink(raster);
    QCOMPARE(ink.top, 4);
    QCOMPARE(ink.bottom, 23);
    QCOMPARE(ink.left + ink.right, rasterSide - 1);
    QVERIFY(raster != rasterize(flag(0.1, 0.1)));
    QCOMPARE(centerByMass(raster), rasterize(flag(0.1, 0.1)));
}

void TestNormalization::theStagesLeadFromTheInkToWhatIsRead()
{
    const Drawing drawing = flag(0.05, 0.55, 0.6);
    const auto stages = normalizationStages(drawing, {}, {}, {});
    QCOMPARE(stages.front(), rasterize(drawing, {}, {}, noNormalization));
    QCOMPARE(stages[1], rasterize(drawing, {}, {}, {true, false, false, false}));
    QCOMPARE(stages[2], rasterize(drawing, {}, {}, {true, true, false, false}));
    QCOMPARE(stages[3], rasterize(drawing, {}, {}, {true, true, true, false}));
    QCOMPARE(stages.back(), rasterize(drawing));
    for (std::size_t k = 1; k < stages.size(); ++k)
        QVERIFY(stages[k] != stages[k - 1]);
}

void TestNormalization::aStepThatIsOffChangesNothingAtItsStage()
{
    const Drawing drawing = flag(0.05, 0.55, 0.6);
    for (std::size_t off = 0; off < normalizationSteps; ++off) {
        Normalization steps;
        steps.*normalizationSwitches[off] = false;
        const auto stages = normalizationStages(drawing, {}, {}, steps);
        QCOMPARE(stages[off + 1], stages[off]);
        QCOMPARE(stages.back(), rasterize(drawing, {}, {}, steps));
        QVERIFY(stages.back() != rasterize(drawing));
    }
}

void TestNormalization::oddDrawingsAndSheetsAreTolerated()
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
    const std::vector<Drawing> drawings{{},
                                        {{}},
                                        {{{0.5, 0.5}}},
                                        {{{0.5, 0.1}, {0.5, 0.9}}},
                                        {{{1e150, -1e150}, {-1e150, 1e150}}},
                                        {{{1e-200, 0.0}, {0.0, 1e-200}}},
                                        {{{notANumber, 0.0}, {infinity, 1.0}}}};
    const std::vector<Sheet> sheets{{},
                                    {0.0, 0.0, 0.0, 0.0},
                                    {notANumber, infinity, notANumber, notANumber},
                                    {0.0, 0.0, 1e-300, 1e300},
                                    {-1e150, 1e150, 1e150, 1e-150}};
    Pen pen;
    pen.widthVariation = 0.3;
    for (const Drawing &drawing : drawings) {
        for (const Sheet &sheet : sheets) {
            for (unsigned bits = 0; bits < 1U << normalizationSteps; ++bits) {
                Normalization steps;
                for (std::size_t step = 0; step < normalizationSteps; ++step)
                    steps.*normalizationSwitches[step] = ((bits >> step) & 1U) != 0;
                const RasterInk ink(rasterize(drawing, pen, sheet, steps));
                if (drawing.empty() || drawing.front().empty())
                    QCOMPARE(ink.sum, 0.0);
                else if (steps.fitBox && steps.keepAspect)
                    QVERIFY(ink.width() <= 20 && ink.height() <= 20);
            }
        }
    }
    // A point on the sheet is a dot there.
    const RasterInk dot(rasterize({{{0.5, 0.5}}}, {}, {}, noNormalization));
    QCOMPARE(dot.left + dot.right, rasterSide - 1);
    QVERIFY(dot.width() <= 4);
}

NABLA_TEST(TestNormalization)
#include "tst_normalization.moc"
