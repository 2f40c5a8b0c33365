// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace nabla {

// The C library's exp, log, sin and cos differ between processors in the last bit. These use
// nothing but IEEE additions, multiplications, divisions and exact bit operations, so that every
// machine gives the same result, within one unit in the last place or so (the method of fdlibm).
// They need a compiler that does not contract a * b + c (-ffp-contract=off).

/// e^x; 0 and infinity beyond the range, NaN for NaN.
[[nodiscard]] double portableExp(double x);
/// Natural logarithm; -infinity for 0, NaN for negative x and NaN.
[[nodiscard]] double portableLog(double x);
/// Sine of x radians; accurate for |x| up to a million, NaN for infinities and NaN.
[[nodiscard]] double portableSin(double x);
/// Cosine, of the same kind.
[[nodiscard]] double portableCos(double x);

} // namespace nabla
