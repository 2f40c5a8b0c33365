// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/expanded_sets.h"
#include "tests/support/small_data.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace nabla;
using nabla::test::areEqual;
using namespace std::chrono_literals;

class TestExpandedSets final : public QObject
{
    Q_OBJECT

private slots:
    void epochsComeInAnyOrderWithTheSameImages();
    void onlyTheEpochAskedForLastComes();
    void labelsStayAndTheCountIsThatOfTheSetAtMost();
    void aStopIsObeyed();
    void itEndsWhileItWorks();
};

void TestExpandedSets::epochsComeInAnyOrderWithTheSameImages()
{
    const auto data = test::barData(300);
    const Distortion elastic = findDistortion("elastic");
    ExpandedSets sets(data, 200, elastic, 5);
    for (const int epoch : {0, 1, 2, 7, 8, 3}) {
        std::shared_ptr<const LabelledImages> images;
        while (!images)
            images = sets.tryTake(epoch, 100ms);
        QCOMPARE(images->size(), 200);
        QVERIFY(areEqual(*images, *expandedImages(data->training, 200, elastic, 5, epoch)));
        QVERIFY(!areEqual(*images, data->training));
    }
}

void TestExpandedSets::onlyTheEpochAskedForLastComes()
{
    const auto data = test::barData(300);
    const Distortion affine = findDistortion("affine");
    ExpandedSets sets(data, 300, affine, 5);
    for (int round = 0; round < 20; ++round) {
        // Each takes the place of the one before, wherever that has got to.
        for (const int epoch : {9, 4, 30})
            (void)sets.tryTake(epoch, 0ms);
        std::shared_ptr<const LabelledImages> images;
        while (!images)
            images = sets.tryTake(round, 100ms);
        QVERIFY(areEqual(*images, *expandedImages(data->training, 300, affine, 5, round)));
    }
}

void TestExpandedSets::labelsStayAndTheCountIsThatOfTheSetAtMost()
{
    const LabelledImages digits = test::barDigits(50, 1);
    const auto expanded = expandedImages(digits, 80, findDistortion("shift"), 1, 0);
    QCOMPARE(expanded->size(), 50);
    for (int i = 0; i < digits.size(); ++i)
        QCOMPARE(expanded->label(i), digits.label(i));
    QVERIFY(areEqual(*expandedImages(digits, 50, {}, 1, 0), digits));
}

void TestExpandedSets::aStopIsObeyed()
{
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!expandedImages(test::barDigits(10, 1), 10, {}, 1, 0, stop.get_token()));
}

void TestExpandedSets::itEndsWhileItWorks()
{
    ExpandedSets sets(test::barData(5000), 5000, findDistortion("elastic"), 1);
    QVERIFY(!sets.tryTake(0, 0ms)); // it has just begun
}

NABLA_TEST(TestExpandedSets)
#include "tst_expanded_sets.moc"
