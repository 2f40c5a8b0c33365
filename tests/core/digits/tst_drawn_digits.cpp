// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/digits/drawn_digits.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace nabla;

class TestDrawnDigits final : public QObject
{
    Q_OBJECT

private slots:
    void everyDigitIsDrawnAsOften();
    void allOfThemLieOnTheSheetInManySizes();
    void theSameSeedGivesTheSameDrawings();
    void thePicturesAreTheRenderersOwn();
};

namespace {

/// Of both axes: least, greatest.
std::array<double, 4> boundsOf(const Drawing &drawing)
{
    std::array<double, 4> bounds{1e9, -1e9, 1e9, -1e9};
    for (const Stroke &stroke : drawing) {
        for (const StrokePoint point : stroke)
            bounds = {std::min(bounds[0], point.x), std::max(bounds[1], point.x),
                      std::min(bounds[2], point.y), std::max(bounds[3], point.y)};
    }
    return bounds;
}

} // namespace

void TestDrawnDigits::everyDigitIsDrawnAsOften()
{
    std::array<int, classCount> counts{};
    for (const LabelledDrawing &drawing : drawDigits(mildDigits(), 3, 200))
        ++counts.at(drawing.label);
    for (const int count : counts)
        QCOMPARE(count, 20);
    QVERIFY(drawDigits(mildDigits(), 3, 0).empty());
}

void TestDrawnDigits::allOfThemLieOnTheSheetInManySizes()
{
    double smallest = 1.0;
    double largest = 0.0;
    for (const LabelledDrawing &drawing : drawDigits(strongDigits(), 3, 200)) {
        const auto [left, right, top, bottom] = boundsOf(drawing.drawing);
        QVERIFY(left >= -1e-9 && top >= -1e-9 && right <= 1.0 + 1e-9 && bottom <= 1.0 + 1e-9);
        const double side = std::max(right - left, bottom - top);
        smallest = std::min(smallest, side);
        largest = std::max(largest, side);
    }
    QVERIFY(smallest >= 0.2 - 1e-9 && smallest < 0.25);
    QVERIFY(largest <= 0.9 + 1e-9 && largest > 0.85);
}

void TestDrawnDigits::theSameSeedGivesTheSameDrawings()
{
    const auto first = drawDigits(mildDigits(), 3, 20);
    const auto again = drawDigits(mildDigits(), 3, 30);
    const auto other = drawDigits(mildDigits(), 4, 20);
    for (std::size_t i = 0; i < first.size(); ++i) {
        QCOMPARE(again[i].drawing, first[i].drawing);
        QCOMPARE(again[i].label, first[i].label);
        QVERIFY(other[i].drawing != first[i].drawing);
    }
}

void TestDrawnDigits::thePicturesAreTheRenderersOwn()
{
    const auto drawings = drawDigits(mildDigits(), 3, 5);
    const Normalization steps{true, true, false, true};
    const LabelledImages images = imagesOf(drawings, {}, steps);
    QCOMPARE(images.size(), 5);
    for (int i = 0; i < images.size(); ++i) {
        const LabelledDrawing &drawing = drawings[static_cast<std::size_t>(i)];
        QCOMPARE(images.label(i), drawing.label);
        QVERIFY(std::ranges::equal(images.image(i), rasterize(drawing.drawing, {}, {}, steps)));
    }
}

NABLA_TEST(TestDrawnDigits)
#include "tst_drawn_digits.moc"
