// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/pictures/bin_axis.h"

#include "ui/plots/number_text.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace nabla::ui {

namespace {

/// Powers of ten are written as such where the plain number would be long.
QString tickText(double value)
{
    const double magnitude = std::fabs(value);
    if (value == 0.0 || (magnitude >= 0.01 && magnitude < 10'000.0))
        return QLocale().toString(value, 'g', 6);
    const int exponent = static_cast<int>(std::floor(std::log10(magnitude) + 1e-9));
    const double leading = std::round(magnitude / std::pow(10.0, exponent));
    const QString power = powerOfTenText(exponent);
    const QString sign = value < 0.0 ? QLocale().negativeSign() : QString();
    return leading == 1.0 ? sign + power
                          : sign + QLocale().toString(leading, 'f', 0) + u'·' + power;
}

/// Zero, then the powers of ten from the largest down, then 2 and 5 of each: what comes first is
/// kept where there is no room for all.
std::vector<double> candidates(double lowest, double highest, double smallestStep)
{
    std::vector<double> values{0.0};
    const double largest = std::max(std::fabs(lowest), std::fabs(highest));
    const int first = static_cast<int>(std::floor(std::log10(largest)));
    const int last = static_cast<int>(std::floor(std::log10(smallestStep)));
    for (const double digit : {1.0, 5.0, 2.0}) {
        for (int exponent = first; exponent >= last; --exponent) {
            values.push_back(digit * std::pow(10.0, exponent));
            values.push_back(-values.back());
        }
    }
    return values;
}

} // namespace

double valueAtPosition(const BinScale &scale, double position)
{
    const double clamped = std::clamp<double>(position, 0.0, scale.bins());
    const int bin = std::min(static_cast<int>(clamped), scale.bins() - 1);
    const double begin = scale.edge(bin);
    return begin + (clamped - bin) * (scale.edge(bin + 1) - begin);
}

std::vector<BinTick> binTicks(const BinScale &scale, AxisRange bins, double pixels, double distance)
{
    const double lowest = valueAtPosition(scale, bins.lower);
    const double highest = valueAtPosition(scale, bins.upper);
    std::vector<BinTick> ticks;
    if (!(lowest < highest) || pixels <= 0.0)
        return ticks;
    const double least = distance / pixels * (bins.upper - bins.lower);
    const double smallestStep = scale.linearUntil / scale.linearBins;
    for (const double value : candidates(lowest, highest, smallestStep)) {
        if (value < lowest || value > highest)
            continue;
        const double position = scale.positionOf(value);
        const bool hasRoom = std::none_of(ticks.begin(), ticks.end(), [&](const BinTick &tick) {
            return std::fabs(tick.position - position) < least;
        });
        if (hasRoom)
            ticks.push_back({position, tickText(value)});
    }
    std::sort(ticks.begin(), ticks.end(),
              [](const BinTick &a, const BinTick &b) { return a.position < b.position; });
    return ticks;
}

} // namespace nabla::ui
