// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/activation.h"

#include "core/kernels/elementwise.h"
#include "core/math/catalogue.h"

#include <algorithm>

namespace nabla::inline NABLA_PRECISION {

namespace {

void multiplyBySigmoidDerivative(const Scalar *a, Scalar *delta, std::ptrdiff_t n)
{
    for (std::ptrdiff_t i = 0; i < n; ++i)
        delta[i] *= a[i] * (Scalar(1) - a[i]); // sigma' = sigma (1 - sigma)
}

void multiplyByTanhDerivative(const Scalar *a, Scalar *delta, std::ptrdiff_t n)
{
    for (std::ptrdiff_t i = 0; i < n; ++i)
        delta[i] *= Scalar(1) - a[i] * a[i];
}

void multiplyByStep(const Scalar *a, Scalar *delta, std::ptrdiff_t n)
{
    for (std::ptrdiff_t i = 0; i < n; ++i)
        delta[i] *= a[i] > Scalar(0) ? Scalar(1) : Scalar(0); // the derivative at 0 is taken as 0
}

void rectifyLeakily(const Scalar *z, Scalar *a, std::ptrdiff_t n)
{
    for (std::ptrdiff_t i = 0; i < n; ++i)
        a[i] = z[i] > Scalar(0) ? z[i] : leak * z[i];
}

void multiplyByLeakyStep(const Scalar *a, Scalar *delta, std::ptrdiff_t n)
{
    for (std::ptrdiff_t i = 0; i < n; ++i)
        delta[i] *= a[i] > Scalar(0) ? Scalar(1) : leak;
}

void copy(const Scalar *z, Scalar *a, std::ptrdiff_t n)
{
    if (z != a)
        std::copy_n(z, n, a);
}

void multiplyByOne(const Scalar *, Scalar *, std::ptrdiff_t)
{
}

/// a_j (delta_j - sum_k delta_k a_k): the derivative of softmax is a matrix, da_k/dz_j = a_k ([j =
/// k] - a_j).
void multiplyBySoftmaxDerivative(const Scalar *a, Scalar *delta, std::ptrdiff_t n)
{
    Scalar mean = 0;
    for (std::ptrdiff_t i = 0; i < n; ++i)
        mean += a[i] * delta[i];
    for (std::ptrdiff_t i = 0; i < n; ++i)
        delta[i] = a[i] * (delta[i] - mean);
}

constexpr Activation catalogue[] = {
    {"sigmoid", sigmoid, multiplyBySigmoidDerivative},
    {"tanh", hyperbolicTangent, multiplyByTanhDerivative},
    {"relu", rectify, multiplyByStep},
    {"leaky-relu", rectifyLeakily, multiplyByLeakyStep},
    {"linear", copy, multiplyByOne},
    {"softmax", softmax, multiplyBySoftmaxDerivative, true},
};

} // namespace

std::span<const Activation> activations()
{
    return catalogue;
}

const Activation &findActivation(std::string_view id)
{
    return findEntry<Activation>(catalogue, id, "activation");
}

} // namespace nabla::inline NABLA_PRECISION
