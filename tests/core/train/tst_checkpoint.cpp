// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/checkpoint.h"
#include "core/train/trainer.h"
#include "tests/support/small_run.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>
#include <QTest>

using namespace nabla;
using nabla::test::finish;

class TestCheckpoint final : public QObject
{
    Q_OBJECT

private slots:
    void aResumedRunEndsInTheSameWeights_data();
    void aResumedRunEndsInTheSameWeights();
    void theDecayThatStandsAsideIsKept();
    void itGoesOnWithTheSameKernels();
    void aCheckpointIsAModel();
    void aModelIsNoCheckpoint();
    void aCheckpointOfAnotherRunIsRefused_data();
    void aCheckpointOfAnotherRunIsRefused();
    void turnedKnobsAreKept();

private:
    [[nodiscard]] std::filesystem::path path(const char *name) const
    {
        return m_folder.filePath(name).toStdString();
    }
    QTemporaryDir m_folder;
};

namespace {

HyperParameters everything()
{
    HyperParameters config;
    config.layers = {784, 12, 9, 10};
    config.activation = "relu,tanh";
    config.initializer = "he";
    config.normalization = "batch";
    config.optimizer = "adam";
    config.learningRate = 0.003;
    config.schedule = "cosine";
    config.dropout = 0.2;
    config.maxNorm = 3.0;
    config.gradientClipping = 1.0;
    config.l1RegularizationParameter = 0.01;
    config.expansion = "elastic";
    config.miniBatchSize = 32;
    config.epochs = 3;
    return config;
}

} // namespace

void TestCheckpoint::aResumedRunEndsInTheSameWeights_data()
{
    QTest::addColumn<QString>("optimizer");
    QTest::addColumn<QString>("schedule");
    for (const Optimizer &optimizer : optimizers())
        QTest::newRow(optimizer.id) << optimizer.id << "cosine";
    QTest::newRow("plateau") << "sgd"
                             << "plateau";
}

void TestCheckpoint::aResumedRunEndsInTheSameWeights()
{
    QFETCH(QString, optimizer);
    QFETCH(QString, schedule);
    HyperParameters config = everything();
    config.optimizer = optimizer.toStdString();
    config.schedule = schedule.toStdString();
    config.scheduleEpochs = 1;
    const auto data = test::barData(230);
    Trainer whole(config, data);
    finish(whole);
    const std::uint64_t digest = whole.network().digest();
    for (std::uint64_t stop = 0; stop < whole.step(); stop += 3) {
        Trainer first(config, data);
        while (first.step() < stop)
            first.stepMiniBatch();
        saveCheckpoint(path("run"), first.network(), first.state(), {});
        const Checkpoint checkpoint = loadCheckpoint(path("run"));
        Trainer second(config, data);
        second.restore(checkpoint.network, checkpoint.state);
        QCOMPARE(second.step(), stop);
        finish(second);
        QCOMPARE(second.network().digest(), digest);
        QCOMPARE(second.progress().memory(), whole.progress().memory());
    }
}

void TestCheckpoint::theDecayThatStandsAsideIsKept()
{
    HyperParameters config;
    config.layers = {784, 12, 10};
    config.regularizationParameter = 20.0;
    config.epochs = 2;
    const auto data = test::barData(230);
    Trainer whole(config, data);
    finish(whole);
    for (const std::uint64_t stop : {std::uint64_t(1), std::uint64_t(20), std::uint64_t(39)}) {
        Trainer first(config, data);
        while (first.step() < stop)
            first.stepMiniBatch();
        const TrainerState state = first.state();
        QVERIFY(state.weightScale < 1.0);
        saveCheckpoint(path("run"), first.network(), state, {});
        const Checkpoint checkpoint = loadCheckpoint(path("run"));
        QCOMPARE(checkpoint.state.weightScale, state.weightScale);
        // To look at it changes nothing, and what is seen are the weights, the decay included.
        QCOMPARE(checkpoint.network.digest(), first.network().digest());
        Trainer second(config, data);
        second.restore(checkpoint.network, checkpoint.state);
        finish(first);
        finish(second);
        QCOMPARE(first.network().digest(), whole.network().digest());
        QCOMPARE(second.network().digest(), whole.network().digest());
    }
}

void TestCheckpoint::itGoesOnWithTheSameKernels()
{
    for (const Kernels *kernels : supportedKernels()) {
        Trainer trainer(everything(), test::barData(), *kernels);
        saveCheckpoint(path("run"), trainer.network(), trainer.state(), {});
        const Checkpoint checkpoint = loadCheckpoint(path("run"));
        QCOMPARE(&checkpoint.network.kernels(), kernels);
        QCOMPARE(checkpoint.metadata.at("kernels"), std::string(kernels->id));
    }
}

void TestCheckpoint::aCheckpointIsAModel()
{
    Trainer trainer(everything(), test::barData());
    trainer.stepMiniBatch();
    saveCheckpoint(path("run"), trainer.network(), trainer.state(), {{"note", "kept"}});
    const LoadedModel model = loadModel(path("run"));
    QCOMPARE(model.network.digest(), trainer.network().digest());
    QCOMPARE(model.metadata.at("note"), std::string("kept"));
}

void TestCheckpoint::aModelIsNoCheckpoint()
{
    saveModel(path("model"), Network({784, 10}, "sigmoid"), {});
    QVERIFY_EXCEPTION_THROWN((void)loadCheckpoint(path("model")), ModelFileError);
}

void TestCheckpoint::aCheckpointOfAnotherRunIsRefused_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"layers", "optimizer", "normalization", "digits", "epochs"})
        QTest::newRow(what) << what;
}

void TestCheckpoint::aCheckpointOfAnotherRunIsRefused()
{
    QFETCH(QString, what);
    Trainer trainer(everything(), test::barData());
    for (int i = 0; i < 25; ++i)
        trainer.stepMiniBatch();
    saveCheckpoint(path("run"), trainer.network(), trainer.state(), {});
    const Checkpoint checkpoint = loadCheckpoint(path("run"));
    HyperParameters config = everything();
    int digits = 600;
    if (what == QStringLiteral("layers"))
        config.layers = {784, 12, 8, 10};
    else if (what == QStringLiteral("optimizer"))
        config.optimizer = "momentum";
    else if (what == QStringLiteral("normalization"))
        config.normalization = "none";
    else if (what == QStringLiteral("digits"))
        digits = 599;
    else
        config.epochs = 1;
    Trainer other(config, test::barData(digits));
    const std::uint64_t before = other.network().digest();
    QVERIFY_EXCEPTION_THROWN(other.restore(checkpoint.network, checkpoint.state),
                             std::invalid_argument);
    QCOMPARE(other.network().digest(), before);
}

void TestCheckpoint::turnedKnobsAreKept()
{
    Trainer trainer(everything(), test::barData());
    trainer.setLearningRate(0.25);
    trainer.setRegularizationParameter(7.0);
    saveCheckpoint(path("run"), trainer.network(), trainer.state(), {});
    const Checkpoint checkpoint = loadCheckpoint(path("run"));
    Trainer other(everything(), test::barData());
    other.restore(checkpoint.network, checkpoint.state);
    QCOMPARE(other.learningRate(), 0.25);
    QCOMPARE(other.regularizationParameter(), 7.0);
}

NABLA_TEST(TestCheckpoint)
#include "tst_checkpoint.moc"
