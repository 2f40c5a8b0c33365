// SPDX-License-Identifier: GPL-3.0-or-later
// Activations, softmax and costs of every set of kernels against the C library in double.
#include "core/kernels/plain_kernels.h"
#include "tests/core/kernels/kernel_rows.h"
#include "tests/support/compare.h"
#include "tests/support/test_program.h"

#include <limits>

using namespace nabla;
using namespace nabla::test;

class TestElementwiseKernels final : public QObject
{
    Q_OBJECT

private slots:
    void sigmoidMatchesTheExactOneEverywhere_data() { addKernelRows(); }
    void sigmoidMatchesTheExactOneEverywhere();
    void tanhMatchesTheExactOneEverywhere_data() { addKernelRows(); }
    void tanhMatchesTheExactOneEverywhere();
    void infinitiesSaturateAndNanStaysNan_data() { addKernelRows(); }
    void infinitiesSaturateAndNanStaysNan();
    void derivativesAreFunctionsOfTheActivation_data() { addKernelRows(); }
    void derivativesAreFunctionsOfTheActivation();
    void softmaxSumsToOneAndOverflowsNowhere_data() { addKernelRows(); }
    void softmaxSumsToOneAndOverflowsNowhere();
    void costsAreThePlainOnes_data() { addKernelRows(); }
    void costsAreThePlainOnes();
    void costsOfSaturatedOutputsAreSafe_data() { addKernelRows(); }
    void costsOfSaturatedOutputsAreSafe();
};

namespace {

constexpr float infinity = std::numeric_limits<float>::infinity();
constexpr float notANumber = std::numeric_limits<float>::quiet_NaN();

/// Calls f(z, a) for evenly spaced z, a = the activation of z.
template <class F>
void eachActivation(const ActivationKernel &kernel, double largest, double step, F f)
{
    AlignedBuffer<Scalar> z(vectorWidth);
    AlignedBuffer<Scalar> a(vectorWidth);
    for (double next = -largest; next < largest;) {
        for (Scalar &value : z) {
            value = static_cast<Scalar>(next);
            next += step;
        }
        kernel.apply(z.data(), a.data(), z.size());
        for (std::size_t i = 0; i < z.size(); ++i)
            f(z.data()[i], a.data()[i]);
    }
}

AlignedBuffer<Scalar> lineOf(std::initializer_list<Scalar> values)
{
    AlignedBuffer<Scalar> line(
        static_cast<std::size_t>(paddedSize(static_cast<int>(values.size()))));
    std::copy(values.begin(), values.end(), line.data());
    return line;
}

} // namespace

void TestElementwiseKernels::sigmoidMatchesTheExactOneEverywhere()
{
    eachActivation(fetchedKernels().sigmoid, 80.0, 0.00731, [](float z, float a) {
        const double exact = 1.0 / (1.0 + std::exp(-static_cast<double>(z)));
        NABLA_COMPARE_RELATIVE(static_cast<double>(a), exact, 4e-7);
    });
}

void TestElementwiseKernels::tanhMatchesTheExactOneEverywhere()
{
    eachActivation(fetchedKernels().tanh, 40.0, 0.00371, [](float z, float a) {
        const double error = std::fabs(static_cast<double>(a) - std::tanh(static_cast<double>(z)));
        QVERIFY2(error < 1.5e-7, qPrintable(QString::number(z)));
    });
}

void TestElementwiseKernels::infinitiesSaturateAndNanStaysNan()
{
    const Kernels &kernels = fetchedKernels();
    const auto z = lineOf({infinity, -infinity, notANumber, 1e30F, -1e30F});
    AlignedBuffer<Scalar> a(z.size());
    kernels.sigmoid.apply(z.data(), a.data(), z.size());
    QCOMPARE(a.data()[0], 1.0F);
    QVERIFY(a.data()[1] >= 0.0F && a.data()[1] < 1e-37F);
    QVERIFY(std::isnan(a.data()[2]));
    QCOMPARE(a.data()[3], 1.0F);
    QVERIFY(a.data()[4] >= 0.0F && a.data()[4] < 1e-37F);
    QCOMPARE(a.data()[5], 0.5F);
    kernels.tanh.apply(z.data(), a.data(), z.size());
    QCOMPARE(a.data()[0], 1.0F);
    QCOMPARE(a.data()[1], -1.0F);
    QVERIFY(std::isnan(a.data()[2]));
    for (const ActivationKernel &rectifier : {kernels.relu, kernels.leakyRelu}) {
        rectifier.apply(z.data(), a.data(), z.size());
        QCOMPARE(a.data()[0], infinity);
        QVERIFY(std::isnan(a.data()[2]));
        QCOMPARE(a.data()[3], 1e30F);
    }
    kernels.relu.apply(z.data(), a.data(), z.size());
    QCOMPARE(a.data()[1], 0.0F);
    kernels.leakyRelu.apply(z.data(), a.data(), z.size());
    QCOMPARE(a.data()[4], -1e28F);
}

void TestElementwiseKernels::derivativesAreFunctionsOfTheActivation()
{
    const Kernels &kernels = fetchedKernels();
    const auto a = lineOf({0.25F, -0.5F, 0.0F, 1.0F});
    const auto derivative = [&](const ActivationKernel &kernel, std::size_t i) {
        auto delta = lineOf({2.0F, 2.0F, 2.0F, 2.0F});
        kernel.multiplyByDerivative(a.data(), delta.data(), delta.size());
        return delta.data()[i] / 2.0F;
    };
    QCOMPARE(derivative(kernels.sigmoid, 0), 0.25F * 0.75F);
    QCOMPARE(derivative(kernels.sigmoid, 3), 0.0F);
    QCOMPARE(derivative(kernels.tanh, 1), 0.75F);
    QCOMPARE(derivative(kernels.relu, 0), 1.0F);
    QCOMPARE(derivative(kernels.relu, 1), 0.0F);
    QCOMPARE(derivative(kernels.relu, 2), 0.0F);
    QCOMPARE(derivative(kernels.leakyRelu, 3), 1.0F);
    QCOMPARE(derivative(kernels.leakyRelu, 1), leak);
}

void TestElementwiseKernels::softmaxSumsToOneAndOverflowsNowhere()
{
    const Kernels &kernels = fetchedKernels();
    constexpr int outputs = 10;
    for (const float scale : {0.1F, 1.0F, 50.0F, 1e30F}) {
        RandomStream stream(4, RandomPurpose::Initialization);
        auto z = randomColumns(outputs, 16, 3, stream);
        for (Scalar &value : z)
            value *= scale;
        AlignedBuffer<Scalar> a(z.size());
        kernels.softmax({z.data(), 16, 3}, outputs, {a.data(), 16, 3});
        for (int j = 0; j < 3; ++j) {
            double sum = 0.0;
            double ofExponentials = 0.0;
            const float largest = *std::max_element(z.data() + 16 * j, z.data() + 16 * j + outputs);
            for (int k = 0; k < outputs; ++k)
                ofExponentials += std::exp(static_cast<double>(z.data()[16 * j + k] - largest));
            for (int k = 0; k < 16; ++k) {
                const double exact = std::exp(static_cast<double>(z.data()[16 * j + k] - largest))
                                     / ofExponentials;
                QVERIFY(std::fabs(static_cast<double>(a.data()[16 * j + k])
                                  - (k < outputs ? exact : 0.0))
                        <= 4e-7);
                sum += static_cast<double>(a.data()[16 * j + k]);
            }
            QVERIFY(std::fabs(sum - 1.0) < 1e-6);
        }
    }
    auto z = lineOf({1.0F, notANumber, 2.0F, 0, 0, 0, 0, 0, 0, 0});
    AlignedBuffer<Scalar> a(z.size());
    kernels.softmax({z.data(), 16, 1}, outputs, {a.data(), 16, 1});
    for (int k = 0; k < 16; ++k)
        QCOMPARE(std::isnan(a.data()[k]), k < outputs);
}

void TestElementwiseKernels::costsAreThePlainOnes()
{
    const Kernels &kernels = fetchedKernels();
    for (const int outputs : {4, 10, 16, 20}) {
        RandomStream stream(4, RandomPurpose::Initialization);
        const int stride = paddedSize(outputs);
        auto z = randomColumns(outputs, stride, 7, stream);
        AlignedBuffer<Scalar> y(z.size());
        for (int j = 0; j < 7; ++j) {
            for (int k = outputs; k < stride; ++k)
                z.data()[stride * j + k] = 100.0F; // the padding must not count
            y.data()[stride * j + j % outputs] = 1.0F;
        }
        const ConstBlock block{z.data(), stride, 7};
        using CostKernel = double (*Kernels::*)(ConstBlock, int, const Scalar *);
        for (const CostKernel cost :
             {&Kernels::quadraticCost, &Kernels::crossEntropyCost, &Kernels::logLikelihoodCost})
            NABLA_COMPARE_RELATIVE((kernels.*cost)(block, outputs, y.data()),
                                   (plainKernels.*cost)(block, outputs, y.data()), 1e-6);
        AlignedBuffer<Scalar> delta(z.size());
        kernels.subtract(block, outputs, y.data(), delta.data());
        for (int i = 0; i < 7 * stride; ++i)
            QCOMPARE(delta.data()[i], i % stride < outputs ? z.data()[i] - y.data()[i] : 0.0F);
    }
}

void TestElementwiseKernels::costsOfSaturatedOutputsAreSafe()
{
    const Kernels &kernels = fetchedKernels();
    const auto z = lineOf({1000.0F, -1000.0F});
    const auto right = lineOf({1.0F, 0.0F});
    const auto wrong = lineOf({0.0F, 1.0F});
    const ConstBlock block{z.data(), vectorWidth, 1};
    QCOMPARE(kernels.crossEntropyCost(block, 2, right.data()), 0.0);
    QCOMPARE(kernels.crossEntropyCost(block, 2, wrong.data()), 2000.0);
    QCOMPARE(kernels.logLikelihoodCost(block, 2, right.data()), 0.0);
    QCOMPARE(kernels.logLikelihoodCost(block, 2, wrong.data()), 2000.0);
    for (const float broken : {notANumber, infinity}) {
        const auto of = lineOf({broken, 0.0F});
        const ConstBlock brokenBlock{of.data(), vectorWidth, 1};
        QVERIFY(!std::isfinite(kernels.crossEntropyCost(brokenBlock, 2, wrong.data())));
        QVERIFY(!std::isfinite(kernels.logLikelihoodCost(brokenBlock, 2, wrong.data())));
        QVERIFY(!std::isfinite(kernels.quadraticCost(brokenBlock, 2, wrong.data())));
    }
}

NABLA_TEST(TestElementwiseKernels)
#include "tst_elementwise_kernels.moc"
