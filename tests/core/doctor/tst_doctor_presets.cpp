// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/doctor/doctor.h"
#include "core/experiments/presets.h"
#include "core/sources/data_catalog.h"
#include "tests/support/recorded_run.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <algorithm>

using namespace nabla;

/// Every rule in real training: a preset that triggers it, one that does not, and the healthy one
/// that triggers none. On the built-in digits, and on MNIST where it lies.
class TestDoctorPresets final : public QObject
{
    Q_OBJECT

private slots:
    void aSickPresetIsFound_data();
    void aSickPresetIsFound();
    void theHealthyPresetHasNoFinding_data();
    void theHealthyPresetHasNoFinding();
    void aCuredPresetIsNotCalledSick_data();
    void aCuredPresetIsNotCalledSick();
    void tooHighARateIsNeverCalledTooLow();

    void tryItCuresTheDefaultNetwork_data();
    void tryItCuresTheDefaultNetwork();
    void tryItCuresEightHiddenLayers();
};

namespace {

/// Null where it is not there.
std::shared_ptr<const Dataset> dataOf(const QString &name)
{
    if (name == QLatin1String("builtin"))
        return loadData("builtin");
    const std::filesystem::path folder = qgetenv("NABLA_MNIST_DIR").toStdString();
    if (folder.empty() || !looksLikeIdxFolder(folder))
        return nullptr;
    static const auto data = loadData(folder.string());
    return data;
}

ExperimentConfig configOf(const QString &preset)
{
    return findPreset(preset.toStdString())->config;
}

/// The first remedy of what is found before the first step.
std::optional<Remedy> remedyAtStart(const nabla::test::RecordedRun &run,
                                    const ExperimentConfig &config)
{
    const auto findings = diagnose(run.history(), run.status(), config, {}).findings;
    if (findings.empty() || findings.front().rule != DoctorRule::Vanishing)
        return std::nullopt;
    return findings.front().remedies.front();
}

double validationAccuracy(const nabla::test::RecordedRun &run)
{
    return *run.history().latest({Metric::ValidationAccuracy});
}

/// Trains so far and is asked each time; false as soon as one says no.
template <class Accepts>
bool everyDiagnosis(const ExperimentConfig &config, const std::shared_ptr<const Dataset> &data,
                    int epochs, const Accepts &accepts)
{
    constexpr double interval = 0.25;
    nabla::test::RecordedRun run(config, data);
    for (int i = 0; i <= static_cast<int>(epochs / interval); ++i) {
        for (const Finding &finding : diagnose(run.history(), run.status(), config, {}).findings) {
            if (accepts(finding))
                continue;
            qWarning("step %d: %s, layer %d: %g, limit %g", static_cast<int>(finding.step),
                     ruleInfo(finding.rule).id, finding.layer, finding.measured.value_or(-1.0),
                     finding.limit);
            return false;
        }
        if (i < static_cast<int>(epochs / interval))
            run.train(interval);
    }
    return true;
}

} // namespace

void TestDoctorPresets::aSickPresetIsFound_data()
{
    QTest::addColumn<QString>("data");
    QTest::addColumn<QString>("preset");
    QTest::addColumn<int>("rule");
    QTest::addColumn<double>("epochs");
    for (const char *data : {"builtin", "mnist"}) {
        const auto row = [data](const char *preset, DoctorRule rule, double epochs) {
            QTest::addRow("%s: %s", data, ruleInfo(rule).id)
                << QString(data) << QString(preset) << static_cast<int>(rule) << epochs;
        };
        row("diverging", DoctorRule::Diverged, 0.02);
        row("vanishing-gradient", DoctorRule::Vanishing, 0.4);
        row("exploding-gradient", DoctorRule::Exploding, 0.0);
        row("dead-neurons", DoctorRule::DeadUnits, 0.5);
        row("first-network", DoctorRule::Saturated, 0.5);
        row("first-network", DoctorRule::BadInitialization, 0.0);
        row("learning-rate-too-high", DoctorRule::LearningRateTooHigh, 1.0);
        row("learning-rate-too-low", DoctorRule::LearningRateTooLow, 1.0);
        row("overfitting", DoctorRule::Overfitting, 70.0);
    }
}

void TestDoctorPresets::aSickPresetIsFound()
{
    QFETCH(QString, data);
    QFETCH(QString, preset);
    QFETCH(int, rule);
    QFETCH(double, epochs);
    const auto digits = dataOf(data);
    if (!digits)
        QSKIP("needs the real MNIST: set NABLA_MNIST_DIR to its folder");
    const ExperimentConfig config = configOf(preset);
    nabla::test::RecordedRun run(config, digits);
    run.train(epochs);
    const auto findings = diagnose(run.history(), run.status(), config, {}).findings;
    const auto found = std::ranges::find(findings, static_cast<DoctorRule>(rule), &Finding::rule);
    QVERIFY(found != findings.end());
    QVERIFY(found->severity != Severity::Note);
    QVERIFY(!found->remedies.empty());
    qInfo("%g, limit %g", found->measured.value_or(-1.0), found->limit);
}

void TestDoctorPresets::theHealthyPresetHasNoFinding_data()
{
    QTest::addColumn<QString>("data");
    QTest::addColumn<int>("seed");
    for (const QString &data : {QStringLiteral("builtin"), QStringLiteral("mnist")}) {
        for (int seed = 1; seed <= 3; ++seed)
            QTest::addRow("%s, seed %d", qPrintable(data), seed) << data << seed;
    }
}

void TestDoctorPresets::theHealthyPresetHasNoFinding()
{
    QFETCH(QString, data);
    QFETCH(int, seed);
    const auto digits = dataOf(data);
    if (!digits)
        QSKIP("needs the real MNIST: set NABLA_MNIST_DIR to its folder");
    // 3.11 D of the book's experiments: 784-30-10, cross-entropy, 1/sqrt(n), eta 0.1, lambda 5.
    ExperimentConfig config = configOf(QStringLiteral("one-hidden-layer"));
    QCOMPARE(config.layers, (std::vector{784, 30, 10}));
    QVERIFY(config.cost == "cross-entropy" && config.initializer == "scaled"
            && config.learningRate == 0.1 && config.regularizationParameter == 5.0
            && config.miniBatchSize == 10);
    config.seed = static_cast<std::uint64_t>(seed);
    const int epochs = seed == 1 ? config.epochs : 3;
    QVERIFY(everyDiagnosis(config, digits, epochs, [](const Finding &) { return false; }));
}

void TestDoctorPresets::aCuredPresetIsNotCalledSick_data()
{
    QTest::addColumn<QString>("preset");
    QTest::newRow("ReLU with He's weights") << "cured";
    QTest::newRow("two hidden layers") << "two-hidden-layers";
    QTest::newRow("built-in digits") << "built-in-digits";
}

void TestDoctorPresets::aCuredPresetIsNotCalledSick()
{
    QFETCH(QString, preset);
    QVERIFY(everyDiagnosis(configOf(preset), dataOf(QStringLiteral("builtin")), 2,
                           [](const Finding &) { return false; }));
}

void TestDoctorPresets::tooHighARateIsNeverCalledTooLow()
{
    // Chapter 1's eta = 100: the outputs saturate at once, after which nothing moves any more.
    ExperimentConfig config = configOf(QStringLiteral("first-network"));
    config.learningRate = 100.0;
    QVERIFY(
        everyDiagnosis(config, dataOf(QStringLiteral("builtin")), 2, [](const Finding &finding) {
            return finding.rule != DoctorRule::LearningRateTooLow;
        }));
}

void TestDoctorPresets::tryItCuresTheDefaultNetwork_data()
{
    QTest::addColumn<QString>("data");
    QTest::newRow("builtin") << "builtin";
    QTest::newRow("mnist") << "mnist";
}

void TestDoctorPresets::tryItCuresTheDefaultNetwork()
{
    QFETCH(QString, data);
    const auto digits = dataOf(data);
    if (!digits)
        QSKIP("needs the real MNIST: set NABLA_MNIST_DIR to its folder");
    const ExperimentConfig config = presets().front().config;
    nabla::test::RecordedRun sick(config, digits);
    const auto remedy = remedyAtStart(sick, config);
    QVERIFY(remedy && remedy->kind == RemedyKind::ReluWithHe);
    nabla::test::RecordedRun cured(remedy->config, digits);
    sick.train(1.0);
    cured.train(1.0);

    // Over the first 0.4 epoch, at the same steps.
    const MetricId first{Metric::ProbeSpeed, 1};
    const auto &ofSick = sick.history().series(first).buckets();
    const auto &ofCured = cured.history().series(first).buckets();
    std::size_t compared = 0;
    for (; sick.history().epochAt(ofSick.at(compared).lastStep) <= 0.4; ++compared) {
        QCOMPARE(ofCured.at(compared).lastStep, ofSick[compared].lastStep);
        QVERIFY(ofCured[compared].last >= 10.0 * ofSick[compared].last);
    }
    QCOMPARE(compared, std::size_t{4}); // at the start and three eighths
    qInfo("validation accuracy after epoch 1: %.1f %% and %.1f %%",
          100.0 * validationAccuracy(sick), 100.0 * validationAccuracy(cured));
    QVERIFY(validationAccuracy(sick) <= 0.25);
    QVERIFY(validationAccuracy(cured) >= 0.90);
}

void TestDoctorPresets::tryItCuresEightHiddenLayers()
{
    const auto digits = dataOf(QStringLiteral("mnist"));
    if (!digits)
        QSKIP("needs the real MNIST: set NABLA_MNIST_DIR to its folder");
    const ExperimentConfig config = configOf(QStringLiteral("eight-hidden-layers"));
    nabla::test::RecordedRun sick(config, digits);
    const auto remedy = remedyAtStart(sick, config);
    QVERIFY(remedy && remedy->kind == RemedyKind::ReluWithHe);
    nabla::test::RecordedRun cured(remedy->config, digits);
    int epochs = 0;
    for (; epochs < 6 && validationAccuracy(cured) <= 0.93; ++epochs) {
        sick.train(1.0);
        cured.train(1.0);
    }
    qInfo("validation accuracy after epoch %d: %.1f %% and %.1f %%", epochs,
          100.0 * validationAccuracy(sick), 100.0 * validationAccuracy(cured));
    QVERIFY(validationAccuracy(cured) > 0.93);
    QVERIFY(validationAccuracy(sick) < 0.15);
}

NABLA_TEST(TestDoctorPresets)
#include "tst_doctor_presets.moc"
