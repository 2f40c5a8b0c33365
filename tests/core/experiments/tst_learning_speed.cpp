// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiments/presets.h"
#include "core/measure/probe.h"
#include "core/sources/data_catalog.h"
#include "core/train/trainer.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <algorithm>

using namespace nabla;

/// Chapter 5: the learning speeds of untrained deep networks over the first 1,000 MNIST digits, 20
/// seeds, against the 5 to 95 % bands of an independent clone of the book's program.
class TestLearningSpeed final : public QObject
{
    Q_OBJECT

private slots:
    void mediansLieInTheBooksBands_data();
    void mediansLieInTheBooksBands();
};

namespace {

struct Band
{
    double low;
    double high;
};

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return (values[values.size() / 2] + values[(values.size() - 1) / 2]) / 2.0;
}

} // namespace

Q_DECLARE_METATYPE(std::vector<Band>)
Q_DECLARE_METATYPE(Band)

void TestLearningSpeed::mediansLieInTheBooksBands_data()
{
    QTest::addColumn<QString>("preset");
    QTest::addColumn<std::vector<Band>>("speeds");
    QTest::addColumn<Band>("ratio");
    QTest::addColumn<double>("typicalRatio");
    QTest::newRow("2 hidden layers")
        << "two-hidden-layers" << std::vector<Band>{{.038, .093}, {.198, .413}} << Band{3.97, 6.17}
        << 4.8;
    QTest::newRow("3 hidden layers")
        << "three-hidden-layers" << std::vector<Band>{{.0075, .022}, {.035, .094}, {.20, .41}}
        << Band{17, 35} << 25.0;
    QTest::newRow("4 hidden layers")
        << "vanishing-gradient"
        << std::vector<Band>{{.0012, .0039}, {.0060, .018}, {.035, .090}, {.16, .40}}
        << Band{90, 197} << 120.0;
}

void TestLearningSpeed::mediansLieInTheBooksBands()
{
    QFETCH(QString, preset);
    QFETCH(std::vector<Band>, speeds);
    QFETCH(Band, ratio);
    QFETCH(double, typicalRatio);
    const std::filesystem::path mnist = qgetenv("NABLA_MNIST_DIR").toStdString();
    if (mnist.empty() || !looksLikeIdxFolder(mnist))
        QSKIP("needs the real MNIST: set NABLA_MNIST_DIR to its folder");
    static const auto data = loadData(mnist.string());
    constexpr std::uint64_t seeds = 20;
    std::vector<std::vector<double>> measured(speeds.size());
    std::vector<double> ratios;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        HyperParameters config = findPreset(preset.toStdString())->config;
        config.seed = seed;
        const Trainer trainer(config, data);
        const auto probe = *probeLearningSpeed(trainer.network(), trainer.cost(), data->training);
        for (std::size_t l = 0; l < measured.size(); ++l)
            measured[l].push_back(probe[l]);
        ratios.push_back(probe[measured.size() - 1] / probe[0]);
    }
    for (std::size_t l = 0; l < measured.size(); ++l) {
        const double value = median(measured[l]);
        qInfo("layer %zu: median speed %.5f", l + 1, value);
        QVERIFY2(value >= speeds[l].low && value <= speeds[l].high,
                 qPrintable(QString::number(value)));
    }
    const double value = median(ratios);
    qInfo("last / first: median %.1f (typically %.1f)", value, typicalRatio);
    QVERIFY2(value >= ratio.low && value <= ratio.high, qPrintable(QString::number(value)));
}

NABLA_TEST(TestLearningSpeed)
#include "tst_learning_speed.moc"
