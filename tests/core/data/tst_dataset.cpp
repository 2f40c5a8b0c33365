// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/dataset.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <stdexcept>

using namespace nabla;

class TestDataset final : public QObject
{
    Q_OBJECT

private slots:
    void rowsHoldExactlyThePixelsWithInk();
    void nothingIsInAnEmptySet();
    void wrongSizesAreRefused();
    void labelsThatAreNoDigitsAreRefused();
    void aSixthOfMnistIsTenThousand();
};

void TestDataset::rowsHoldExactlyThePixelsWithInk()
{
    std::vector<std::uint8_t> pixels(3 * imagePixels, 0);
    pixels[5] = 200;
    pixels[783] = 1;
    pixels[2 * imagePixels] = 255; // the second image is blank
    const LabelledImages images(pixels, {7, 0, 9});

    QCOMPARE(images.size(), 3);
    QCOMPARE(int(images.label(2)), 9);
    QCOMPARE(images.row(0).index.size(), std::size_t(2));
    QCOMPARE(int(images.row(0).index[0]), 5);
    QCOMPARE(int(images.row(0).index[1]), 783);
    QCOMPARE(int(images.row(0).value[0]), 200);
    QCOMPARE(images.row(1).index.size(), std::size_t(0));
    QCOMPARE(int(images.row(2).value[0]), 255);
    QCOMPARE(int(images.image(2)[0]), 255);
    QCOMPARE(images.image(1).size(), std::size_t(imagePixels));
    QCOMPARE(images.density(), 3.0 / (3 * imagePixels));
}

void TestDataset::nothingIsInAnEmptySet()
{
    const LabelledImages images;
    QCOMPARE(images.size(), 0);
    QCOMPARE(images.density(), 0.0);
}

void TestDataset::wrongSizesAreRefused()
{
    QVERIFY_EXCEPTION_THROWN(LabelledImages(std::vector<std::uint8_t>(783), {1}),
                             std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(LabelledImages({}, {1}), std::invalid_argument);
}

void TestDataset::labelsThatAreNoDigitsAreRefused()
{
    QVERIFY_EXCEPTION_THROWN(LabelledImages(std::vector<std::uint8_t>(784), {10}),
                             std::invalid_argument);
}

void TestDataset::aSixthOfMnistIsTenThousand()
{
    QCOMPARE(validationShare(60'000), std::size_t(10'000));
    QCOMPARE(validationShare(5), std::size_t(0));
}

NABLA_TEST(TestDataset)
#include "tst_dataset.moc"
