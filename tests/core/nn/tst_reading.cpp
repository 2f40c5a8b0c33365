// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/reading.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <limits>
#include <stdexcept>
#include <vector>

using namespace nabla;

Q_DECLARE_METATYPE(nabla::Doubt)

class TestReading final : public QObject
{
    Q_OBJECT

private slots:
    void doubtFollowsTheThreeBestOutputs_data();
    void doubtFollowsTheThreeBestOutputs();
    void outputsAreKeptAsTheyAre();
    void ofEqualOutputsTheSmallerDigitWins();
    void anUntrainedNetworkIsNotSure();
    void anOutputThatIsNoNumberIsNoAnswer();
    void theInkOfADotOrOfAScribbleIsNoDigits();
    void otherThanTenOutputsAreRefused();
};

namespace {

using TenOutputs = std::array<float, 10>;

TenOutputs outputsWith(float best, float second, float third)
{
    TenOutputs outputs{};
    outputs[3] = best;
    outputs[5] = second;
    outputs[8] = third;
    return outputs;
}

} // namespace

void TestReading::doubtFollowsTheThreeBestOutputs_data()
{
    QTest::addColumn<float>("best");
    QTest::addColumn<float>("second");
    QTest::addColumn<float>("third");
    QTest::addColumn<Doubt>("doubt");
    QTest::newRow("one stands out") << 0.97F << 0.03F << 0.01F << Doubt::None;
    QTest::newRow("a runner-up worth a word") << 0.93F << 0.21F << 0.05F << Doubt::Slight;
    QTest::newRow("weak, with a runner-up") << 0.4F << 0.1F << 0.05F << Doubt::Slight;
    QTest::newRow("two are close") << 0.9F << 0.8F << 0.05F << Doubt::Between;
    QTest::newRow("two weak ones are close") << 0.35F << 0.3F << 0.05F << Doubt::Between;
    QTest::newRow("three are close") << 0.9F << 0.85F << 0.8F << Doubt::Unsure;
    QTest::newRow("all are low and alike") << 0.02F << 0.018F << 0.017F << Doubt::NotADigit;
    QTest::newRow("all are low") << 0.12F << 0.01F << 0.01F << Doubt::NotADigit;
    QTest::newRow("alone, but rather no") << 0.4F << 0.01F << 0.01F << Doubt::NotADigit;
    QTest::newRow("nothing at all") << 0.0F << 0.0F << 0.0F << Doubt::NotADigit;
}

void TestReading::doubtFollowsTheThreeBestOutputs()
{
    QFETCH(float, best);
    QFETCH(float, second);
    QFETCH(float, third);
    QFETCH(Doubt, doubt);
    const Reading reading = readOutputs(outputsWith(best, second, third));
    QCOMPARE(reading.doubt, doubt);
    if (best > 0.0F) {
        QCOMPARE(reading.digit, 3);
        QCOMPARE(reading.runnerUp, 5);
    }
}

void TestReading::outputsAreKeptAsTheyAre()
{
    const Reading reading = readOutputs(outputsWith(0.75F, 0.5F, 0.25F));
    QCOMPARE(reading.outputs[3], 0.75);
    QCOMPARE(reading.outputs[5], 0.5);
    QCOMPARE(reading.outputs[8], 0.25);
    QCOMPARE(reading.outputs[0], 0.0);
}

void TestReading::ofEqualOutputsTheSmallerDigitWins()
{
    TenOutputs outputs;
    outputs.fill(0.5F);
    const Reading reading = readOutputs(outputs);
    QCOMPARE(reading.digit, 0);
    QCOMPARE(reading.runnerUp, 1);
    QCOMPARE(reading.doubt, Doubt::Unsure);
}

void TestReading::anUntrainedNetworkIsNotSure()
{
    TenOutputs plateau;
    plateau.fill(0.1F); // what all deep networks say before they learn anything
    plateau[7] = 0.12F;
    QCOMPARE(readOutputs(plateau).doubt, Doubt::Unsure);
}

void TestReading::anOutputThatIsNoNumberIsNoAnswer()
{
    TenOutputs outputs = outputsWith(0.9F, 0.1F, 0.1F);
    outputs[9] = std::numeric_limits<float>::quiet_NaN();
    const Reading reading = readOutputs(outputs);
    QCOMPARE(reading.doubt, Doubt::Unsure);
    QCOMPARE(reading.digit, 3);
    QCOMPARE(reading.outputs[9], 0.0);
}

void TestReading::theInkOfADotOrOfAScribbleIsNoDigits()
{
    const TenOutputs sure = outputsWith(0.97F, 0.03F, 0.01F);
    const auto doubtOfBox = [&sure](int width, int height, int extra = 0) {
        std::array<std::uint8_t, 28 * 28> image{};
        for (int row = 3; row < 3 + height; ++row)
            std::fill_n(image.begin() + 28 * row + 5, width, std::uint8_t{255});
        image[0] = static_cast<std::uint8_t>(extra);
        return readImage(image, sure).doubt;
    };
    QCOMPARE(doubtOfBox(0, 0), Doubt::NotADigit);
    QCOMPARE(doubtOfBox(11, 3), Doubt::NotADigit);
    QCOMPARE(doubtOfBox(11, 3, 25), Doubt::NotADigit); // the rim of a line does not make it longer
    QCOMPARE(doubtOfBox(3, 12), Doubt::None);
    QCOMPARE(doubtOfBox(12, 3), Doubt::None);
    QCOMPARE(doubtOfBox(11, 21), Doubt::None);
    QCOMPARE(doubtOfBox(20, 11), Doubt::None);
    QCOMPARE(doubtOfBox(20, 12), Doubt::NotADigit); // 240
    // The outputs' own doubt stays.
    std::array<std::uint8_t, 28 * 28> image{};
    std::fill_n(image.begin(), 100, std::uint8_t{255});
    QCOMPARE(readImage(image, outputsWith(0.9F, 0.8F, 0.05F)).doubt, Doubt::Between);
    QCOMPARE(readImage(image, sure).outputs, readOutputs(sure).outputs);
}

void TestReading::otherThanTenOutputsAreRefused()
{
    const std::vector<float> nine(9, 0.5F);
    QVERIFY_EXCEPTION_THROWN(static_cast<void>(readOutputs(nine)), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(static_cast<void>(readOutputs({})), std::invalid_argument);
}

NABLA_TEST(TestReading)
#include "tst_reading.moc"
