// SPDX-License-Identifier: GPL-3.0-or-later
// Every set of kernels against the plain one: the products of matrices, dense and sparse.
#include "core/kernels/plain_kernels.h"
#include "tests/core/kernels/kernel_rows.h"
#include "tests/support/test_program.h"

using namespace nabla;
using namespace nabla::test;

class TestKernels final : public QObject
{
    Q_OBJECT

private slots:
    void thePlainOnesAreAlwaysThere();
    void unknownOnesAreRefusedByName();
    void decodingGivesOffsetsAndValues_data() { addKernelRows(); }
    void decodingGivesOffsetsAndValues();
    void sparseProductsAreThePlainOnes_data() { addKernelRows(); }
    void sparseProductsAreThePlainOnes();
    void denseProductsAreThePlainOnes_data() { addKernelRows(); }
    void denseProductsAreThePlainOnes();
    void sumsOfColumnsAndSquares_data() { addKernelRows(); }
    void sumsOfColumnsAndSquares();
    void aNanAndAnInfinityGoThrough_data() { addKernelRows(); }
    void aNanAndAnInfinityGoThrough();
};

namespace {

/// Rows with every count that could meet the edge of a vector.
class Rows
{
public:
    explicit Rows(RandomStream &stream)
    {
        for (const int count : {0, 1, 2, 3, 5, 7, 8, 9, 15, 16, 17, 31, 33, 150, 784}) {
            std::vector<std::uint16_t> indices(784);
            for (std::size_t i = 0; i < indices.size(); ++i)
                indices[i] = static_cast<std::uint16_t>(i);
            stream.shuffle(std::span(indices));
            std::sort(indices.begin(), indices.begin() + count);
            m_index.push_back(indices);
            m_index.back().resize(784 + sparseRowSlack,
                                  0xffff); // what is read beyond must not count
            std::vector<std::uint8_t> values(784 + sparseRowSlack, 255);
            for (int k = 0; k < count; ++k)
                values[static_cast<std::size_t>(k)]
                    = static_cast<std::uint8_t>(1 + stream.below(255));
            m_value.push_back(values);
            m_count.push_back(static_cast<std::uint32_t>(count));
        }
        for (std::size_t j = 0; j < m_index.size(); ++j)
            m_rows.push_back({m_index[j].data(), m_value[j].data(), m_count[j]});
    }

    [[nodiscard]] std::span<const SparseRow> rows() const { return m_rows; }
    [[nodiscard]] int size() const { return static_cast<int>(m_rows.size()); }

private:
    std::vector<std::vector<std::uint16_t>> m_index;
    std::vector<std::vector<std::uint8_t>> m_value;
    std::vector<std::uint32_t> m_count;
    std::vector<SparseRow> m_rows;
};

} // namespace

void TestKernels::thePlainOnesAreAlwaysThere()
{
    const auto all = supportedKernels();
    QVERIFY(!all.empty());
    QCOMPARE(all.back(), &plainKernels);
    QCOMPARE(&bestKernels(), all.front());
    for (const Kernels *kernels : all)
        QCOMPARE(&findKernels(kernels->id), kernels);
#if defined(__x86_64__)
    QVERIFY2(all.size() > 1, "a processor without SSE 4?");
#endif
}

void TestKernels::unknownOnesAreRefusedByName()
{
    try {
        (void)findKernels("mmx");
        QFAIL("mmx was found");
    } catch (const std::invalid_argument &error) {
        const QByteArray message = error.what();
        QVERIFY2(message.contains("\"mmx\"") && message.contains("plain"), message.constData());
    }
}

void TestKernels::decodingGivesOffsetsAndValues()
{
    RandomStream stream(5, RandomPurpose::Initialization);
    const Rows rows(stream);
    SparseInputs x;
    fetchedKernels().decode(rows.rows(), rows.rows(), 48, 0.75F, x);
    QCOMPARE(static_cast<int>(x.stretches().size()), rows.size());
    for (std::size_t j = 0; j < x.stretches().size(); ++j) {
        const auto [begin, count] = x.stretches()[j];
        const SparseRow &row = rows.rows()[j];
        QCOMPARE(count, row.count);
        QCOMPARE(begin % vectorWidth, 0U);
        for (std::uint32_t k = 0; k < count; ++k) {
            QCOMPARE(x.offsets()[begin + k], 48U * row.index[k]);
            QVERIFY(std::fabs(x.values()[begin + k] - 0.75F * row.value[k] / 255.0F) < 1e-7F);
        }
    }
}

void TestKernels::sparseProductsAreThePlainOnes()
{
    const Kernels &kernels = fetchedKernels();
    RandomStream stream(6, RandomPurpose::Initialization);
    const Rows rows(stream);
    for (const int outputs : {1, 10, 16, 30, 48, 100, 130}) {
        const int stride = paddedSize(outputs);
        SparseInputs x;
        kernels.decode(rows.rows(), {}, stride, 1, x);
        const auto W = randomColumns(outputs, stride, 784, stream);
        const auto b = randomColumns(outputs, stride, 1, stream);
        AlignedBuffer<Scalar> z(static_cast<std::size_t>(stride * rows.size()));
        AlignedBuffer<Scalar> expected = z;
        kernels.weighSparseInputs(x, W.data(), b.data(), stride, z.data());
        plainKernels.weighSparseInputs(x, W.data(), b.data(), stride, expected.data());
        QVERIFY(areClose(z, expected, 784));

        const auto delta = randomColumns(outputs, stride, rows.size(), stream);
        AlignedBuffer<Scalar> changed = W;
        AlignedBuffer<Scalar> plainly = W;
        kernels.addSparseProducts(x, -0.25F, delta.data(), stride, changed.data());
        plainKernels.addSparseProducts(x, -0.25F, delta.data(), stride, plainly.data());
        QVERIFY(areClose(changed, plainly, rows.size()));
        for (int i = 0; i < 784; ++i) { // the padding stays zero
            for (int k = outputs; k < stride; ++k)
                QCOMPARE(changed.data()[i * stride + k], 0.0F);
        }
    }
}

void TestKernels::denseProductsAreThePlainOnes()
{
    const Kernels &kernels = fetchedKernels();
    RandomStream stream(7, RandomPurpose::Initialization);
    for (const int inputs : {1, 3, 4, 5, 30, 100, 129}) {
        for (const int outputs : {1, 10, 30, 100}) {
            for (const int examples : {1, 2, 5, 6, 7, 10, 12, 13, 64, 100}) {
                const int stride = paddedSize(outputs);
                const int inputStride = paddedSize(inputs);
                // The padding of activations is not zero: sigma(0) is not.
                const auto a = randomColumns(inputStride, inputStride, examples, stream);
                const auto W = randomColumns(outputs, stride, inputs, stream);
                const auto b = randomColumns(outputs, stride, 1, stream);
                const auto delta = randomColumns(outputs, stride, examples, stream);
                const ConstBlock aBlock{a.data(), inputStride, examples};
                const ConstBlock deltaBlock{delta.data(), stride, examples};

                AlignedBuffer<Scalar> z(static_cast<std::size_t>(stride * examples));
                AlignedBuffer<Scalar> expected = z;
                kernels.weighInputs(aBlock, inputs, W.data(), b.data(),
                                    {z.data(), stride, examples});
                plainKernels.weighInputs(aBlock, inputs, W.data(), b.data(),
                                         {expected.data(), stride, examples});
                QVERIFY(areClose(z, expected, inputs));

                AlignedBuffer<Scalar> changed = W;
                AlignedBuffer<Scalar> plainly = W;
                kernels.addProducts(aBlock, inputs, deltaBlock, 0.9F, -0.5F, changed.data());
                plainKernels.addProducts(aBlock, inputs, deltaBlock, 0.9F, -0.5F, plainly.data());
                QVERIFY(areClose(changed, plainly, examples));

                auto before = randomColumns(inputStride, inputStride, examples, stream);
                AlignedBuffer<Scalar> reference = before;
                kernels.propagate(deltaBlock, inputs, W.data(),
                                  {before.data(), inputStride, examples});
                plainKernels.propagate(deltaBlock, inputs, W.data(),
                                       {reference.data(), inputStride, examples});
                QVERIFY(areClose(before, reference, outputs));
                for (int k = inputs; k < inputStride; ++k)
                    QCOMPARE(before.data()[k], 0.0F);
            }
        }
    }
}

void TestKernels::sumsOfColumnsAndSquares()
{
    const Kernels &kernels = fetchedKernels();
    RandomStream stream(8, RandomPurpose::Initialization);
    const auto delta = randomColumns(100, 112, 37, stream);
    auto sum = randomColumns(100, 112, 1, stream);
    AlignedBuffer<Scalar> expected = sum;
    kernels.addColumns({delta.data(), 112, 37}, sum.data());
    plainKernels.addColumns({delta.data(), 112, 37}, expected.data());
    QVERIFY(areClose(sum, expected, 37));
    double squares = 0.0;
    for (const Scalar value : delta)
        squares += static_cast<double>(value) * static_cast<double>(value);
    QVERIFY(std::fabs(kernels.squaredNorm(delta.data(), delta.size()) - squares)
            <= 1e-13 * squares);
}

void TestKernels::aNanAndAnInfinityGoThrough()
{
    const Kernels &kernels = fetchedKernels();
    for (const Scalar broken :
         {std::numeric_limits<Scalar>::quiet_NaN(), std::numeric_limits<Scalar>::infinity()}) {
        RandomStream stream(9, RandomPurpose::Initialization);
        auto W = randomColumns(30, 32, 20, stream);
        auto a = randomColumns(20, 32, 10, stream);
        const auto b = randomColumns(30, 32, 1, stream);
        AlignedBuffer<Scalar> z(32 * 10);
        a.data()[32 * 3 + 7] = broken;
        kernels.weighInputs({a.data(), 32, 10}, 20, W.data(), b.data(), {z.data(), 32, 10});
        QVERIFY(!std::isfinite(z.data()[32 * 3 + 29]));
        QVERIFY(std::isfinite(z.data()[32 * 4 + 29]));
        auto delta = randomColumns(30, 32, 10, stream);
        delta.data()[32 * 9 + 2] = broken;
        AlignedBuffer<Scalar> before(32 * 10);
        kernels.propagate({delta.data(), 32, 10}, 20, W.data(), {before.data(), 32, 10});
        QVERIFY(!std::isfinite(before.data()[32 * 9 + 19]));
        QVERIFY(!std::isfinite(kernels.squaredNorm(delta.data(), delta.size())));
        kernels.addProducts({a.data(), 32, 10}, 20, {delta.data(), 32, 10}, 1, 1, W.data());
        QVERIFY(!std::isfinite(W.data()[32 * 5 + 2]));
    }
}

NABLA_TEST(TestKernels)
#include "tst_kernels.moc"
