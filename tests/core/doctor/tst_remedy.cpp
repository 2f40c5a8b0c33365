// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/doctor/remedy.h"
#include "core/experiments/field_table.h"
#include "core/experiments/presets.h"
#include "tests/support/test_program.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <algorithm>
#include <set>
#include <string>

using namespace nabla;

class TestRemedy final : public QObject
{
    Q_OBJECT

private slots:
    void everyRemedyHasWords();
    void aRemedyOfAnyPresetChangesOneThingAndCanBeRun();
    void whatIsThereAlreadyIsNotOffered();
    void ratesStartFromTheTurnedOne();
};

namespace {

Treated treated(const ExperimentConfig &config)
{
    return {config, config.learningRate, 50000.0};
}

std::set<std::string> differences(const ExperimentConfig &a, const ExperimentConfig &b)
{
    std::set<std::string> keys;
    for (const Field &field : fieldTable()) {
        if (field.get(a) != field.get(b))
            keys.insert(field.key);
    }
    return keys;
}

} // namespace

void TestRemedy::everyRemedyHasWords()
{
    std::set<std::string> ids;
    int index = 0;
    for (const RemedyInfo &info : remedies()) {
        QCOMPARE(static_cast<int>(info.kind), index++);
        QVERIFY(ids.insert(info.id).second);
        QVERIFY(*info.title != '\0');
        QCOMPARE(remedyInfo(info.kind).id, info.id);
    }
    QCOMPARE(index, static_cast<int>(RemedyKind::EarlyStopping) + 1);
}

void TestRemedy::aRemedyOfAnyPresetChangesOneThingAndCanBeRun()
{
    // A function goes with the weights that belong to it, a cost with its outputs; how the network
    // begins is one thing.
    const std::set<std::string> beginning{"activation", "initializer", "weightScale",
                                          "initialBiases"};
    const std::set<std::string> end{"cost", "outputActivation"};
    int offered = 0;
    for (const Preset &preset : presets()) {
        for (const RemedyInfo &info : remedies()) {
            const auto remedy = remedyFor(info.kind, treated(preset.config));
            if (!remedy)
                continue;
            ++offered;
            const auto keys = differences(preset.config, remedy->config);
            QVERIFY2(keys.size() == 1 || std::ranges::includes(beginning, keys)
                         || std::ranges::includes(end, keys),
                     info.id);
            QVERIFY2(info.kind == RemedyKind::ReluWithHe || info.kind == RemedyKind::LeakyRelu
                         || !keys.contains("activation"),
                     info.id);
            QVERIFY2(validate(remedy->config).empty(), info.id);
            QCOMPARE(remedy->config.seed, preset.config.seed);
        }
    }
    QVERIFY(offered > 100);
}

void TestRemedy::whatIsThereAlreadyIsNotOffered()
{
    ExperimentConfig config; // sigmoid, scaled weights, cross-entropy, lambda 5, all digits
    QVERIFY(!remedyFor(RemedyKind::ScaledWeights, treated(config)));
    QVERIFY(!remedyFor(RemedyKind::CrossEntropy, treated(config)));
    QVERIFY(!remedyFor(RemedyKind::BookRegularization, treated(config)));
    QVERIFY(!remedyFor(RemedyKind::AllDigits, treated(config)));
    QVERIFY(!remedyFor(RemedyKind::LeakyRelu, treated(config)));
    QVERIFY(!remedyFor(RemedyKind::HeWeights, treated(config)));
    ExperimentConfig wide = config;
    wide.weightScale = 100.0;
    wide.initialBiases = "centered";
    QVERIFY(remedyFor(RemedyKind::ScaledWeights, treated(wide))->config == config);
    const auto cured = remedyFor(RemedyKind::ReluWithHe, treated(config));
    QVERIFY(cured && cured->config == findPreset("cured")->config);
    QVERIFY(!remedyFor(RemedyKind::ReluWithHe, treated(cured->config)));
    config.miniBatchSize = 1; // has no deviation to normalize by
    QVERIFY(!remedyFor(RemedyKind::BatchNormalization, treated(config)));
    config.learningRate = 1000.0; // the largest that can be set
    QVERIFY(!remedyFor(RemedyKind::TenTimesRate, treated(config)));
    config.cost = "log-likelihood";
    config.outputActivation = "softmax";
    QVERIFY(!remedyFor(RemedyKind::CrossEntropy, treated(config)));
}

void TestRemedy::ratesStartFromTheTurnedOne()
{
    Treated turned = treated({});
    turned.learningRate = 3.0;
    QVERIFY(qFuzzyCompare(remedyFor(RemedyKind::TenthOfRate, turned)->config.learningRate, 0.3));
    QVERIFY(
        qFuzzyCompare(remedyFor(RemedyKind::HundredTimesRate, turned)->config.learningRate, 300.0));
}

NABLA_TEST(TestRemedy)
#include "tst_remedy.moc"
