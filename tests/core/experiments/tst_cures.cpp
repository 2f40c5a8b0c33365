// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiments/presets.h"
#include "core/measure/evaluator.h"
#include "core/measure/probe.h"
#include "core/sources/data_catalog.h"
#include "core/train/trainer.h"
#include "tests/core/experiments/train_epoch.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace nabla;

/// "Try it": the sick network and the cured one from the same seed, on MNIST.
class TestCures final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void rectifiedFourLayersLearnTenTimesAsFastAndPassNinetyPercent();
    void curedEightLayersPassNinetyThreePercentWhileTheSickOnesStayAtChance_data();
    void curedEightLayersPassNinetyThreePercentWhileTheSickOnesStayAtChance();
    void theExplodingGradientExplodes();

private:
    [[nodiscard]] double validationAccuracy(const Trainer &trainer) const
    {
        return evaluateSet(trainer.network(), trainer.cost(), m_data->validation)->accuracy;
    }
    [[nodiscard]] std::vector<double> speeds(const Trainer &trainer) const
    {
        return *probeLearningSpeed(trainer.network(), trainer.cost(), m_data->training);
    }

    std::shared_ptr<const Dataset> m_data;
};

namespace {

ExperimentConfig rectified(ExperimentConfig config)
{
    config.activation = "relu";
    config.initializer = "he";
    return config;
}

} // namespace

void TestCures::initTestCase()
{
    const std::filesystem::path folder = qgetenv("NABLA_MNIST_DIR").toStdString();
    if (folder.empty() || !looksLikeIdxFolder(folder))
        QSKIP("needs the real MNIST: set NABLA_MNIST_DIR to its folder");
    m_data = loadData(folder.string());
}

void TestCures::rectifiedFourLayersLearnTenTimesAsFastAndPassNinetyPercent()
{
    const ExperimentConfig config = findPreset("vanishing-gradient")->config;
    Trainer sick(config, m_data);
    Trainer cured(rectified(config), m_data);
    double least = 1e300;
    for (std::uint64_t step = 0; step <= 2 * sick.stepsPerEpoch() / 5; ++step) {
        if (step % 100 == 0) {
            const double times = speeds(cured).front() / speeds(sick).front();
            least = std::min(least, times);
            QVERIFY2(
                times >= 10.0,
                qPrintable(QStringLiteral("%1 times at step %2").arg(times).arg(qulonglong(step))));
        }
        sick.stepMiniBatch();
        cured.stepMiniBatch();
    }
    test::trainEpoch(sick);
    test::trainEpoch(cured);
    QCOMPARE(sick.epoch(), 1);
    qInfo("first layer at least %.0f times as fast over 0.4 epoch; after epoch 1 %.2f %% against "
          "%.2f %%",
          least, 100.0 * validationAccuracy(cured), 100.0 * validationAccuracy(sick));
    QVERIFY(validationAccuracy(cured) >= 0.90);
    QVERIFY(validationAccuracy(sick) <= 0.25);
}

void TestCures::curedEightLayersPassNinetyThreePercentWhileTheSickOnesStayAtChance_data()
{
    // At the book's rate of 0.1 eight rectified layers overshoot: 90.9 to 93.3 % over five seeds.
    QTest::addColumn<QString>("cure");
    QTest::newRow("batch normalization") << "batch";
    QTest::newRow("ReLU + He, half the rate") << "relu";
}

void TestCures::curedEightLayersPassNinetyThreePercentWhileTheSickOnesStayAtChance()
{
    QFETCH(QString, cure);
    const ExperimentConfig config = findPreset("eight-hidden-layers")->config;
    ExperimentConfig treated = config;
    if (cure == "batch") {
        treated.normalization = "batch";
    } else {
        treated = rectified(config);
        treated.learningRate /= 2.0;
    }
    Trainer sick(config, m_data);
    Trainer cured(treated, m_data);
    for (int epoch = 0; epoch < 3; ++epoch) {
        test::trainEpoch(sick);
        test::trainEpoch(cured);
    }
    qInfo("after 3 epochs %.2f %% against %.2f %%", 100.0 * validationAccuracy(cured),
          100.0 * validationAccuracy(sick));
    QVERIFY(validationAccuracy(cured) > 0.93);
    QVERIFY(validationAccuracy(sick) < 0.15);
}

void TestCures::theExplodingGradientExplodes()
{
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        ExperimentConfig config = findPreset("exploding-gradient")->config;
        config.seed = seed;
        const Trainer trainer(config, m_data);
        const auto found = speeds(trainer);
        qInfo("seed %d: %.3g %.3g %.3g %.3g", static_cast<int>(seed), found[0], found[1], found[2],
              found[3]);
        QVERIFY(found[0] > 5.0 * found[3]);
    }
}

NABLA_TEST(TestCures)
#include "tst_cures.moc"
