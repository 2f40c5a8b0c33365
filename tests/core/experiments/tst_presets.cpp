// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiments/presets.h"
#include "core/measure/evaluator.h"
#include "core/measure/probe.h"
#include "core/sources/data_catalog.h"
#include "core/train/trainer.h"
#include "tests/core/experiments/train_epoch.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace nabla;

class TestPresets final : public QObject
{
    Q_OBJECT

private slots:
    void everyPresetCanBeRun();
    void theVanishingGradientComesFirst();
    void theFirstNetworkReadsMnistAsInTheBook();
    void eightHiddenLayersStayOnTheirPlateau();
    void builtInDigitsTeachToReadRealOnes_data();
    void builtInDigitsTeachToReadRealOnes();
    void theBestReaderIsAlreadyGoodAfterAFewEpochs();
};

namespace {

std::shared_ptr<const Dataset> mnist()
{
    const std::filesystem::path folder = qgetenv("NABLA_MNIST_DIR").toStdString();
    if (folder.empty() || !looksLikeIdxFolder(folder))
        return nullptr;
    static const auto data = loadData(folder.string());
    return data;
}

} // namespace

void TestPresets::everyPresetCanBeRun()
{
    std::set<std::string> ids;
    for (const Preset &preset : presets()) {
        QVERIFY(ids.insert(preset.id).second);
        QVERIFY2(validate(preset.config).empty(), preset.id);
        QVERIFY(*preset.claim != '\0');
        QCOMPARE(findPreset(preset.id), &preset);
    }
    QVERIFY(!findPreset("no such preset"));
}

void TestPresets::theVanishingGradientComesFirst()
{
    QCOMPARE(std::string(presets().front().id), std::string("vanishing-gradient"));
    QVERIFY(presets().front().config == ExperimentConfig());
}

void TestPresets::theFirstNetworkReadsMnistAsInTheBook()
{
    const auto data = mnist();
    if (!data)
        QSKIP("needs the real MNIST: set NABLA_MNIST_DIR to its folder");
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        HyperParameters config = findPreset("first-network")->config;
        config.seed = seed;
        Trainer trainer(config, data);
        double best = 0.0;
        while (!trainer.finished()) {
            test::trainEpoch(trainer);
            best = std::max(best,
                            evaluateSet(trainer.network(), trainer.cost(), data->test)->accuracy);
        }
        qInfo("seed %d: best of 30 epochs %.2f %% (the book: 95.42 %%)", static_cast<int>(seed),
              100.0 * best);
        QVERIFY(best >= 0.945);
    }
}

void TestPresets::eightHiddenLayersStayOnTheirPlateau()
{
    const auto data = mnist();
    if (!data)
        QSKIP("needs the real MNIST: set NABLA_MNIST_DIR to its folder");
    Trainer trainer(findPreset("eight-hidden-layers")->config, data);
    const auto speeds = *probeLearningSpeed(trainer.network(), trainer.cost(), data->training);
    qInfo("layer 8 / layer 1: %.0f", speeds[7] / speeds[0]);
    QVERIFY(speeds[7] / speeds[0] > 1e4);
    for (int epoch = 0; epoch < 2; ++epoch)
        test::trainEpoch(trainer);
    QVERIFY(evaluateSet(trainer.network(), trainer.cost(), data->validation)->accuracy < 0.15);
}

void TestPresets::builtInDigitsTeachToReadRealOnes_data()
{
    QTest::addColumn<int>("hidden");
    QTest::addColumn<double>("atLeast");
    QTest::newRow("784-100-10") << 100 << 0.93;
    QTest::newRow("784-30-10") << 30 << 0.90;
}

void TestPresets::builtInDigitsTeachToReadRealOnes()
{
    QFETCH(int, hidden);
    QFETCH(double, atLeast);
    const auto real = mnist();
    if (!real)
        QSKIP("needs the real MNIST: set NABLA_MNIST_DIR to its folder");
    ExperimentConfig config = findPreset("built-in-digits")->config;
    config.layers = {784, hidden, 10};
    QVERIFY(config.epochs <= 10);
    Trainer trainer(config, loadData(config.data));
    while (!trainer.finished())
        test::trainEpoch(trainer);
    const double accuracy = evaluateSet(trainer.network(), trainer.cost(), real->test)->accuracy;
    qInfo("%.2f %% of MNIST's test digits", 100.0 * accuracy);
    QVERIFY2(accuracy >= atLeast, qPrintable(QString::number(accuracy)));
}

void TestPresets::theBestReaderIsAlreadyGoodAfterAFewEpochs()
{
    const auto real = mnist();
    if (!real)
        QSKIP("needs the real MNIST: set NABLA_MNIST_DIR to its folder");
    ExperimentConfig config = findPreset("best-reader")->config;
    QVERIFY(config.data.starts_with("builtin"));
    config.epochs = 4;
    Trainer trainer(config, loadData(config.data));
    while (!trainer.finished())
        test::trainEpoch(trainer);
    const double accuracy = evaluateSet(trainer.network(), trainer.cost(), real->test)->accuracy;
    qInfo("%.2f %% of MNIST's test digits", 100.0 * accuracy);
    QVERIFY(accuracy >= 0.955);
}

NABLA_TEST(TestPresets)
#include "tst_presets.moc"
