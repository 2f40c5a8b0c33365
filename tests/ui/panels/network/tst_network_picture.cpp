// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/network/network_picture.h"

#include "core/math/random_stream.h"
#include "core/nn/initializer.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <limits>

using namespace nabla;
using namespace nabla::ui;

class TestNetworkPicture final : public QObject
{
    Q_OBJECT

private slots:
    void aSmallLayerIsShownWhole();
    void aLargeLayerShowsItsEndsAndAGap();
    void theInputIsACutThroughTheDigit();
    void theStrongestWeightsOfEachNeuronAreShown();
    void manyLayersShareTheWeights();
    void weightsThatAreNoNumbersDoNotDisturb();
    void activationsAreThoseOfTheForwardPass();
    void layersWithoutAnUpperBoundAreScaled();
    void anImageThatDoesNotFitGivesNothing();
};

void TestNetworkPicture::aSmallLayerIsShownWhole()
{
    const ShownColumn column = shownColumn(10, 14);
    QCOMPARE(column.neurons.size(), std::size_t{10});
    QVERIFY(!column.hasGap());
    QCOMPARE(column.places(), 10);
    QVERIFY(!shownColumn(14, 14).hasGap());
}

void TestNetworkPicture::aLargeLayerShowsItsEndsAndAGap()
{
    const ShownColumn column = shownColumn(30, 6);
    QCOMPARE(column.neurons, (std::vector<int>{0, 1, 2, 28, 29}));
    QVERIFY(column.hasGap());
    QCOMPARE(column.gapPlace(), 3);
    QCOMPARE(column.places(), 6);
}

void TestNetworkPicture::theInputIsACutThroughTheDigit()
{
    const ShownColumn column = shownInputs(784, 14);
    QCOMPARE(column.neurons.size(), std::size_t{13});
    for (const int pixel : column.neurons)
        QCOMPARE(pixel % 28, 14);
    QCOMPARE(column.neurons.front() / 28, 4);
    QCOMPARE(column.neurons.back() / 28, 23);
    QCOMPARE(shownInputs(5, 14), shownColumn(5, 14));
}

void TestNetworkPicture::theStrongestWeightsOfEachNeuronAreShown()
{
    Network network({3, 2}, "sigmoid");
    Matrix weights(2, 3);
    weights << 1, -4, 2, 0.5F, 0.25F, -1;
    network.setWeights(1, weights);
    const auto shown = strongestWeights(network, shownColumns(network, 14), 2);
    QCOMPARE(shown.size(), std::size_t{4});
    QCOMPARE(shown[0].from, 1);
    QCOMPARE(shown[0].strength, 1.0);
    QCOMPARE(shown[1].from, 2);
    QCOMPARE(shown[1].strength, 0.5);
    QCOMPARE(shown[2].to, 1);
    QCOMPARE(shown[2].from, 2);
    QCOMPARE(shown[2].strength, 0.25);
}

void TestNetworkPicture::manyLayersShareTheWeights()
{
    std::vector<int> layers{784};
    layers.insert(layers.end(), 20, 100);
    layers.push_back(10);
    Network network(layers, "tanh");
    RandomStream stream(1, RandomPurpose::Initialization);
    network.initialize(findInitializer("scaled"), stream);
    const auto shown = strongestWeights(network, shownColumns(network, 14), 8);
    QVERIFY(shown.size() <= 400);
    QVERIFY(shown.size() >= 21 * 10);
}

void TestNetworkPicture::weightsThatAreNoNumbersDoNotDisturb()
{
    Network network({3, 2}, "sigmoid");
    network.setWeights(1, Matrix::Constant(2, 3, std::numeric_limits<float>::quiet_NaN()));
    for (const ShownWeight &weight : strongestWeights(network, shownColumns(network, 14), 8))
        QCOMPARE(weight.strength, 0.0);
}

void TestNetworkPicture::activationsAreThoseOfTheForwardPass()
{
    Network network({784, 30, 10}, "sigmoid");
    RandomStream stream(1, RandomPurpose::Initialization);
    network.initialize(findInitializer("scaled"), stream);
    Raster image{};
    image[14 * 28 + 14] = 255;
    image[4 * 28 + 14] = 51;
    Workspace workspace;
    const auto columns = shownColumns(network, 14);
    const auto shown = shownActivations(network, image, columns, workspace);
    QVERIFY(shown);
    QCOMPARE(shown->values[0].front(), 0.2);
    Workspace other;
    const Matrix outputs = network.forward(InputBatch::ofPixels(image), other);
    for (int k = 0; k < 10; ++k)
        QCOMPARE(shown->values[2][static_cast<std::size_t>(k)], static_cast<double>(outputs(k, 0)));
    const auto place = columns[1].neurons.size() - 1;
    QCOMPARE(shown->values[1][place], static_cast<double>(other.layers[0].activation(29, 0)));
    QCOMPARE(shown->full, (std::vector<double>{1.0, 1.0, 1.0}));
}

void TestNetworkPicture::layersWithoutAnUpperBoundAreScaled()
{
    Network network({784, 3, 10}, "relu");
    Vector biases(3);
    biases << 5, 1, -1;
    network.setBiases(1, biases);
    Workspace workspace;
    const auto shown = shownActivations(network, Raster{}, shownColumns(network, 14), workspace);
    QCOMPARE(shown->full[1], 5.0);
    QCOMPARE(shown->values[1], (std::vector<double>{5.0, 1.0, 0.0}));
}

void TestNetworkPicture::anImageThatDoesNotFitGivesNothing()
{
    const Network network({3, 2}, "sigmoid");
    Workspace workspace;
    QVERIFY(!shownActivations(network, Raster{}, shownColumns(network, 14), workspace));
}

NABLA_TEST(TestNetworkPicture)
#include "tst_network_picture.moc"
