// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/probe.h"
#include "core/telemetry/metric.h"
#include "core/train/trainer.h"
#include "tests/support/compare.h"
#include "tests/support/small_data.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <algorithm>

using namespace nabla;

/// What Trainer::measureNextMiniBatch() tells, against the probe of the same digits and the weights
/// before and after.
class TestMeasurement final : public QObject
{
    Q_OBJECT

private slots:
    void numbersAreThoseOfTheProbeOfTheSameDigits_data();
    void numbersAreThoseOfTheProbeOfTheSameDigits();
    void lookingChangesNothing_data();
    void lookingChangesNothing();
    void nothingIsMeasuredUnasked();
};

namespace {

constexpr int digits = 60;

/// Full batches of the first 60 digits, which the probe takes too.
HyperParameters fullBatch(const char *optimizer)
{
    HyperParameters config;
    config.layers = {784, 16, 8, 10};
    config.optimizer = optimizer;
    config.learningRate = 0.5;
    config.regularizationParameter = 3.0;
    config.miniBatchSize = digits;
    config.epochs = 6;
    return config;
}

double valueOf(const StepMeasurement &measurement, Metric metric, int layer)
{
    const auto ids = measuredMetrics(3);
    const auto found = std::find(ids.begin(), ids.end(), MetricId{metric, layer});
    return measurement.values[static_cast<std::size_t>(found - ids.begin())];
}

} // namespace

void TestMeasurement::numbersAreThoseOfTheProbeOfTheSameDigits_data()
{
    QTest::addColumn<QString>("optimizer");
    QTest::newRow("fused") << "sgd";
    QTest::newRow("with a gradient matrix") << "momentum";
}

void TestMeasurement::numbersAreThoseOfTheProbeOfTheSameDigits()
{
    QFETCH(QString, optimizer);
    const auto data = test::barData(digits, 10, 10);
    Trainer trainer(fullBatch(optimizer.toUtf8().constData()), data);
    for (int i = 0; i < 3; ++i)
        trainer.stepMiniBatch(); // the first layer's decay is kept aside by now
    const Network before = trainer.network();
    const auto probed = probe(before, trainer.cost(), data->training);
    trainer.measureNextMiniBatch();
    trainer.stepMiniBatch();
    const Network after = trainer.network();
    const StepMeasurement &measured = trainer.measurement();
    QCOMPARE(measured.step, std::uint64_t(4));
    QCOMPARE(measured.values.size(), measuredMetrics(3).size());
    for (int l = 1; l <= 3; ++l) {
        const ProbedLayer &layer = probed->layers[static_cast<std::size_t>(l - 1)];
        NABLA_COMPARE_RELATIVE(valueOf(measured, Metric::GradientSize, l), layer.gradientSize,
                               1e-4);
        NABLA_COMPARE_RELATIVE(valueOf(measured, Metric::ActivationSpread, l),
                               layer.activationSpread, 1e-4);
        QCOMPARE(valueOf(measured, Metric::SaturatedShare, l), *layer.saturatedShare);
        QCOMPARE(valueOf(measured, Metric::DeadShare, l), *layer.deadShare);
        const double moved = (after.weights(l) - before.weights(l)).norm();
        NABLA_COMPARE_RELATIVE(valueOf(measured, Metric::UpdateRatio, l),
                               moved / before.weights(l).norm(), 1e-4);
    }
}

void TestMeasurement::lookingChangesNothing_data()
{
    QTest::addColumn<QString>("optimizer");
    QTest::addColumn<int>("miniBatchSize");
    QTest::addColumn<double>("dropout");
    QTest::newRow("fused") << "sgd" << 10 << 0.0;
    QTest::newRow("fused, dropout") << "sgd" << 10 << 0.5;
    QTest::newRow("momentum") << "momentum" << 10 << 0.0;
    QTest::newRow("in chunks") << "sgd" << 300 << 0.0;
    QTest::newRow("adam") << "adam" << 32 << 0.0;
}

void TestMeasurement::lookingChangesNothing()
{
    QFETCH(QString, optimizer);
    QFETCH(int, miniBatchSize);
    QFETCH(double, dropout);
    HyperParameters config = fullBatch(optimizer.toUtf8().constData());
    config.miniBatchSize = miniBatchSize;
    config.dropout = dropout;
    const auto data = test::barData(600, 10, 10);
    Trainer unseen(config, data);
    Trainer seen(config, data);
    for (int i = 0; !unseen.finished(); ++i) {
        if (i % 3 != 1)
            seen.measureNextMiniBatch();
        seen.stepMiniBatch();
        unseen.stepMiniBatch();
    }
    QVERIFY(seen.measurement().step > 0);
    QCOMPARE(seen.network().digest(), unseen.network().digest());
}

void TestMeasurement::nothingIsMeasuredUnasked()
{
    Trainer trainer(fullBatch("sgd"), test::barData(digits, 10, 10));
    trainer.stepMiniBatch();
    QCOMPARE(trainer.measurement().step, std::uint64_t(0));
    trainer.measureNextMiniBatch();
    trainer.stepMiniBatch();
    trainer.stepMiniBatch();
    QCOMPARE(trainer.measurement().step, std::uint64_t(2));
}

NABLA_TEST(TestMeasurement)
#include "tst_measurement.moc"
