// SPDX-License-Identifier: GPL-3.0-or-later
// Whole numbers in the built-in hands, read by 784-100-10 that has learned the built-in digits.
#include "core/experiments/presets.h"
#include "core/sources/data_catalog.h"
#include "core/train/trainer.h"
#include "tests/support/digit_scorer.h"
#include "tests/support/generated_numbers.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <optional>

using namespace nabla;

class TestWrittenNumbers final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void numbersAreRead_data();
    void numbersAreRead();

private:
    std::optional<Network> m_network;
};

void TestWrittenNumbers::initTestCase()
{
    ExperimentConfig config = findPreset("built-in-digits")->config;
    config.data = "builtin";
    QCOMPARE(config.layers, (std::vector{784, 100, 10}));
    Trainer trainer(config, loadData(config.data));
    while (!trainer.finished())
        trainer.stepMiniBatch();
    m_network = trainer.network();
}

void TestWrittenNumbers::numbersAreRead_data()
{
    QTest::addColumn<double>("gap");
    QTest::addColumn<double>("least");
    QTest::newRow("far apart") << 0.4 << 90.0;
    QTest::newRow("apart") << 0.1 << 90.0;
    QTest::newRow("touching") << 0.0 << 70.0;
    QTest::newRow("overlapping") << -0.05 << 70.0;
}

/// Two to six digits; the gap is in heights. The prices were tuned on another seed.
void TestWrittenNumbers::numbersAreRead()
{
    QFETCH(double, gap);
    QFETCH(double, least);
    constexpr int numbers = 1000;
    const DigitScorer scorer = nabla::test::scorerOf(*m_network);
    int right = 0;
    for (int i = 0; i < numbers; ++i) {
        const auto number = nabla::test::writeNumber(mildDigits(), 2026,
                                                     static_cast<std::uint64_t>(i), 2 + i % 5, gap);
        const auto readings = readNumber(*inkOfStrokes(number.drawing), scorer);
        right += readings.front().digits == number.digits ? 1 : 0;
    }
    const double share = 100.0 * right / numbers;
    qInfo("%.1f %% of the numbers", share);
    QVERIFY(share >= least);
}

NABLA_TEST(TestWrittenNumbers)
#include "tst_written_numbers.moc"
