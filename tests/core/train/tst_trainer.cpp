// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/evaluator.h"
#include "core/train/trainer.h"
#include "tests/support/small_data.h"

#include <QtTest>

#include <algorithm>

using namespace nabla;

class TestTrainer final : public QObject
{
    Q_OBJECT

private slots:
    void sameSeedSameDigestOtherSeedOtherDigest();
    void chunksOfALargeMiniBatchAreOneStep();
    void learnsToReadBars();
    void countsStepsAndEpochsWithAShortLastMiniBatch();
    void aSmallerTrainingSetIsItsFirstDigits();
    void aRateThatBlowsUpEndsAsDivergedAndKeepsTheLastWeights_data();
    void aRateThatBlowsUpEndsAsDivergedAndKeepsTheLastWeights();
    void turningAKnobBetweenStepsIsPartOfTheRun();
    void refusesWhatCannotBeTrained();
};

namespace {

HyperParameters small()
{
    HyperParameters config;
    config.layers = {784, 16, 10};
    config.learningRate = 0.5;
    config.regularizationParameter = 0.0;
    config.epochs = 4;
    return config;
}

std::uint64_t digestAfter(const HyperParameters &config)
{
    Trainer trainer(config, test::barData());
    while (!trainer.finished())
        trainer.stepMiniBatch();
    return trainer.network().digest();
}

} // namespace

void TestTrainer::sameSeedSameDigestOtherSeedOtherDigest()
{
    HyperParameters config = small();
    const std::uint64_t digest = digestAfter(config);
    QCOMPARE(digestAfter(config), digest);
    config.seed = 2;
    QVERIFY(digestAfter(config) != digest);
}

void TestTrainer::chunksOfALargeMiniBatchAreOneStep()
{
    HyperParameters config = small();
    config.layers = {784, 200, 10}; // chunks of a few examples
    config.miniBatchSize = 600;
    config.epochs = 3;
    Trainer trainer(config, test::barData());
    QCOMPARE(trainer.totalSteps(), std::uint64_t(3));
    int parts = 0;
    while (trainer.advance() == Trainer::Outcome::Partial)
        ++parts;
    QVERIFY(parts > 5);
    QCOMPARE(trainer.step(), std::uint64_t(1));
    QVERIFY(trainer.atMiniBatchBoundary());
    Trainer whole(config, test::barData());
    whole.stepMiniBatch();
    QCOMPARE(trainer.network().digest(), whole.network().digest());
}

void TestTrainer::learnsToReadBars()
{
    const auto data = test::barData();
    Trainer trainer(small(), data);
    const double before = evaluateSet(trainer.network(), trainer.cost(), data->test)->accuracy;
    while (!trainer.finished())
        QVERIFY(trainer.stepMiniBatch() == Trainer::Outcome::Complete);
    const double after = evaluateSet(trainer.network(), trainer.cost(), data->test)->accuracy;
    QVERIFY2(before < 0.4 && after > 0.95,
             qPrintable(QStringLiteral("%1 to %2").arg(before).arg(after)));
}

void TestTrainer::countsStepsAndEpochsWithAShortLastMiniBatch()
{
    HyperParameters config = small();
    config.miniBatchSize = 250;
    config.epochs = 2;
    Trainer trainer(config, test::barData(600));
    QCOMPARE(trainer.stepsPerEpoch(), std::uint64_t(3));
    QCOMPARE(trainer.currentMiniBatchSize(), 250);
    trainer.stepMiniBatch();
    trainer.stepMiniBatch();
    QCOMPARE(trainer.currentMiniBatchSize(), 100);
    QCOMPARE(trainer.epoch(), 0);
    trainer.stepMiniBatch();
    QCOMPARE(trainer.epoch(), 1);
    QVERIFY(trainer.atEpochBoundary());
    QVERIFY(!trainer.finished());
}

void TestTrainer::aSmallerTrainingSetIsItsFirstDigits()
{
    HyperParameters config = small();
    config.trainingSetSize = 50;
    config.miniBatchSize = 50;
    config.epochs = 1;
    const auto data = test::barData(600);
    auto first = std::make_shared<Dataset>(*data);
    std::vector<std::uint8_t> pixels;
    std::vector<std::uint8_t> labels;
    for (int i = 0; i < 50; ++i) {
        pixels.insert(pixels.end(), data->training.image(i).begin(), data->training.image(i).end());
        labels.push_back(data->training.label(i));
    }
    first->training = LabelledImages(pixels, labels);
    Trainer part(config, data);
    Trainer whole(config, first);
    part.stepMiniBatch();
    whole.stepMiniBatch();
    QCOMPARE(part.trainingDigits(), 50);
    QCOMPARE(part.network().digest(), whole.network().digest());
}

void TestTrainer::aRateThatBlowsUpEndsAsDivergedAndKeepsTheLastWeights_data()
{
    QTest::addColumn<QString>("activation");
    QTest::addColumn<double>("learningRate");
    QTest::addColumn<double>("lambda");
    QTest::newRow("ReLU at an absurd rate") << "relu" << 100.0 << 0.0;
    QTest::newRow("decay of more than a whole weight") << "sigmoid" << 100.0 << 100000.0;
}

void TestTrainer::aRateThatBlowsUpEndsAsDivergedAndKeepsTheLastWeights()
{
    QFETCH(QString, activation);
    QFETCH(double, learningRate);
    QFETCH(double, lambda);
    HyperParameters config = small();
    config.layers = {784, 30, 30, 30, 30, 10};
    config.activation = activation.toStdString();
    config.learningRate = learningRate;
    config.regularizationParameter = lambda;
    config.epochs = 50;
    Trainer trainer(config, test::barData());
    Trainer::Outcome outcome = Trainer::Outcome::Complete;
    while (!trainer.finished() && outcome == Trainer::Outcome::Complete)
        outcome = trainer.stepMiniBatch();
    QVERIFY(outcome == Trainer::Outcome::Diverged);
    QVERIFY(trainer.divergedLayer() >= 1 && trainer.divergedLayer() <= 5);
    const std::uint64_t digest = trainer.network().digest();
    QVERIFY(trainer.advance() == Trainer::Outcome::Diverged);
    QCOMPARE(trainer.network().digest(), digest);
}

void TestTrainer::turningAKnobBetweenStepsIsPartOfTheRun()
{
    const auto turned = [](std::uint64_t step) {
        Trainer trainer(small(), test::barData());
        while (!trainer.finished()) {
            if (trainer.step() == step)
                trainer.setLearningRate(0.05);
            trainer.stepMiniBatch();
        }
        return trainer.network().digest();
    };
    QCOMPARE(turned(20), turned(20));
    QVERIFY(turned(20) != turned(21));
}

void TestTrainer::refusesWhatCannotBeTrained()
{
    HyperParameters config = small();
    config.layers = {784, 0, 10};
    QVERIFY_EXCEPTION_THROWN(Trainer(config, test::barData()), std::invalid_argument);
    config = small();
    config.miniBatchSize = 0;
    QVERIFY_EXCEPTION_THROWN(Trainer(config, test::barData()), std::invalid_argument);
    config = small();
    config.cost = "hinge";
    QVERIFY_EXCEPTION_THROWN(Trainer(config, test::barData()), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(Trainer(small(), std::make_shared<Dataset>()), std::invalid_argument);
}

QTEST_APPLESS_MAIN(TestTrainer)
#include "tst_trainer.moc"
