// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/random_stream.h"
#include "core/nn/backpropagation.h"
#include "core/nn/batch_normalized_layer.h"
#include "core/nn/initializer.h"
#include "tests/support/compare.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace nabla;

class TestBatchNormalizedLayer final : public QObject
{
    Q_OBJECT

private slots:
    void trainingNormalizesOverTheMiniBatch();
    void readingUsesTheRunningStatistics();
    void firstStatisticsAreTheMiniBatchsOwn();
    void laterOnesAreARunningAverage();
    void oneExampleLeavesTheStatisticsAlone();
    void statisticsArePartOfTheDigest();
};

namespace {

constexpr int inputs = 4;

Network seededNormalized()
{
    Network network(Architecture{{inputs, 3, 10}, {"linear", "sigmoid"}, true});
    RandomStream stream(5, RandomPurpose::Initialization);
    network.initialize(findInitializer("scaled"), stream);
    return network;
}

InputBatch batchOf(const std::vector<std::uint8_t> &pixels)
{
    return InputBatch::ofPixels(pixels, inputs);
}

const std::vector<std::uint8_t> someImages{10, 200, 30, 40, 255, 60, 70, 0, 90, 10, 250, 120};

/// x = W a_in of the first layer, outputs x examples.
Eigen::MatrixXd weighed(const Network &network, const std::vector<std::uint8_t> &pixels)
{
    Eigen::MatrixXd a(inputs, static_cast<Eigen::Index>(pixels.size()) / inputs);
    for (std::size_t i = 0; i < pixels.size(); ++i)
        a(static_cast<Eigen::Index>(i % inputs), static_cast<Eigen::Index>(i / inputs))
            = pixels[i] / 255.0;
    return network.weights(1) * a;
}

LayerTensor tensorNamed(const Network &network, const std::string &name)
{
    for (const LayerTensor &tensor : network.layer(1).tensors()) {
        if (tensor.name == name)
            return tensor;
    }
    return {};
}

} // namespace

void TestBatchNormalizedLayer::trainingNormalizesOverTheMiniBatch()
{
    Network network = seededNormalized();
    const std::vector<Scalar> scale{2.0, 0.5, 1.0};
    network.setTensor(1, tensorNamed(network, "scale"), scale);
    Workspace workspace;
    network.forward(batchOf(someImages), workspace, Phase::Training);
    const Eigen::MatrixXd x = weighed(network, someImages);
    for (Eigen::Index k = 0; k < x.rows(); ++k) {
        const double mean = x.row(k).mean();
        const double variance = (x.row(k).array() - mean).square().mean();
        for (Eigen::Index j = 0; j < x.cols(); ++j) {
            const double z = scale[static_cast<std::size_t>(k)] * (x(k, j) - mean)
                                 / std::sqrt(variance + BatchNormalizedLayer::epsilon)
                             + network.biases(1)(k);
            NABLA_COMPARE_RELATIVE(workspace.layers[0].weightedInput(k, j), z, 1e-12);
        }
    }
}

void TestBatchNormalizedLayer::readingUsesTheRunningStatistics()
{
    Network network = seededNormalized();
    network.setTensor(1, tensorNamed(network, "runningMean"), std::vector<Scalar>{0.1, 0.2, 0.3});
    network.setTensor(1, tensorNamed(network, "runningVariance"),
                      std::vector<Scalar>{0.5, 1.5, 2.5});
    Workspace workspace;
    network.forward(batchOf(someImages), workspace);
    const Eigen::MatrixXd x = weighed(network, someImages);
    for (int k = 0; k < 3; ++k) {
        const double z
            = (x(k, 1) - 0.1 * (k + 1)) / std::sqrt(k + 0.5 + BatchNormalizedLayer::epsilon)
              + network.biases(1)(k);
        NABLA_COMPARE_RELATIVE(workspace.layers[0].weightedInput(k, 1), z, 1e-12);
    }
}

void TestBatchNormalizedLayer::firstStatisticsAreTheMiniBatchsOwn()
{
    Network network = seededNormalized();
    Workspace workspace;
    network.forward(batchOf(someImages), workspace, Phase::Training);
    network.gatherStatistics(workspace);
    const Eigen::MatrixXd x = weighed(network, someImages);
    const auto mean = network.tensor(1, tensorNamed(network, "runningMean"));
    const auto variance = network.tensor(1, tensorNamed(network, "runningVariance"));
    for (int k = 0; k < 3; ++k) {
        const double expected = x.row(k).mean();
        NABLA_COMPARE_RELATIVE(mean[static_cast<std::size_t>(k)], expected, 1e-12);
        NABLA_COMPARE_RELATIVE(variance[static_cast<std::size_t>(k)],
                               (x.row(k).array() - expected).square().sum() / (x.cols() - 1.0),
                               1e-12);
    }
}

void TestBatchNormalizedLayer::laterOnesAreARunningAverage()
{
    Network network = seededNormalized();
    Workspace workspace;
    double expected = 0.0;
    for (int batch = 0; batch < 40; ++batch) {
        std::vector<std::uint8_t> images = someImages;
        images[0] = static_cast<std::uint8_t>(5 * batch);
        network.forward(batchOf(images), workspace, Phase::Training);
        network.gatherStatistics(workspace);
        const double mean = weighed(network, images).row(0).mean();
        expected += (mean - expected) / std::min(batch + 1, 10);
    }
    NABLA_COMPARE_RELATIVE(network.tensor(1, tensorNamed(network, "runningMean"))[0], expected,
                           1e-12);
}

void TestBatchNormalizedLayer::oneExampleLeavesTheStatisticsAlone()
{
    Network network = seededNormalized();
    const std::uint64_t before = network.digest();
    Workspace workspace;
    network.forward(batchOf({1, 2, 3, 4}), workspace, Phase::Training);
    network.gatherStatistics(workspace);
    QCOMPARE(network.digest(), before);
}

void TestBatchNormalizedLayer::statisticsArePartOfTheDigest()
{
    Network network = seededNormalized();
    const std::uint64_t before = network.digest();
    Workspace workspace;
    network.forward(batchOf(someImages), workspace, Phase::Training);
    network.gatherStatistics(workspace);
    QVERIFY(network.digest() != before);
}

NABLA_TEST(TestBatchNormalizedLayer)
#include "tst_batch_normalized_layer.moc"
