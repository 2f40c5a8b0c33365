// SPDX-License-Identifier: GPL-3.0-or-later
// What the preparation of a picture is for, measured on MNIST's test digits.
#include "core/experiments/presets.h"
#include "core/math/random_stream.h"
#include "core/sources/data_catalog.h"
#include "core/train/trainer.h"
#include "tests/support/digit_scorer.h"
#include "tests/support/placed_digits.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace nabla;

class TestHandReading final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void placeAndSizeCostLittle();
    void numbersOfThreeMnistDigitsAreRead();

private:
    [[nodiscard]] int answer(const GrayImage &picture) const;

    std::shared_ptr<const Dataset> m_mnist;
    std::optional<Network> m_network;
};

/// 784-100-10 after twelve epochs of MNIST's digits, distorted anew in each.
void TestHandReading::initTestCase()
{
    const std::filesystem::path folder = qgetenv("NABLA_MNIST_DIR").toStdString();
    if (folder.empty() || !looksLikeIdxFolder(folder))
        QSKIP("needs the real MNIST: set NABLA_MNIST_DIR to its folder");
    m_mnist = loadData(folder.string());
    ExperimentConfig config = findPreset("best-100")->config;
    config.epochs = 12;
    Trainer trainer(config, m_mnist);
    while (!trainer.finished())
        trainer.stepMiniBatch();
    m_network = trainer.network();
}

int TestHandReading::answer(const GrayImage &picture) const
{
    const auto pixels = normalizeDigit(picture);
    DigitPixels image{};
    std::ranges::copy(pixels, image.begin());
    Workspace workspace;
    const auto scores = scoresOf(*m_network, {&image, 1}, workspace).front();
    return static_cast<int>(std::ranges::max_element(scores) - scores.begin());
}

void TestHandReading::placeAndSizeCostLittle()
{
    constexpr int digits = 2000;
    constexpr int frame = 60;
    constexpr std::array scales{0.5, 0.6, 0.75, 0.9, 1.0, 1.1, 1.25, 1.4, 1.5};
    RandomStream random(7, RandomPurpose::Expansion);
    const LabelledImages &test = m_mnist->test;
    int still = 0;
    std::array<int, scales.size()> moved{};
    for (int i = 0; i < digits; ++i) {
        const auto digit = test.image(i);
        GrayImage picture = nabla::test::blackPicture(frame, frame);
        nabla::test::placeDigit(picture, digit, 1.0, frame / 2, frame / 2);
        still += answer(picture) == test.label(i) ? 1 : 0;
        for (std::size_t k = 0; k < scales.size(); ++k) {
            picture = nabla::test::blackPicture(frame, frame);
            nabla::test::placeDigit(picture, digit, scales[k],
                                    frame / 2 + 12.0 * random.uniform() - 6.0,
                                    frame / 2 + 12.0 * random.uniform() - 6.0);
            moved[k] += answer(picture) == test.label(i) ? 1 : 0;
        }
    }
    double lost = 0.0;
    for (std::size_t k = 0; k < scales.size(); ++k) {
        const double points = 100.0 * (still - moved[k]) / digits;
        qInfo("scale %.2f: %.2f points lost of %.2f %%", scales[k], points, 100.0 * still / digits);
        QVERIFY(points <= 4.0);
        lost += points / scales.size();
    }
    qInfo("on average %.2f points lost", lost);
    QVERIFY(100.0 * still / digits >= 95.0);
    QVERIFY(lost <= 1.0);
}

void TestHandReading::numbersOfThreeMnistDigitsAreRead()
{
    constexpr int numbers = 500;
    constexpr int apart = 24; // the digits are 20 pixels at most
    const LabelledImages &test = m_mnist->test;
    const DigitScorer scorer = nabla::test::scorerOf(*m_network);
    int right = 0;
    for (int i = 0; i < numbers; ++i) {
        GrayImage picture = nabla::test::blackPicture(40 + 3 * apart, 40);
        std::string truth;
        for (int k = 0; k < 3; ++k) {
            const int digit = 3 * i + k;
            nabla::test::placeDigit(picture, test.image(digit), 1.0, 20 + apart * (k + 0.5), 20);
            truth += static_cast<char>('0' + test.label(digit));
        }
        const auto readings = readNumber(*inkOfPicture(picture), scorer);
        right += !readings.empty() && readings.front().digits == truth ? 1 : 0;
    }
    qInfo("%.1f %% of the numbers", 100.0 * right / numbers);
    QVERIFY(100.0 * right / numbers >= 90.0);
}

NABLA_TEST(TestHandReading)
#include "tst_hand_reading.moc"
