// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/random_stream.h"
#include "core/nn/backpropagation.h"
#include "core/nn/initializer.h"
#include "core/nn/network.h"
#include "tests/support/small_data.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace nabla;

class TestNetwork final : public QObject
{
    Q_OBJECT

private slots:
    void aHandComputedNetworkAnswersAsComputed();
    void paddingStaysZeroThroughTraining();
    void digestIgnoresPaddingAndSeesEveryParameter();
    void wrongShapesAreRefusedByName();
    void theFirstMaximumIsTheAnswer();
    void pixelsMakeTheSameBatchAsADataSet();
};

namespace {

Network seeded(const std::vector<int> &layers)
{
    Network network(layers, "sigmoid");
    RandomStream stream(11, RandomPurpose::Initialization);
    network.initialize(findInitializer("large"), stream);
    return network;
}

} // namespace

void TestNetwork::aHandComputedNetworkAnswersAsComputed()
{
    Network network({2, 2, 1}, "relu");
    Matrix W1(2, 2);
    W1 << 1.0F, -2.0F, 3.0F, 0.5F;
    Vector b1(2);
    b1 << 0.25F, -1.0F;
    Matrix W2(1, 2);
    W2 << -1.0F, 2.0F;
    Vector b2(1);
    b2 << 0.5F;
    network.setWeights(1, W1);
    network.setBiases(1, b1);
    network.setWeights(2, W2);
    network.setBiases(2, b2);
    const std::uint8_t pixels[2] = {255, 51}; // 1.0 and 0.2
    const InputBatch batch = InputBatch::ofPixels(pixels, 2);
    Workspace workspace;
    const auto outputs = network.forward(batch, workspace);
    // z1 = (1 - 0.4 + 0.25, 3 + 0.1 - 1) = (0.85, 2.1); z2 = -0.85 + 4.2 + 0.5 = 3.85
    QVERIFY(std::fabs(workspace.layers[0].activation(0, 0) - 0.85F) < 1e-6F);
    QVERIFY(std::fabs(workspace.layers[0].activation(1, 0) - 2.1F) < 1e-6F);
    QVERIFY(std::fabs(outputs(0, 0) - 1.0F / (1.0F + std::exp(-3.85F))) < 1e-6F);
}

void TestNetwork::paddingStaysZeroThroughTraining()
{
    const Network network = seeded({784, 30, 10});
    const LabelledImages images = test::barDigits(4, 1);
    InputBatch batch;
    std::vector<std::uint8_t> labels;
    for (int i = 0; i < images.size(); ++i) {
        const auto row = images.row(i);
        batch.add(
            {row.index.data(), row.value.data(), static_cast<std::uint32_t>(row.index.size())});
        labels.push_back(images.label(i));
    }
    Workspace workspace;
    AlignedBuffer<Scalar> gradient(network.buffer().size());
    backpropagate(network, findCost("quadratic"), batch, labels, workspace, gradient);
    for (int l = 1; l <= network.layerCount(); ++l) {
        const Layer &layer = network.layer(l);
        const Scalar *g = gradient.data() + network.offset(l);
        for (std::size_t i = 0; i < layer.parameterCount(); ++i) {
            if (static_cast<int>(i % static_cast<std::size_t>(layer.stride()))
                >= layer.outputSize())
                QCOMPARE(g[i], 0.0F);
        }
    }
}

void TestNetwork::digestIgnoresPaddingAndSeesEveryParameter()
{
    Network network = seeded({784, 30, 10});
    const std::uint64_t digest = network.digest();
    QCOMPARE(seeded({784, 30, 10}).digest(), digest);
    network.parameters(1)[30] = 5.0F; // row 30 of the first input: padding of 30 to 32
    QCOMPARE(network.digest(), digest);
    for (int l = 1; l <= 2; ++l) {
        Network changed = seeded({784, 30, 10});
        Vector b = changed.biases(l);
        b(3) = std::nextafter(b(3), 10.0F);
        changed.setBiases(l, b);
        QVERIFY(changed.digest() != digest);
    }
}

void TestNetwork::wrongShapesAreRefusedByName()
{
    QVERIFY_EXCEPTION_THROWN(Network({784}, "sigmoid"), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(Network({784, 0, 10}, "sigmoid"), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(Network({784, 10}, "cosine"), std::invalid_argument);
    Network network({4, 3, 2}, "tanh");
    try {
        network.setWeights(1, Matrix::Zero(4, 3));
        QFAIL("a transposed matrix was taken");
    } catch (const std::invalid_argument &error) {
        QVERIFY(std::string(error.what()).find("3 x 4") != std::string::npos);
        QVERIFY(std::string(error.what()).find("4 x 3") != std::string::npos);
    }
    QVERIFY_EXCEPTION_THROWN(network.setBiases(2, Vector::Zero(3)), std::invalid_argument);
}

void TestNetwork::theFirstMaximumIsTheAnswer()
{
    const Scalar outputs[4] = {0.1F, 0.7F, 0.7F, 0.2F};
    QCOMPARE(answer(outputs, 4), 1);
}

void TestNetwork::pixelsMakeTheSameBatchAsADataSet()
{
    const LabelledImages images = test::barDigits(3, 9);
    std::vector<std::uint8_t> pixels;
    InputBatch rows;
    for (int i = 0; i < images.size(); ++i) {
        pixels.insert(pixels.end(), images.image(i).begin(), images.image(i).end());
        const auto row = images.row(i);
        rows.add(
            {row.index.data(), row.value.data(), static_cast<std::uint32_t>(row.index.size())});
    }
    const Network network = seeded({784, 30, 10});
    Workspace one;
    Workspace other;
    const Matrix a = network.forward(rows, one);
    const Matrix b = network.forward(InputBatch::ofPixels(pixels), other);
    QVERIFY(a == b);
    QVERIFY_EXCEPTION_THROWN(static_cast<void>(InputBatch::ofPixels(std::span(pixels).first(100))),
                             std::invalid_argument);
}

NABLA_TEST(TestNetwork)
#include "tst_network.moc"
