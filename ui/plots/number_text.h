// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QLocale;

namespace nabla::ui {

/// "⁻¹²": a number as an exponent or as an upper index.
[[nodiscard]] QString superscriptText(int number);

/// "1", "10", "10⁻³": a decade of a log axis.
[[nodiscard]] QString powerOfTenText(int exponent);

/// A few significant digits through the locale: "0.0311", "0.000338", "3.4·10⁻⁷".
[[nodiscard]] QString significantText(double value, int digits, const QLocale &locale);

/// A ratio as a person says it: "3.4", "92", "110", "100,000".
[[nodiscard]] QString ratioText(double ratio, const QLocale &locale);

/// A fraction as a percentage: "71.62 %".
[[nodiscard]] QString percentText(double fraction, int decimals, const QLocale &locale);

} // namespace nabla::ui
