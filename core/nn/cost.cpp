// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/cost.h"

#include "core/nn/activation.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

namespace nabla::inline NABLA_PRECISION {

namespace {

double target(int k, int label)
{
    return k == label ? 1.0 : 0.0;
}

/// C = 1/2 |a - y|^2 (chapter 1, equation 6, for one example)
double quadraticValue(const Scalar *, const Scalar *a, int outputs, int label)
{
    double sum = 0.0;
    for (int k = 0; k < outputs; ++k) {
        const double difference = static_cast<double>(a[k]) - target(k, label);
        sum += difference * difference;
    }
    return 0.5 * sum;
}

/// delta^L = (a - y) (.) sigma'(z)   (BP1)
void quadraticOutputError(const Scalar *a, Scalar *delta, int outputs, int label,
                          const Activation &activation)
{
    for (int k = 0; k < outputs; ++k)
        delta[k] = a[k] - (k == label ? Scalar(1) : Scalar(0));
    activation.multiplyByDerivative(a, delta, outputs);
}

/// C = -sum [y ln a + (1 - y) ln(1 - a)] (chapter 3, equation 63), written in z so that a saturated
/// output gives a large number instead of infinity: max(z, 0) - z y + ln(1 + e^-|z|).
double crossEntropyValue(const Scalar *z, const Scalar *, int outputs, int label)
{
    double sum = 0.0;
    for (int k = 0; k < outputs; ++k) {
        const auto x = static_cast<double>(z[k]);
        if (std::isnan(x))
            return x; // max() below would hide it
        sum += std::max(x, 0.0) - x * target(k, label) + std::log1p(std::exp(-std::fabs(x)));
    }
    return sum;
}

/// delta^L = a - y: sigma'(z) cancels (chapter 3, equation 68)   (BP1)
void crossEntropyOutputError(const Scalar *a, Scalar *delta, int outputs, int label,
                             const Activation &)
{
    for (int k = 0; k < outputs; ++k)
        delta[k] = a[k] - (k == label ? Scalar(1) : Scalar(0));
}

constexpr Cost catalogue[] = {
    {"quadratic", quadraticValue, quadraticOutputError},
    {"cross-entropy", crossEntropyValue, crossEntropyOutputError},
};

} // namespace

std::span<const Cost> costs()
{
    return catalogue;
}

const Cost &findCost(std::string_view id)
{
    for (const Cost &cost : catalogue) {
        if (id == cost.id)
            return cost;
    }
    throw std::invalid_argument("unknown cost \"" + std::string(id)
                                + "\": quadratic, cross-entropy");
}

} // namespace nabla::inline NABLA_PRECISION
