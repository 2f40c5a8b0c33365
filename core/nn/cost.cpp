// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/cost.h"

#include "core/math/catalogue.h"
#include "core/nn/activation.h"

namespace nabla::inline NABLA_PRECISION {

namespace {

constexpr Cost costTable[] = {
    /// C = 1/2 |a - y|^2 (chapter 1, equation 6, for one example)
    {"quadratic", &Kernels::quadraticCost, false, nullptr},
    /// C = -sum [y ln a + (1 - y) ln(1 - a)] (chapter 3, equation 63), written in z so that a
    /// saturated output gives a large number instead of infinity
    {"cross-entropy", &Kernels::crossEntropyCost, true, "sigmoid"},
    /// C = -ln a_y with softmax outputs (chapter 3, equation 80), written in z: ln sum e^z_k - z_y
    {"log-likelihood", &Kernels::logLikelihoodCost, true, "softmax"},
};

} // namespace

double Cost::value(const Kernels &kernels, const Outputs &outputs) const
{
    return (kernels.*sum)(isOfWeightedInput ? outputs.weightedInput : outputs.activation,
                          outputs.count, outputs.target);
}

void Cost::outputError(const Kernels &kernels, const Outputs &outputs, const Activation &activation,
                       Scalar *delta) const
{
    // delta^L = a - y where sigma'(z) cancels (chapter 3, equations 68 and 81)   (BP1)
    const ConstBlock &a = outputs.activation;
    kernels.subtract(a, outputs.count, outputs.target, delta);
    if (outputActivation)
        return;
    // delta^L = (a - y) (.) sigma'(z)   (BP1)
    activation.multiplyByDerivative(kernels, a, outputs.count, {delta, a.stride, a.examples});
}

std::span<const Cost> costs()
{
    return costTable;
}

const Cost &findCost(std::string_view id)
{
    return findEntry<Cost>(costTable, id, "cost");
}

} // namespace nabla::inline NABLA_PRECISION
