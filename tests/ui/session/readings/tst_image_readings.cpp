// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/ui/session/readings/steps_of.h"
#include "ui/session/readings/image_readings.h"

#include <QTest>

#include <algorithm>

using namespace nabla::ui;

class TestImageReadings final : public QObject
{
    Q_OBJECT

private slots:
    void liveReadingsStandInTheirOrder();
    void whatIsNotLaterIsNoNews();
    void momentsAndLiveOnesAreOneCurve();
    void momentsComeInAnyOrderAndTwice();
    void aMillionLiveReadingsStayFew();
    void whatIsKeptIsEvenlyChosenAndTheNewestIsThere();
    void coarseToFineSpreadsEveryBeginning_data();
    void coarseToFineSpreadsEveryBeginning();
};

namespace {

ImageReading at(std::uint64_t step)
{
    return {step, {static_cast<float>(step)}};
}

using Steps = std::vector<std::uint64_t>;

} // namespace

void TestImageReadings::liveReadingsStandInTheirOrder()
{
    ImageReadings readings;
    QVERIFY(readings.empty());
    for (const std::uint64_t step : {0, 3, 9})
        readings.append(at(step));
    QVERIFY(!readings.empty());
    QCOMPARE(readings.all(), (std::vector{at(0), at(3), at(9)}));
    QVERIFY(readings.momentSteps().empty());
}

void TestImageReadings::whatIsNotLaterIsNoNews()
{
    ImageReadings readings;
    readings.append(at(5));
    readings.append({5, {0.5F}});
    readings.append(at(4));
    QCOMPARE(readings.all(), std::vector{at(5)});
}

void TestImageReadings::momentsAndLiveOnesAreOneCurve()
{
    ImageReadings readings;
    for (const std::uint64_t step : {10, 14})
        readings.append(at(step));
    readings.merge({at(1), at(14), at(12), at(0)});
    QCOMPARE(nabla::ui::test::stepsOf(readings), (Steps{0, 1, 10, 12, 14}));
    QCOMPARE(readings.momentSteps(), (Steps{0, 1, 12, 14}));
}

void TestImageReadings::momentsComeInAnyOrderAndTwice()
{
    ImageReadings readings;
    readings.merge({at(8), at(2)});
    readings.merge({at(5), at(2)});
    QCOMPARE(nabla::ui::test::stepsOf(readings), (Steps{2, 5, 8}));
    readings.merge({});
    QCOMPARE(nabla::ui::test::stepsOf(readings), (Steps{2, 5, 8}));
}

void TestImageReadings::aMillionLiveReadingsStayFew()
{
    ImageReadings readings;
    for (std::uint64_t step = 1; step <= 1'000'000; ++step) {
        readings.append(at(step));
        if (step % 997 != 0)
            continue;
        const auto all = readings.all();
        QVERIFY(all.size() <= ImageReadings::liveCapacity);
        QVERIFY(step < 1024 || all.size() >= ImageReadings::liveCapacity / 2);
        QCOMPARE(all.back(), at(step));
    }
}

void TestImageReadings::whatIsKeptIsEvenlyChosenAndTheNewestIsThere()
{
    ImageReadings readings;
    for (std::uint64_t step = 0; step <= 9'000; ++step)
        readings.append(at(step));
    const std::vector<ImageReading> all = readings.all();
    // Thinned at 1024, 2046, 4092, 8184: each sixteenth is left.
    for (std::size_t i = 0; i + 1 < all.size(); ++i)
        QCOMPARE(all[i], at(16 * i)); // as it was read, nothing in between
    QCOMPARE(all.back(), at(9'000));
    QCOMPARE(all.size(), std::size_t(9'000 / 16 + 2));
}

void TestImageReadings::coarseToFineSpreadsEveryBeginning_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {0, 1, 2, 3, 7, 8, 9, 100, 360})
        QTest::newRow(qPrintable(QString::number(count))) << count;
}

void TestImageReadings::coarseToFineSpreadsEveryBeginning()
{
    QFETCH(int, count);
    const auto size = static_cast<std::size_t>(count);
    const std::vector<std::size_t> order = coarseToFine(size);
    std::vector<std::size_t> sorted = order;
    std::ranges::sort(sorted);
    QCOMPARE(sorted.size(), size);
    for (std::size_t i = 0; i < size; ++i)
        QCOMPARE(sorted[i], i); // each once
    if (count == 0)
        return;
    QCOMPARE(order.front(), size - 1);
    // Of any beginning of k places no gap is longer than four times the even one.
    for (std::size_t k = 2; k <= size; ++k) {
        std::vector<std::size_t> begun(order.begin(), order.begin() + std::ptrdiff_t(k));
        std::ranges::sort(begun);
        QCOMPARE(begun.front(), std::size_t(0));
        for (std::size_t i = 1; i < k; ++i)
            QVERIFY((begun[i] - begun[i - 1]) * (k - 1) <= 4 * size);
    }
}

NABLA_TEST(TestImageReadings)
#include "tst_image_readings.moc"
