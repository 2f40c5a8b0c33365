// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/number_text.h"

#include <QLocale>

#include <cmath>

namespace nabla::ui {

QString superscriptText(int number)
{
    static constexpr char16_t digits[] = u"⁰¹²³⁴⁵⁶⁷⁸⁹";
    QString text;
    for (const QChar c : QString::number(number))
        text += c == u'-' ? QChar(u'⁻') : QChar(digits[c.digitValue()]);
    return text;
}

QString powerOfTenText(int exponent)
{
    if (exponent == 0)
        return QStringLiteral("1");
    if (exponent == 1)
        return QStringLiteral("10");
    return QStringLiteral("10") + superscriptText(exponent);
}

QString significantText(double value, int digits, const QLocale &locale)
{
    if (value == 0.0 || !std::isfinite(value))
        return locale.toString(value, 'g', digits);
    // Rounded first: 0.00099999 is 0.001, and its exponent is that of the rounded number.
    const QString scientific = QString::number(value, 'e', digits - 1);
    const qsizetype e = scientific.indexOf(u'e');
    const int exponent = scientific.mid(e + 1).toInt();
    if (exponent >= -4 && exponent <= 5)
        return locale.toString(value, 'f', std::max(0, digits - 1 - exponent));
    const QString mantissa = locale.toString(scientific.left(e).toDouble(), 'f', digits - 1);
    return mantissa + u'·' + powerOfTenText(exponent);
}

QString ratioText(double ratio, const QLocale &locale)
{
    if (ratio < 9.95)
        return locale.toString(ratio, 'f', 1);
    const double magnitude = std::pow(10.0, std::floor(std::log10(ratio)) - 1.0);
    return locale.toString(std::round(ratio / magnitude) * magnitude, 'f', 0);
}

QString percentText(double fraction, int decimals, const QLocale &locale)
{
    // A narrow no-break space: number and sign stay on one line.
    return locale.toString(100.0 * fraction, 'f', decimals) + QChar(0x202f) + locale.percent();
}

} // namespace nabla::ui
