// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/pictures/magnitude_scale.h"

#include "ui/plots/color_ramp.h"
#include "ui/plots/number_text.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace nabla::ui {

MagnitudeScale MagnitudeScale::decades(int lowest, int highest)
{
    MagnitudeScale scale;
    scale.m_isLogarithmic = true;
    scale.m_lowest = lowest;
    scale.m_highest = highest;
    return scale;
}

MagnitudeScale MagnitudeScale::fractions()
{
    return {};
}

bool MagnitudeScale::include(double value)
{
    if (!m_isLogarithmic || !(value > 0.0) || !std::isfinite(value))
        return false;
    const double exponent = std::log10(value);
    const int lowest = std::min(m_lowest, static_cast<int>(std::floor(exponent)));
    const int highest = std::max(m_highest, static_cast<int>(std::ceil(exponent)));
    const bool grows = lowest != m_lowest || highest != m_highest;
    m_lowest = lowest;
    m_highest = highest;
    return grows;
}

double MagnitudeScale::shareOf(double value) const
{
    if (!m_isLogarithmic)
        return std::clamp(value, 0.0, 1.0);
    if (!(value > 0.0))
        return 0.0;
    return std::clamp((std::log10(value) - m_lowest) / (m_highest - m_lowest), 0.0, 1.0);
}

QRgb MagnitudeScale::colorOf(double value) const
{
    if (!std::isfinite(value))
        return qRgba(0, 0, 0, 0);
    return m_isLogarithmic && value == 0.0 ? zeroColor() : magnitudeColor(shareOf(value));
}

std::vector<MagnitudeScale::Tick> MagnitudeScale::ticks(int most) const
{
    const int intervals = std::max(1, most - 1);
    std::vector<Tick> ticks;
    if (!m_isLogarithmic) {
        const int parts = intervals >= 4 ? 4 : intervals >= 2 ? 2 : 1;
        for (int i = 0; i <= parts; ++i) {
            const double share = static_cast<double>(i) / parts;
            ticks.push_back({share, percentText(share, 0, QLocale())});
        }
        return ticks;
    }
    const int span = m_highest - m_lowest;
    const int every = (span + intervals - 1) / intervals;
    for (int exponent = m_lowest; exponent <= m_highest; exponent += every)
        ticks.push_back(
            {static_cast<double>(exponent - m_lowest) / span, powerOfTenText(exponent)});
    return ticks;
}

} // namespace nabla::ui
