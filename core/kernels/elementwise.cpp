// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/elementwise.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

namespace nabla::inline NABLA_PRECISION {

namespace {

#if NABLA_DOUBLE

Scalar exponential(Scalar x)
{
    return std::exp(x);
}

#else

/// e^x to 2 units in the last place for |x| <= 87, saturating beyond; branch-free, so that the
/// compiler vectorises it. x = n ln 2 + r, |r| <= ln 2 / 2; e^r by its Taylor polynomial.
inline float exponential(float x)
{
    constexpr float log2e = 1.44269504F;
    constexpr float ln2High = 0.693359375F; // few bits: n * ln2High is exact
    constexpr float ln2Low = -2.12194440e-4F;
    x = x < -87.0F ? -87.0F : x;
    x = x > 87.0F ? 87.0F : x;
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

inline Scalar nanOrZero(Scalar x)
{
    return x == x ? Scalar(0) : x;
}

} // namespace

// A NaN is kept out of the conversion to an integer, which would be undefined, and put back after
// it.
void sigmoid(const Scalar *z, Scalar *a, std::ptrdiff_t n)
{
    for (std::ptrdiff_t i = 0; i < n; ++i) {
        const Scalar x = z[i];
        const Scalar sane = x == x ? x : Scalar(0);
        a[i] = Scalar(1) / (Scalar(1) + exponential(-sane)) + nanOrZero(x);
    }
}

void hyperbolicTangent(const Scalar *z, Scalar *a, std::ptrdiff_t n)
{
#if NABLA_DOUBLE
    for (std::ptrdiff_t i = 0; i < n; ++i)
        a[i] = std::tanh(z[i]);
#else
    for (std::ptrdiff_t i = 0; i < n; ++i) {
        const float x = z[i];
        const float sane = x == x ? x : 0.0F;
        const float e = exponential(-2.0F * std::fabs(sane));
        const float magnitude = (1.0F - e) / (1.0F + e);
        a[i] = std::copysign(magnitude, sane) + nanOrZero(x);
    }
#endif
}

void rectify(const Scalar *z, Scalar *a, std::ptrdiff_t n)
{
    for (std::ptrdiff_t i = 0; i < n; ++i)
        a[i] = z[i] <= Scalar(0) ? Scalar(0) : z[i];
}

void softmax(const Scalar *z, Scalar *a, std::ptrdiff_t n)
{
    const Scalar largest = *std::max_element(z, z + n);
    Scalar sum = 0;
    for (std::ptrdiff_t i = 0; i < n; ++i) {
        const Scalar x = z[i] - largest;
        a[i] = exponential(x == x ? x : Scalar(0)) + nanOrZero(x);
        sum += a[i];
    }
    for (std::ptrdiff_t i = 0; i < n; ++i)
        a[i] /= sum;
}

} // namespace nabla::inline NABLA_PRECISION
