// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/cost.h"

#include "core/math/catalogue.h"
#include "core/nn/activation.h"

#include <algorithm>
#include <cmath>

namespace nabla::inline NABLA_PRECISION {

namespace {

/// C = 1/2 |a - y|^2 (chapter 1, equation 6, for one example)
double quadraticValue(const Scalar *, const Scalar *a, int outputs, const Target &y)
{
    double sum = 0.0;
    for (int k = 0; k < outputs; ++k) {
        const double difference = static_cast<double>(a[k]) - static_cast<double>(y(k));
        sum += difference * difference;
    }
    return 0.5 * sum;
}

/// delta^L = a - y
void subtractTarget(const Scalar *a, Scalar *delta, int outputs, const Target &y,
                    const Activation &)
{
    for (int k = 0; k < outputs; ++k)
        delta[k] = a[k] - y(k);
}

/// delta^L = (a - y) (.) sigma'(z)   (BP1)
void quadraticOutputError(const Scalar *a, Scalar *delta, int outputs, const Target &y,
                          const Activation &activation)
{
    subtractTarget(a, delta, outputs, y, activation);
    activation.multiplyByDerivative(a, delta, outputs);
}

/// C = -sum [y ln a + (1 - y) ln(1 - a)] (chapter 3, equation 63), written in z so that a saturated
/// output gives a large number instead of infinity: max(z, 0) - z y + ln(1 + e^-|z|).
double crossEntropyValue(const Scalar *z, const Scalar *, int outputs, const Target &y)
{
    double sum = 0.0;
    for (int k = 0; k < outputs; ++k) {
        const auto x = static_cast<double>(z[k]);
        if (std::isnan(x))
            return x; // max() below would hide it
        sum += std::max(x, 0.0) - x * static_cast<double>(y(k))
               + std::log1p(std::exp(-std::fabs(x)));
    }
    return sum;
}

/// C = -ln a_y with softmax outputs (chapter 3, equation 80), written in z: ln sum e^z_k - z_y.
double logLikelihoodValue(const Scalar *z, const Scalar *, int outputs, const Target &y)
{
    const auto largest = static_cast<double>(*std::max_element(z, z + outputs));
    double sum = 0.0;
    double cost = 0.0;
    for (int k = 0; k < outputs; ++k) {
        const double x = static_cast<double>(z[k]) - largest;
        sum += std::exp(x);
        cost -= static_cast<double>(y(k)) * x;
    }
    return cost + std::log(sum);
}

// In the last two sigma'(z) cancels and delta^L = a - y (chapter 3, equations 68 and 81)   (BP1)
constexpr Cost catalogue[] = {
    {"quadratic", quadraticValue, quadraticOutputError, nullptr},
    {"cross-entropy", crossEntropyValue, subtractTarget, "sigmoid"},
    {"log-likelihood", logLikelihoodValue, subtractTarget, "softmax"},
};

} // namespace

std::span<const Cost> costs()
{
    return catalogue;
}

const Cost &findCost(std::string_view id)
{
    return findEntry<Cost>(catalogue, id, "cost");
}

} // namespace nabla::inline NABLA_PRECISION
