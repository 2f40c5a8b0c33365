// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/evaluator.h"
#include "core/train/trainer.h"
#include "tests/support/small_run.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace nabla;
using nabla::test::digestOfTrainerAlone;
using nabla::test::finish;
using nabla::test::smallRun;

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
    void aRunThatDoesNotImproveStopsEarly();
    void aPlateauCutsTheRateUntilItStops();
    void aScheduleReachesTheUpdate();
    void clippingBoundsTheStep();
    void maxNormHoldsAfterEveryStep();
    void l1MakesWeightsVanish();
    void dropoutLeavesOutTheShareAndReadingNone();
    void everyTechniqueIsReproducible_data();
    void everyTechniqueIsReproducible();
    void fromZerosNeuronsStayAlike();
    void batchNormalizationCuresADeepNetwork();
    void fourOutputsLearnTheBits();
};

void TestTrainer::sameSeedSameDigestOtherSeedOtherDigest()
{
    HyperParameters config = smallRun();
    const std::uint64_t digest = digestOfTrainerAlone(config);
    QCOMPARE(digestOfTrainerAlone(config), digest);
    config.seed = 2;
    QVERIFY(digestOfTrainerAlone(config) != digest);
}

void TestTrainer::chunksOfALargeMiniBatchAreOneStep()
{
    HyperParameters config = smallRun();
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
    Trainer trainer(smallRun(), data);
    const double before = evaluateSet(trainer.network(), trainer.cost(), data->test)->accuracy;
    while (!trainer.finished())
        QVERIFY(trainer.stepMiniBatch() == Trainer::Outcome::Complete);
    const double after = evaluateSet(trainer.network(), trainer.cost(), data->test)->accuracy;
    QVERIFY2(before < 0.4 && after > 0.95,
             qPrintable(QStringLiteral("%1 to %2").arg(before).arg(after)));
}

void TestTrainer::countsStepsAndEpochsWithAShortLastMiniBatch()
{
    HyperParameters config = smallRun();
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
    HyperParameters config = smallRun();
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
    HyperParameters config = smallRun();
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
        Trainer trainer(smallRun(), test::barData());
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
    HyperParameters config = smallRun();
    config.layers = {784, 0, 10};
    QVERIFY_EXCEPTION_THROWN(Trainer(config, test::barData()), std::invalid_argument);
    config = smallRun();
    config.miniBatchSize = 0;
    QVERIFY_EXCEPTION_THROWN(Trainer(config, test::barData()), std::invalid_argument);
    config = smallRun();
    config.cost = "hinge";
    QVERIFY_EXCEPTION_THROWN(Trainer(config, test::barData()), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(Trainer(smallRun(), std::make_shared<Dataset>()),
                             std::invalid_argument);
}

void TestTrainer::aRunThatDoesNotImproveStopsEarly()
{
    HyperParameters config = smallRun();
    config.learningRate = 1e-9;
    config.earlyStopping = 3;
    config.epochs = 50;
    Trainer trainer(config, test::barData());
    finish(trainer);
    QVERIFY(trainer.stoppedEarly());
    QCOMPARE(trainer.epoch(), 4); // one that is the best, three that are not better
    QVERIFY(trainer.progress().memory().bestAccuracy > 0.0);
}

void TestTrainer::aPlateauCutsTheRateUntilItStops()
{
    HyperParameters config = smallRun();
    config.learningRate = 1e-6;
    config.schedule = "plateau";
    config.scheduleEpochs = 2;
    config.scheduleFactor = 0.5;
    config.scheduleStop = 8;
    config.epochs = 50;
    Trainer trainer(config, test::barData());
    finish(trainer);
    QVERIFY(trainer.stoppedEarly());
    QCOMPARE(trainer.epoch(), 7);
    QCOMPARE(trainer.scheduledLearningRate(), 1e-6 / 8);
}

void TestTrainer::aScheduleReachesTheUpdate()
{
    HyperParameters config = smallRun();
    config.schedule = "step";
    config.scheduleEpochs = 1;
    config.scheduleFactor = 0.001; // after the first epoch next to nothing moves
    config.epochs = 2;
    Trainer trainer(config, test::barData());
    while (trainer.epoch() < 1)
        trainer.stepMiniBatch();
    const Matrix before = trainer.network().weights(1);
    finish(trainer);
    const float moved = (trainer.network().weights(1) - before).norm();
    QVERIFY(moved > 0.0F && moved < 0.01F * before.norm());
}

void TestTrainer::clippingBoundsTheStep()
{
    HyperParameters config = smallRun();
    config.gradientClipping = 0.01;
    Trainer trainer(config, test::barData());
    for (int step = 0; step < 20; ++step) {
        const Network before = trainer.network();
        trainer.stepMiniBatch();
        double squares = 0.0;
        for (std::size_t i = 0; i < before.buffer().size(); ++i) {
            const double moved = static_cast<double>(trainer.network().buffer().data()[i])
                                 - static_cast<double>(before.buffer().data()[i]);
            squares += moved * moved;
        }
        QVERIFY(std::sqrt(squares) <= 0.5 * 0.01 * 1.001);
        QVERIFY(squares > 0.0);
    }
}

void TestTrainer::maxNormHoldsAfterEveryStep()
{
    HyperParameters config = smallRun();
    config.initializer = "large"; // norms of 28
    config.maxNorm = 2.0;
    Trainer trainer(config, test::barData());
    for (int step = 0; step < 20; ++step) {
        trainer.stepMiniBatch();
        for (int l = 1; l <= 2; ++l)
            QVERIFY(trainer.network().weights(l).rowwise().norm().maxCoeff() <= 2.0001F);
    }
    QVERIFY(trainer.network().weights(1).rowwise().norm().minCoeff() > 1.9F);
}

void TestTrainer::l1MakesWeightsVanish()
{
    HyperParameters config = smallRun();
    config.epochs = 10;
    const auto smallWeights = [&](double lambda) {
        config.l1RegularizationParameter = lambda;
        Trainer trainer(config, test::barData());
        finish(trainer);
        return (trainer.network().weights(1).array().abs() < 1e-3F).count();
    };
    QVERIFY(smallWeights(1.0) > 5 * std::max<Eigen::Index>(smallWeights(0.0), 1));
}

void TestTrainer::dropoutLeavesOutTheShareAndReadingNone()
{
    const Network network({784, 200, 10}, "sigmoid");
    RandomStream stream(1, RandomPurpose::Dropout);
    Workspace workspace;
    drawDropoutMasks(network, 0.3, 50, stream, workspace);
    const Matrix mask = workspace.layers[0].mask.topRows(200);
    const auto dropped = static_cast<double>((mask.array() == 0.0F).count()) / 10000.0;
    QVERIFY(std::fabs(dropped - 0.3) < 0.02);
    QVERIFY((mask.array() == 0.0F || (mask.array() - 1.0F / 0.7F).abs() < 1e-6F).all());
    QCOMPARE(workspace.layers[1].mask.size(), Eigen::Index(0)); // no output is left out
    HyperParameters config = smallRun();
    config.dropout = 0.5;
    Trainer trainer(config, test::barData());
    trainer.stepMiniBatch();
    const auto data = test::barData();
    const auto once = evaluateSet(trainer.network(), trainer.cost(), data->test);
    const auto twice = evaluateSet(trainer.network(), trainer.cost(), data->test);
    QCOMPARE(once->cost, twice->cost);
}

void TestTrainer::everyTechniqueIsReproducible_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"dropout", "batch", "elastic", "adam", "plateau"})
        QTest::newRow(what) << what;
}

void TestTrainer::everyTechniqueIsReproducible()
{
    QFETCH(QString, what);
    HyperParameters config = smallRun();
    const std::uint64_t plain = digestOfTrainerAlone(config);
    if (what == QStringLiteral("dropout"))
        config.dropout = 0.2;
    else if (what == QStringLiteral("batch"))
        config.normalization = "batch";
    else if (what == QStringLiteral("elastic"))
        config.expansion = "elastic";
    else if (what == QStringLiteral("adam"))
        config.optimizer = "adam";
    else {
        config.schedule = "plateau";
        config.scheduleEpochs = 1;
        config.learningRate = 20;
    }
    const std::uint64_t digest = digestOfTrainerAlone(config);
    QVERIFY(digest != plain);
    QCOMPARE(digestOfTrainerAlone(config), digest);
}

void TestTrainer::fromZerosNeuronsStayAlike()
{
    HyperParameters config = smallRun();
    config.initializer = "zeros";
    Trainer trainer(config, test::barData());
    finish(trainer);
    const Matrix W = trainer.network().weights(1);
    QVERIFY(W.norm() > 0.0F);
    for (Eigen::Index k = 1; k < W.rows(); ++k)
        QVERIFY((W.row(k) - W.row(0)).norm() <= 1e-5F * W.row(0).norm());
}

void TestTrainer::batchNormalizationCuresADeepNetwork()
{
    const auto accuracy = [](const char *normalization) {
        HyperParameters config;
        config.layers = {784, 20, 20, 20, 20, 10};
        config.normalization = normalization;
        config.regularizationParameter = 0.0;
        config.learningRate = 0.5;
        config.epochs = 8;
        const auto data = test::barData();
        Trainer trainer(config, data);
        finish(trainer);
        return evaluateSet(trainer.network(), trainer.cost(), data->test)->accuracy;
    };
    QVERIFY(accuracy("none") < 0.5);
    QVERIFY(accuracy("batch") > 0.9);
}

void TestTrainer::fourOutputsLearnTheBits()
{
    HyperParameters config = smallRun();
    config.layers = {784, 16, 4};
    config.epochs = 12;
    const auto data = test::barData();
    Trainer trainer(config, data);
    finish(trainer);
    QVERIFY(evaluateSet(trainer.network(), trainer.cost(), data->test)->accuracy > 0.9);
}

NABLA_TEST(TestTrainer)
#include "tst_trainer.moc"
