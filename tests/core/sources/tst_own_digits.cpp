// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/own_digits.h"

#include "core/data/idx_file.h"
#include "core/sources/own_digits_export.h"
#include "core/vision/gray_image.h"
#include "tests/support/small_data.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>
#include <QTest>

#include <limits>
#include <map>

using namespace nabla;
using namespace nabla::test;

class TestOwnDigits final : public QObject
{
    Q_OBJECT

private slots:
    void itIsSeenAsTheCanvasShowsIt();
    void whatCannotBeKeptSaysWhy();
    void pointsThatAreNoNumbersAreLeftOut();
    void aNewLabelChangesNothingElse();
    void fewAreAllTaughtAndOfManyAFifthIsKeptOut();
    void whatIsKeptOutDoesNotDependOnTheOthers();
    void theyTakeATenthOfThePlaces();
    void fewAreRepeatedAHundredTimesAtMost();
    void theRestOfTheSetStaysAsItWas();
    void exportedFilesAreReadBack();
    void aFolderThatIsNotThereIsNamed();
};

namespace {

Drawing lineTo(double x, double y)
{
    return {{{0.2, 0.2}, {x, y}}};
}

/// Each different from the others.
OwnDigits manyDigits(int count)
{
    OwnDigits digits;
    for (int i = 0; i < count; ++i)
        digits.push_back(makeOwnDigit({{{0.2, 0.2}, {0.3 + 0.005 * i, 0.5}, {0.4, 0.9}}}, i % 10));
    return digits;
}

bool isOwn(const LabelledImages &images, int i, const OwnDigits &digits)
{
    return std::ranges::any_of(digits, [&](const auto &digit) {
        return std::ranges::equal(digit->raster, images.image(i))
               && digit->label == images.label(i);
    });
}

} // namespace

void TestOwnDigits::itIsSeenAsTheCanvasShowsIt()
{
    Pen pen;
    pen.dotExtent = 1.0 / 30.0;
    const auto digit = makeOwnDigit(lineTo(0.8, 0.8), 7);
    QCOMPARE(digit->raster, rasterize(lineTo(0.8, 0.8), pen));
    QCOMPARE(int(digit->label), 7);
    // A tap of the pen stays a dot.
    const Drawing tap{{{0.5, 0.5}, {0.501, 0.5}}};
    QCOMPARE(makeOwnDigit(tap, 1)->raster, rasterize(tap, pen));
    QVERIFY(makeOwnDigit(tap, 1)->raster != rasterize(tap));
}

void TestOwnDigits::whatCannotBeKeptSaysWhy()
{
    QCOMPARE(reasonNotToKeepPicture({}), std::string("nothing is drawn"));
    QVERIFY_EXCEPTION_THROWN((void)makeOwnPicture({}, 1), std::invalid_argument);
    QCOMPARE(reasonNotToKeep({}), std::string("nothing is drawn"));
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QCOMPARE(reasonNotToKeep({{{nan, 0.0}}}), std::string("nothing is drawn"));
    QCOMPARE(reasonNotToKeep({Stroke(maxOwnPoints, {0.5, 0.5})}), std::string());
    const Drawing scribble{Stroke(maxOwnPoints + 1, {0.5, 0.5})};
    QVERIFY(reasonNotToKeep(scribble).find("20001") != std::string::npos);
    QVERIFY_EXCEPTION_THROWN((void)makeOwnDigit(scribble, 1), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN((void)makeOwnDigit(lineTo(1, 1), 10), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN((void)makeOwnDigit(lineTo(1, 1), -1), std::invalid_argument);
}

void TestOwnDigits::pointsThatAreNoNumbersAreLeftOut()
{
    const double infinity = std::numeric_limits<double>::infinity();
    const auto digit = makeOwnDigit({{{0.2, 0.2}, {infinity, 0.3}, {0.8, 0.8}}}, 1);
    QCOMPARE(digit->drawing, lineTo(0.8, 0.8));
}

void TestOwnDigits::aNewLabelChangesNothingElse()
{
    const auto seven = makeOwnDigit(lineTo(0.8, 0.8), 7);
    const auto one = relabelled(*seven, 1);
    QCOMPARE(int(one->label), 1);
    QCOMPARE(one->drawing, seven->drawing);
    QCOMPARE(one->raster, seven->raster);
    QCOMPARE(one->digest, seven->digest);
    QCOMPARE(int(seven->label), 7);
}

void TestOwnDigits::fewAreAllTaughtAndOfManyAFifthIsKeptOut()
{
    QCOMPARE(digitsToTeach({}).size(), std::size_t(0));
    QCOMPARE(digitsToTeach(manyDigits(9)).size(), std::size_t(9));
    const std::size_t taught = digitsToTeach(manyDigits(100)).size();
    QVERIFY2(taught >= 68 && taught <= 92, qPrintable(QString::number(taught)));
}

void TestOwnDigits::whatIsKeptOutDoesNotDependOnTheOthers()
{
    OwnDigits digits = manyDigits(60);
    const OwnDigits before = digitsToTeach(digits);
    digits.erase(digits.begin() + 20, digits.begin() + 40);
    std::ranges::reverse(digits);
    for (const auto &digit : digits)
        QCOMPARE(std::ranges::count(digitsToTeach(digits), digit),
                 std::ranges::count(before, digit));
}

void TestOwnDigits::theyTakeATenthOfThePlaces()
{
    const auto base = barData(500, 50, 50);
    const OwnDigits own = manyDigits(7);
    const auto mixed = withOwnDigits(*base, own);
    QCOMPARE(mixed->training.size(), 500);
    QCOMPARE(mixed->source, std::string("bars+mine"));
    std::map<std::uint64_t, int> copies;
    for (int i = 0; i < 500; ++i) {
        // Evenly spread, so that a run on the first digits alone gets its share.
        QCOMPARE(isOwn(mixed->training, i, own), i % 10 == 0);
        for (const auto &digit : own)
            copies[digit->digest] += std::ranges::equal(digit->raster, mixed->training.image(i));
    }
    QCOMPARE(copies.size(), std::size_t(7));
    for (const auto &[digest, count] : copies)
        QVERIFY(count == 7 || count == 8); // fifty places
}

void TestOwnDigits::fewAreRepeatedAHundredTimesAtMost()
{
    const OwnDigits own = manyDigits(1);
    const auto mixed = withOwnDigits(*barData(3000, 1, 1), own);
    int copies = 0;
    for (int i = 0; i < 3000; ++i)
        copies += isOwn(mixed->training, i, own) ? 1 : 0;
    QCOMPARE(copies, 100);
    QVERIFY_EXCEPTION_THROWN((void)withOwnDigits(*barData(), {}), std::invalid_argument);
}

void TestOwnDigits::theRestOfTheSetStaysAsItWas()
{
    const auto base = barData(500, 50, 60);
    const auto mixed = withOwnDigits(*base, manyDigits(3));
    for (int i = 1; i < 500; i += 2) {
        QVERIFY(std::ranges::equal(mixed->training.image(i), base->training.image(i)));
        QCOMPARE(mixed->training.label(i), base->training.label(i));
    }
    QCOMPARE(mixed->validation.size(), 50);
    QCOMPARE(mixed->test.size(), 60);
    for (int i = 0; i < 60; ++i)
        QVERIFY(std::ranges::equal(mixed->test.image(i), base->test.image(i)));
    QCOMPARE(sourceWithoutOwnDigits(mixed->source), base->source);
    QCOMPARE(sourceWithoutOwnDigits("builtin"), std::string("builtin"));
}

void TestOwnDigits::exportedFilesAreReadBack()
{
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.path().toStdString();
    const OwnDigits digits = manyDigits(12);
    exportOwnDigitsAsPng(digits, path);
    const GrayImage picture = readPng(path / "1-0012.png");
    QCOMPARE(picture.width, 28);
    QCOMPARE(picture.height, 28);
    QVERIFY(std::ranges::equal(picture.pixels, digits[11]->raster));
    QVERIFY(std::ranges::equal(normalizeDigit(picture), digits[11]->raster)); // taken as it is

    exportOwnDigitsAsIdx(digits, path);
    std::filesystem::rename(path / "my-digits-images-idx3-ubyte", path / "train-images-idx3-ubyte");
    std::filesystem::rename(path / "my-digits-labels-idx1-ubyte", path / "train-labels-idx1-ubyte");
    std::filesystem::copy(path / "train-images-idx3-ubyte", path / "t10k-images-idx3-ubyte");
    std::filesystem::copy(path / "train-labels-idx1-ubyte", path / "t10k-labels-idx1-ubyte");
    const auto data = readIdxFolder(path);
    QCOMPARE(data->test.size(), 12);
    for (int i = 0; i < 12; ++i)
        QVERIFY(isOwn(data->test, i, {digits[static_cast<std::size_t>(i)]}));
}

void TestOwnDigits::aFolderThatIsNotThereIsNamed()
{
    for (const auto exportDigits : {exportOwnDigitsAsIdx, exportOwnDigitsAsPng}) {
        try {
            exportDigits(manyDigits(1), "/nonexistent/folder");
            QFAIL("exported to nowhere");
        } catch (const FileError &error) {
            QVERIFY(std::string(error.what()).find("/nonexistent/folder") != std::string::npos);
        }
    }
}

NABLA_TEST(TestOwnDigits)
#include "tst_own_digits.moc"
