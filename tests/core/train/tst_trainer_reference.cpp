// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled in double precision: a whole epoch against the one-example-at-a-time reference.
#include "core/math/random_stream.h"
#include "core/nn/initializer.h"
#include "core/train/trainer.h"
#include "tests/support/compare.h"
#include "tests/support/reference_network.h"
#include "tests/support/small_data.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <numeric>

using namespace nabla;

class TestTrainerReference final : public QObject
{
    Q_OBJECT

private slots:
    void weightsAfterAnEpochAreTheReferences_data();
    void weightsAfterAnEpochAreTheReferences();
    void updateWithoutAGradientIsTheOneWithIt_data();
    void updateWithoutAGradientIsTheOneWithIt();
};

void TestTrainerReference::weightsAfterAnEpochAreTheReferences_data()
{
    QTest::addColumn<QString>("kernels");
    QTest::addColumn<QString>("activation");
    QTest::addColumn<QString>("cost");
    QTest::addColumn<QString>("initializer");
    QTest::addColumn<double>("learningRate");
    QTest::addColumn<double>("lambda");
    QTest::addColumn<int>("miniBatchSize");
    for (const Kernels *kernels : supportedKernels()) {
        const char *const id = kernels->id;
        const auto add = [id](const char *what, const char *activation, const char *cost,
                              const char *initializer, double eta, double lambda, int size) {
            QTest::addRow("%s, %s", what, id)
                << id << activation << cost << initializer << eta << lambda << size;
        };
        add("chapter 1", "sigmoid", "quadratic", "large", 3.0, 0.0, 10);
        add("chapter 3", "sigmoid", "cross-entropy", "scaled", 0.5, 5.0, 10);
        add("a short last mini-batch", "tanh", "cross-entropy", "scaled", 0.1, 1.0, 7);
        add("one at a time", "relu", "cross-entropy", "scaled", 0.01, 0.1, 1);
        add("in chunks", "sigmoid", "cross-entropy", "scaled", 0.1, 1.0, 150);
        add("full batch", "relu", "cross-entropy", "scaled", 0.05, 0.1, 1000000);
        // What is kept of the weights falls by a tenth at every step, or turns round.
        add("decay that is folded in", "sigmoid", "cross-entropy", "scaled", 0.1, 205.0, 10);
        add("decay beyond zero", "sigmoid", "cross-entropy", "scaled", 0.1, 2100.0, 10);
    }
}

void TestTrainerReference::weightsAfterAnEpochAreTheReferences()
{
    QFETCH(QString, kernels);
    QFETCH(QString, activation);
    QFETCH(QString, cost);
    QFETCH(QString, initializer);
    QFETCH(double, learningRate);
    QFETCH(double, lambda);
    QFETCH(int, miniBatchSize);
    HyperParameters config;
    config.layers = {784, 12, 8, 10};
    config.activation = activation.toStdString();
    config.cost = cost.toStdString();
    config.initializer = initializer.toStdString();
    config.learningRate = learningRate;
    config.regularizationParameter = lambda;
    config.miniBatchSize = miniBatchSize;
    config.epochs = 1;
    config.seed = 6;
    const auto data = test::barData(205, 10, 10);
    Trainer trainer(config, data, findKernels(kernels.toStdString()));
    test::ReferenceNetwork reference(trainer.network(), config.activation, config.cost);
    while (!trainer.finished())
        QVERIFY(trainer.stepMiniBatch() == Trainer::Outcome::Complete);

    const int digits = data->training.size();
    std::vector<int> order(static_cast<std::size_t>(digits));
    std::iota(order.begin(), order.end(), 0);
    if (miniBatchSize < digits)
        RandomStream(config.seed, RandomPurpose::Shuffling).shuffle(std::span(order));
    for (int first = 0; first < digits; first += miniBatchSize) {
        const int end = std::min(digits, first + std::min(miniBatchSize, digits));
        for (int i = first; i < end; ++i) {
            const int digit = order[static_cast<std::size_t>(i)];
            reference.addGradientOf(data->training.image(digit), data->training.label(digit));
        }
        reference.update(learningRate, lambda, digits, end - first);
    }
    for (int l = 1; l <= trainer.network().layerCount(); ++l) {
        const Matrix W = trainer.network().weights(l);
        const Vector b = trainer.network().biases(l);
        for (Eigen::Index j = 0; j < W.rows(); ++j) {
            for (Eigen::Index k = 0; k < W.cols(); ++k)
                QVERIFY(std::fabs(W(j, k) - reference.weight(l, j, k)) <= 1e-12);
            QVERIFY(std::fabs(b(j) - reference.bias(l, j)) <= 1e-12);
        }
    }
}

void TestTrainerReference::updateWithoutAGradientIsTheOneWithIt_data()
{
    QTest::addColumn<QString>("normalization");
    QTest::addColumn<double>("dropout");
    QTest::newRow("dropout") << "none" << 0.3;
    QTest::newRow("batch normalisation") << "batch" << 0.0;
    QTest::newRow("both") << "batch" << 0.3;
}

void TestTrainerReference::updateWithoutAGradientIsTheOneWithIt()
{
    QFETCH(QString, normalization);
    QFETCH(double, dropout);
    HyperParameters config;
    config.layers = {784, 12, 8, 10};
    config.normalization = normalization.toStdString();
    config.dropout = dropout;
    config.regularizationParameter = 30.0;
    config.epochs = 2;
    const auto data = test::barData(205, 10, 10);
    Trainer fused(config, data);
    config.gradientClipping = 1e9; // never reached, but it wants the whole gradient
    Trainer whole(config, data);
    while (!whole.finished()) {
        QVERIFY(fused.stepMiniBatch() == Trainer::Outcome::Complete);
        QVERIFY(whole.stepMiniBatch() == Trainer::Outcome::Complete);
        QVERIFY(std::fabs(fused.report().cost - whole.report().cost) <= 1e-11);
        for (std::size_t l = 0; l < whole.report().learningSpeed.size(); ++l)
            QVERIFY(std::fabs(fused.report().learningSpeed[l] - whole.report().learningSpeed[l])
                    <= 1e-11);
    }
    QVERIFY(fused.state().weightScale != 1.0); // it was another path
    const Network a = fused.network();
    const Network b = whole.network();
    for (std::size_t i = 0; i < a.buffer().size(); ++i)
        QVERIFY(std::fabs(a.buffer().data()[i] - b.buffer().data()[i]) <= 1e-11);
}

NABLA_TEST(TestTrainerReference)
#include "tst_trainer_reference.moc"
