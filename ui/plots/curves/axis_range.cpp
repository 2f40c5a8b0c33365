// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/curves/axis_range.h"

#include <cmath>
#include <initializer_list>

namespace nabla::ui {

namespace {

double roundedUp(double value)
{
    const double magnitude = std::pow(10.0, std::floor(std::log10(value)));
    for (const double mantissa : {1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0}) {
        if (value <= mantissa * magnitude * (1.0 + 1e-12))
            return mantissa * magnitude;
    }
    return 10.0 * magnitude;
}

} // namespace

AxisRange rangeFromZero(AxisRange current, double largest)
{
    if (!(largest > 0.0) || !std::isfinite(largest))
        return {0.0, 1.0};
    const bool fits
        = current.lower == 0.0 && current.upper >= largest && largest >= 0.55 * current.upper;
    return fits ? current : AxisRange{0.0, roundedUp(1.04 * largest)};
}

AxisRange fractionRange(AxisRange current, double smallest)
{
    // Back out as soon as something leaves the range, in again only with some room to spare.
    if (smallest >= 0.992 || (current.lower == 0.99 && smallest >= 0.99))
        return {0.99, 1.0};
    if (smallest >= 0.91 || (current.lower >= 0.9 && smallest >= 0.9))
        return {0.9, 1.0};
    return {0.0, 1.0};
}

AxisRange logRange(AxisRange current, double smallest, double largest)
{
    if (!(smallest > 0.0) || !(largest >= smallest) || !std::isfinite(largest))
        return {1e-4, 1.0};
    const double low = std::floor(2.0 * std::log10(smallest) - 0.1) / 2.0;
    const double high = std::ceil(2.0 * std::log10(largest) + 0.1) / 2.0;
    if (current.lower > 0.0 && smallest >= current.lower && largest <= current.upper) {
        const double slack = 1.2; // decades
        if (low - std::log10(current.lower) < slack && std::log10(current.upper) - high < slack)
            return current;
    }
    return {std::pow(10.0, low), std::pow(10.0, high)};
}

} // namespace nabla::ui
