// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/math/portable_functions.h"

#include <cmath>
#include <cstdint>
#include <limits>

// The coefficients and reductions are those of FreeBSD's msun (fdlibm), Copyright (C) 1993, 2004 by
// Sun Microsystems, Inc.: "Permission to use, copy, modify, and distribute this software is freely
// granted, provided that this notice is preserved."

namespace nabla {

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

/// ln 2 in two parts: n * ln2High is exact for every exponent n.
constexpr double ln2High = 6.93147180369123816490e-01;
constexpr double ln2Low = 1.90821492927058770002e-10;

/// sin(x + tail) for |x| <= pi/4.
double sineNearZero(double x, double tail)
{
    constexpr double S1 = -1.66666666666666324348e-01;
    constexpr double S2 = 8.33333333332248946124e-03;
    constexpr double S3 = -1.98412698298579493134e-04;
    constexpr double S4 = 2.75573137070700676789e-06;
    constexpr double S5 = -2.50507602534068634195e-08;
    constexpr double S6 = 1.58969099521155010221e-10;
    const double z = x * x;
    const double v = z * x;
    const double r = S2 + z * (S3 + z * (S4 + z * (S5 + z * S6)));
    return x - ((z * (0.5 * tail - v * r) - tail) - v * S1);
}

/// cos(x + tail) for |x| <= pi/4.
double cosineNearZero(double x, double tail)
{
    constexpr double C1 = 4.16666666666666019037e-02;
    constexpr double C2 = -1.38888888888741095749e-03;
    constexpr double C3 = 2.48015872894767294178e-05;
    constexpr double C4 = -2.75573143513906633035e-07;
    constexpr double C5 = 2.08757232129817482790e-09;
    constexpr double C6 = -1.13596475577881948265e-11;
    const double z = x * x;
    const double r = z * (C1 + z * (C2 + z * (C3 + z * (C4 + z * (C5 + z * C6)))));
    const double half = 0.5 * z;
    const double w = 1.0 - half;
    return w + (((1.0 - w) - half) + (z * r - x * tail));
}

} // namespace

double portableExp(double x)
{
    constexpr double P1 = 1.66666666666666019037e-01;
    constexpr double P2 = -2.77777777770155933842e-03;
    constexpr double P3 = 6.61375632143793436117e-05;
    constexpr double P4 = -1.65339022054652515390e-06;
    constexpr double P5 = 4.13813679705723846039e-08;
    if (x != x)
        return x;
    if (x > 709.782712893383973096)
        return infinity;
    if (x < -745.133219101941108420)
        return 0.0;
    // e^x = 2^n e^(high - low), |high - low| <= ln 2 / 2.
    const double n = std::floor(x * 1.44269504088896338700 + 0.5);
    const double high = x - n * ln2High;
    const double low = n * ln2Low;
    const double r = high - low;
    const double t = r * r;
    const double c = r - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
    const double y = 1.0 - ((low - (r * c) / (2.0 - c)) - high);
    return std::ldexp(y, static_cast<int>(n)); // exact, but for one rounding of subnormal results
}

double portableLog(double x)
{
    constexpr double L1 = 6.666666666666735130e-01;
    constexpr double L2 = 3.999999999940941908e-01;
    constexpr double L3 = 2.857142874366239149e-01;
    constexpr double L4 = 2.222219843214978396e-01;
    constexpr double L5 = 1.818357216161805012e-01;
    constexpr double L6 = 1.531383769920937332e-01;
    constexpr double L7 = 1.479819860511658591e-01;
    if (x != x || x == infinity)
        return x;
    if (x <= 0.0)
        return x == 0.0 ? -infinity : notANumber;
    // x = 2^n (1 + f), 1 + f within a factor of sqrt 2 of 1; frexp is exact.
    int n = 0;
    double m = std::frexp(x, &n);
    if (m < 0.70710678118654752440) {
        m *= 2.0;
        --n;
    }
    const double f = m - 1.0;
    const double s = f / (2.0 + f);
    const double z = s * s;
    const double w = z * z;
    const double odd = z * (L1 + w * (L3 + w * (L5 + w * L7)));
    const double even = w * (L2 + w * (L4 + w * L6));
    const double half = 0.5 * f * f;
    return n * ln2High - ((half - (s * (half + odd + even) + n * ln2Low)) - f);
}

namespace {

/// sin(x + quarters pi / 2)
double shiftedSine(double x, std::int64_t quarters)
{
    constexpr double halfPi1 = 1.57079632673412561417e+00; // the first 33 bits of pi / 2
    constexpr double halfPi2 = 6.07710050630396597660e-11; // the next 33 bits
    constexpr double halfPi2Tail = 2.02226624879595063154e-21;
    constexpr double largest = 1.0e6; // beyond, n * halfPi1 would no longer be exact
    if (!std::isfinite(x))
        return notANumber;
    if (std::fabs(x) > largest)
        x = std::fmod(x, 6.28318530717958647693);
    const double n = std::floor(x * 6.36619772367581382433e-01 + 0.5);
    const double t = x - n * halfPi1;
    const double r = t - n * halfPi2;
    const double w = n * halfPi2Tail - ((t - r) - n * halfPi2);
    const double high = r - w;
    const double tail = (r - high) - w;
    switch ((static_cast<std::int64_t>(n) + quarters) & 3) {
    case 0:
        return sineNearZero(high, tail);
    case 1:
        return cosineNearZero(high, tail);
    case 2:
        return -sineNearZero(high, tail);
    default:
        return -cosineNearZero(high, tail);
    }
}

} // namespace

double portableSin(double x)
{
    return shiftedSine(x, 0);
}

double portableCos(double x)
{
    return shiftedSine(x, 1);
}

} // namespace nabla
