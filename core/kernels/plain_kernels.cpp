// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/plain_kernels.h"

#include "core/kernels/plain_updates.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace nabla::inline NABLA_PRECISION {

namespace {

#if NABLA_DOUBLE

Scalar exponential(Scalar x)
{
    return std::exp(x);
}

#else

/// e^x to 2 units in the last place for |x| <= 87, saturating beyond. The C library's differs
/// between processors in the last bit, which the digest would show. x = n ln 2 + r, |r| <= ln 2 /
/// 2; e^r by its Taylor polynomial.
float exponential(float x)
{
    constexpr float log2e = 1.44269504F;
    constexpr float ln2High = 0.693359375F; // few bits: n * ln2High is exact
    constexpr float ln2Low = -2.12194440e-4F;
    if (x != x)
        return x;
    x = std::clamp(x, -87.0F, 87.0F);
    const float scaled = x * log2e;
    const auto n = static_cast<std::int32_t>(scaled + (scaled < 0.0F ? -0.5F : 0.5F));
    const auto whole = static_cast<float>(n);
    const float r = (x - whole * ln2High) - whole * ln2Low;
    float p = 1.0F / 5040.0F;
    p = p * r + 1.0F / 720.0F;
    p = p * r + 1.0F / 120.0F;
    p = p * r + 1.0F / 24.0F;
    p = p * r + 1.0F / 6.0F;
    p = p * r + 0.5F;
    p = p * r + 1.0F;
    p = p * r + 1.0F;
    return p * std::bit_cast<float>((n + 127) << 23);
}

#endif

void decode(std::span<const SparseRow> rows, std::span<const SparseRow>, int stride, Scalar scale,
            SparseInputs &x)
{
    x.layOut(rows);
    for (std::size_t j = 0; j < rows.size(); ++j) {
        const std::uint32_t begin = x.stretches()[j].begin;
        for (std::uint32_t k = 0; k < rows[j].count; ++k) {
            x.offsets()[begin + k] = rows[j].index[k] * static_cast<std::uint32_t>(stride);
            x.values()[begin + k] = scale * (static_cast<Scalar>(rows[j].value[k]) / Scalar(255));
        }
    }
}

/// f(offset of the weights, value) for every non-zero input of example j.
template <class F>
void eachInput(const SparseInputs &x, std::size_t j, F f)
{
    const auto [begin, count] = x.stretches()[j];
    for (std::uint32_t k = begin; k < begin + count; ++k)
        f(x.offsets()[k], x.values()[k]);
}

void weighSparseInputs(const SparseInputs &x, const Scalar *W, const Scalar *b, int stride,
                       Scalar *z)
{
    for (std::size_t j = 0; j < x.stretches().size(); ++j, z += stride) {
        std::copy_n(b, stride, z);
        eachInput(x, j, [&](std::uint32_t offset, Scalar value) {
            for (int k = 0; k < stride; ++k)
                z[k] += value * W[offset + static_cast<std::uint32_t>(k)];
        });
    }
}

void addSparseProducts(const SparseInputs &x, Scalar factor, const Scalar *delta, int stride,
                       Scalar *W)
{
    for (std::size_t j = 0; j < x.stretches().size(); ++j, delta += stride) {
        eachInput(x, j, [&](std::uint32_t offset, Scalar value) {
            for (int k = 0; k < stride; ++k)
                W[offset + static_cast<std::uint32_t>(k)] += value * (factor * delta[k]);
        });
    }
}

template <class T>
T *column(const BlockOf<T> &block, int j)
{
    return block.data + static_cast<std::ptrdiff_t>(j) * block.stride;
}

template <class T>
T *row(T *W, int i, int stride)
{
    return W + static_cast<std::ptrdiff_t>(i) * stride;
}

void weighInputs(ConstBlock a, int inputs, const Scalar *W, const Scalar *b, Block z)
{
    for (int j = 0; j < z.examples; ++j) {
        Scalar *of = column(z, j);
        std::copy_n(b, z.stride, of);
        for (int i = 0; i < inputs; ++i) {
            for (int k = 0; k < z.stride; ++k)
                of[k] += column(a, j)[i] * row(W, i, z.stride)[k];
        }
    }
}

void addProducts(ConstBlock a, int inputs, ConstBlock delta, Scalar kept, Scalar factor, Scalar *W)
{
    for (int i = 0; i < inputs; ++i) {
        Scalar *of = row(W, i, delta.stride);
        for (int k = 0; k < delta.stride; ++k) {
            Scalar sum = 0;
            for (int j = 0; j < delta.examples; ++j)
                sum += column(a, j)[i] * column(delta, j)[k];
            of[k] = kept * of[k] + factor * sum;
        }
    }
}

void propagate(ConstBlock delta, int inputs, const Scalar *W, Block before)
{
    for (int j = 0; j < delta.examples; ++j) {
        for (int i = 0; i < before.stride; ++i) {
            Scalar sum = 0;
            for (int k = 0; i < inputs && k < delta.stride; ++k)
                sum += row(W, i, delta.stride)[k] * column(delta, j)[k];
            column(before, j)[i] = sum;
        }
    }
}

void addColumns(ConstBlock delta, Scalar *sum)
{
    for (int j = 0; j < delta.examples; ++j) {
        for (int k = 0; k < delta.stride; ++k)
            sum[k] += column(delta, j)[k];
    }
}

double squaredNorm(const Scalar *values, std::size_t n)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < n; ++i)
        sum += static_cast<double>(values[i]) * static_cast<double>(values[i]);
    return sum;
}

template <Scalar (*f)(Scalar)>
void applyEach(const Scalar *z, Scalar *a, std::size_t n)
{
    for (std::size_t i = 0; i < n; ++i)
        a[i] = f(z[i]);
}

template <Scalar (*derivative)(Scalar)>
void multiplyEach(const Scalar *a, Scalar *delta, std::size_t n)
{
    for (std::size_t i = 0; i < n; ++i)
        delta[i] *= derivative(a[i]);
}

/// Activations f(z) and their derivatives as functions of a.
Scalar sigmoid(Scalar z)
{
    return Scalar(1) / (Scalar(1) + exponential(-z));
}

Scalar sigmoidDerivative(Scalar a)
{
    return a * (Scalar(1) - a); // sigma' = sigma (1 - sigma)
}

Scalar hyperbolicTangent(Scalar z)
{
    const Scalar e = exponential(Scalar(-2) * std::fabs(z));
    return std::copysign((Scalar(1) - e) / (Scalar(1) + e), z);
}

Scalar tanhDerivative(Scalar a)
{
    return Scalar(1) - a * a;
}

Scalar rectify(Scalar z)
{
    return z <= Scalar(0) ? Scalar(0) : z; // NaN stays NaN
}

Scalar step(Scalar a)
{
    return a > Scalar(0) ? Scalar(1) : Scalar(0); // the derivative at 0 is taken as 0
}

Scalar rectifyLeakily(Scalar z)
{
    return z > Scalar(0) ? z : leak * z;
}

Scalar leakyStep(Scalar a)
{
    return a > Scalar(0) ? Scalar(1) : leak;
}

void softmax(ConstBlock z, int outputs, Block a)
{
    for (int j = 0; j < a.examples; ++j) {
        const Scalar *of = column(z, j);
        Scalar *to = column(a, j);
        // Subtracted first, so that nothing overflows; a NaN makes every output one.
        const Scalar largest = *std::max_element(of, of + outputs);
        Scalar sum = 0;
        for (int k = 0; k < a.stride; ++k) {
            to[k] = k < outputs ? exponential(of[k] - largest) : Scalar(0);
            sum += to[k];
        }
        for (int k = 0; k < outputs; ++k)
            to[k] /= sum;
    }
}

/// Sum of term(value, y) over the outputs of all examples.
template <class F>
double sumOf(ConstBlock values, int outputs, const Scalar *y, F term)
{
    double sum = 0.0;
    for (int j = 0; j < values.examples; ++j, y += values.stride) {
        for (int k = 0; k < outputs; ++k)
            sum += term(static_cast<double>(column(values, j)[k]), static_cast<double>(y[k]));
    }
    return sum;
}

double quadraticCost(ConstBlock a, int outputs, const Scalar *y)
{
    return sumOf(a, outputs, y,
                 [](double of, double target) { return 0.5 * (of - target) * (of - target); });
}

double crossEntropyCost(ConstBlock z, int outputs, const Scalar *y)
{
    return sumOf(z, outputs, y, [](double x, double target) {
        if (std::isnan(x))
            return x; // max() would hide it
        return std::max(x, 0.0) - x * target + std::log1p(std::exp(-std::fabs(x)));
    });
}

double logLikelihoodCost(ConstBlock z, int outputs, const Scalar *y)
{
    double cost = 0.0;
    for (int j = 0; j < z.examples; ++j, y += z.stride) {
        const Scalar *of = column(z, j);
        const auto largest = static_cast<double>(*std::max_element(of, of + outputs));
        double sum = 0.0;
        for (int k = 0; k < outputs; ++k) {
            const double x = static_cast<double>(of[k]) - largest;
            sum += std::exp(x);
            cost -= static_cast<double>(y[k]) * x;
        }
        cost += std::log(sum);
    }
    return cost;
}

void subtract(ConstBlock a, int outputs, const Scalar *y, Scalar *delta)
{
    for (int j = 0; j < a.examples; ++j, y += a.stride, delta += a.stride) {
        for (int k = 0; k < a.stride; ++k)
            delta[k] = k < outputs ? column(a, j)[k] - y[k] : Scalar(0);
    }
}

} // namespace

constinit const Kernels plainKernels{
    .id = "plain",
    .decode = decode,
    .weighSparseInputs = weighSparseInputs,
    .addSparseProducts = addSparseProducts,
    .weighInputs = weighInputs,
    .addProducts = addProducts,
    .propagate = propagate,
    .addColumns = addColumns,
    .squaredNorm = squaredNorm,
    .sigmoid = {applyEach<sigmoid>, multiplyEach<sigmoidDerivative>},
    .tanh = {applyEach<hyperbolicTangent>, multiplyEach<tanhDerivative>},
    .relu = {applyEach<rectify>, multiplyEach<step>},
    .leakyRelu = {applyEach<rectifyLeakily>, multiplyEach<leakyStep>},
    .softmax = softmax,
    .quadraticCost = quadraticCost,
    .crossEntropyCost = crossEntropyCost,
    .logLikelihoodCost = logLikelihoodCost,
    .subtract = subtract,
    .descend = plain::descend,
    .roll = plain::roll,
    .rollAhead = plain::rollAhead,
    .scaleByRootMeanSquare = plain::scaleByRootMeanSquare,
    .adapt = plain::adapt,
};

} // namespace nabla::inline NABLA_PRECISION
