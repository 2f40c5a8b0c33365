// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/activation.h"

#include "core/kernels/elementwise.h"

#include <stdexcept>
#include <string>

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

constexpr Activation catalogue[] = {
    {"sigmoid", sigmoid, multiplyBySigmoidDerivative},
    {"tanh", hyperbolicTangent, multiplyByTanhDerivative},
    {"relu", rectify, multiplyByStep},
};

} // namespace

std::span<const Activation> activations()
{
    return catalogue;
}

const Activation &findActivation(std::string_view id)
{
    for (const Activation &activation : catalogue) {
        if (id == activation.id)
            return activation;
    }
    throw std::invalid_argument("unknown activation \"" + std::string(id)
                                + "\": sigmoid, tanh, relu");
}

} // namespace nabla::inline NABLA_PRECISION
