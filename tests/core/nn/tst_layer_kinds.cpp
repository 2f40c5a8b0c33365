// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/random_stream.h"
#include "core/nn/activation.h"
#include "core/nn/backpropagation.h"
#include "core/nn/dense_layer.h"
#include "core/nn/initializer.h"
#include "tests/support/compare.h"
#include "tests/support/test_program.h"

#include <QTest>

using namespace nabla;

namespace {

/// A convolution as chapter 6 describes it, as plainly as can be: square images, one input map,
/// `maps` shared 3 x 3 kernels, tanh. That it trains without a change to Network is what this file
/// shows.
class ToyConvolution final : public Layer
{
public:
    ToyConvolution(int side, int maps)
        : m_side(side)
        , m_maps(maps)
    {
    }

    [[nodiscard]] int inputSize() const override { return m_side * m_side; }
    [[nodiscard]] int outputSize() const override { return m_maps * outputSide() * outputSide(); }
    [[nodiscard]] const Activation &activation() const override { return findActivation("tanh"); }
    [[nodiscard]] int stride() const override { return paddedSize(outputSize()); }
    [[nodiscard]] std::size_t weightCount() const override
    {
        return static_cast<std::size_t>(paddedSize(9 * m_maps));
    }
    [[nodiscard]] std::size_t parameterCount() const override
    {
        return weightCount() + static_cast<std::size_t>(paddedSize(m_maps));
    }
    [[nodiscard]] int biasCount() const override { return m_maps; }
    [[nodiscard]] std::vector<LayerTensor> tensors() const override
    {
        return {{"weights", m_maps, 9, false, 0, 9, 1},
                {"biases", m_maps, 0, false, weightCount(), 1, 0}};
    }
    void initialize(Scalar *parameters, Scalar *, const Initializer &initializer,
                    RandomStream &stream) const override
    {
        for (int i = 0; i < 9 * m_maps; ++i)
            parameters[i] = initializer.weightDeviation(9, 9 * m_maps) * stream.normal();
    }
    void forward(const LayerNumbers &numbers, const LayerInput &input, LayerState &state,
                 Phase phase) const override
    {
        state.phase = phase;
        state.weightedInput.setZero();
        const Matrix x = images(input);
        each([&](int map, int out, int tap, int in) {
            state.weightedInput.row(out) += numbers.parameters[9 * map + tap] * x.row(in);
        });
        for (int out = 0; out < outputSize(); ++out)
            state.weightedInput.row(out).array()
                += numbers
                       .parameters[weightCount()
                                   + static_cast<std::size_t>(out / (outputSide() * outputSide()))];
        activation().apply(bestKernels(), blockOf(std::as_const(state.weightedInput)), outputSize(),
                           blockOf(state.activation));
    }
    void multiplyByDerivative(const LayerNumbers &, LayerState &state) const override
    {
        activation().multiplyByDerivative(bestKernels(), blockOf(std::as_const(state.activation)),
                                          outputSize(), blockOf(state.error));
    }
    void accumulateWeightGradient(const LayerInput &input, const LayerState &state,
                                  Scalar *gradient) const override
    {
        const Matrix x = images(input);
        each([&](int map, int out, int tap, int in) {
            gradient[9 * map + tap] += state.error.row(out).dot(x.row(in));
        });
    }
    void accumulateBiasGradient(const LayerState &state, Scalar *gradient) const override
    {
        for (int out = 0; out < outputSize(); ++out)
            gradient[weightCount() + static_cast<std::size_t>(out / (outputSide() * outputSide()))]
                += state.error.row(out).sum();
    }
    void propagateError(const LayerNumbers &numbers, const LayerState &state,
                        LayerState &before) const override
    {
        before.error.setZero();
        each([&](int map, int out, int tap, int in) {
            before.error.row(in) += numbers.parameters[9 * map + tap] * state.error.row(out);
        });
    }
    void limitWeightNorm(Scalar *, double) const override {}

private:
    [[nodiscard]] int outputSide() const { return m_side - 2; }

    /// f(map, output, tap of the kernel, input) for every product of the convolution.
    template <class F>
    void each(F f) const
    {
        for (int map = 0; map < m_maps; ++map) {
            for (int y = 0; y < outputSide(); ++y) {
                for (int x = 0; x < outputSide(); ++x) {
                    for (int tap = 0; tap < 9; ++tap)
                        f(map, (map * outputSide() + y) * outputSide() + x, tap,
                          (y + tap / 3) * m_side + x + tap % 3);
                }
            }
        }
    }

    [[nodiscard]] Matrix images(const LayerInput &input) const
    {
        if (!input.batch)
            return input.activation->topRows(inputSize());
        Matrix x = Matrix::Zero(inputSize(), input.batch->size());
        for (int j = 0; j < input.batch->size(); ++j) {
            const SparseRow &row = input.batch->rows()[static_cast<std::size_t>(j)];
            for (std::uint32_t i = 0; i < row.count; ++i)
                x(row.index[i], j) = static_cast<Scalar>(row.value[i]) / Scalar(255);
        }
        return x;
    }

    int m_side;
    int m_maps;
};

} // namespace

class TestLayerKinds final : public QObject
{
    Q_OBJECT

private slots:
    void aConvolutionTrainsInAnUnchangedNetwork_data();
    void aConvolutionTrainsInAnUnchangedNetwork();
    void layersThatDoNotFitAreRefused();
};

void TestLayerKinds::aConvolutionTrainsInAnUnchangedNetwork_data()
{
    QTest::addColumn<bool>("isFirst");
    QTest::newRow("fed by the pixels") << true;
    QTest::newRow("fed by a layer") << false;
}

void TestLayerKinds::aConvolutionTrainsInAnUnchangedNetwork()
{
    QFETCH(bool, isFirst);
    std::vector<std::shared_ptr<const Layer>> layers;
    if (!isFirst)
        layers.push_back(std::make_shared<DenseLayer>(36, 36, findActivation("sigmoid")));
    layers.push_back(std::make_shared<ToyConvolution>(6, 2));
    layers.push_back(std::make_shared<DenseLayer>(32, 10, findActivation("softmax")));
    Network network(layers);
    RandomStream stream(3, RandomPurpose::Initialization);
    network.initialize(findInitializer("glorot"), stream);
    std::vector<std::uint8_t> pixels(36 * 4);
    for (std::uint8_t &pixel : pixels)
        pixel = static_cast<std::uint8_t>(stream.below(256));
    const InputBatch batch = InputBatch::ofPixels(pixels, 36);
    const std::vector<std::uint8_t> labels{3, 1, 4, 1};
    const Cost &cost = findCost("log-likelihood");
    Workspace workspace;
    AlignedBuffer<Scalar> gradient(network.buffer().size());
    const double before = backpropagate(network, cost, batch, labels, workspace, gradient).costSum;

    for (std::size_t i = 0; i < gradient.size(); ++i) {
        Scalar &parameter = network.buffer().data()[i];
        const Scalar kept = parameter;
        if (kept == 0.0 && gradient.data()[i] == 0.0)
            continue; // padding
        const auto costAt = [&](double value) {
            parameter = value;
            network.forward(batch, workspace);
            return judge(network, cost, labels, workspace).costSum;
        };
        const double difference = (costAt(kept + 1e-5) - costAt(kept - 1e-5)) / 2e-5;
        parameter = kept;
        QVERIFY(std::fabs(difference - gradient.data()[i]) <= 1e-8);
    }
    for (std::size_t i = 0; i < gradient.size(); ++i)
        network.buffer().data()[i] -= 0.05 * gradient.data()[i];
    gradient.clear();
    QVERIFY(backpropagate(network, cost, batch, labels, workspace, gradient).costSum < before);
    std::vector<double> speeds(static_cast<std::size_t>(network.layerCount()));
    learningSpeeds(network, gradient, 4, speeds);
    for (const double speed : speeds)
        QVERIFY(speed > 0.0);
}

void TestLayerKinds::layersThatDoNotFitAreRefused()
{
    std::vector<std::shared_ptr<const Layer>> layers{
        std::make_shared<ToyConvolution>(6, 2),
        std::make_shared<DenseLayer>(31, 10, findActivation("sigmoid"))};
    QVERIFY_EXCEPTION_THROWN(Network{layers}, std::invalid_argument);
}

NABLA_TEST(TestLayerKinds)
#include "tst_layer_kinds.moc"
