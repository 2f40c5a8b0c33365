// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/pace.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace nabla::ui {

namespace {

constexpr double watchSecondsAnEpoch = 15.0;
/// With a full batch a step is an epoch; waiting fifteen seconds for one shows nothing.
constexpr double watchLeast = 10.0;
/// The last part of the slider is flat out, so that the end is easy to hit.
constexpr double flatOutFrom = 0.97;

} // namespace

Pace Pace::flatOut()
{
    return {Kind::FlatOut, std::numeric_limits<double>::infinity()};
}

Pace Pace::of(double miniBatchesPerSecond)
{
    if (miniBatchesPerSecond > fastest)
        return flatOut();
    return {Kind::Fixed, std::max(miniBatchesPerSecond, slowest)};
}

std::optional<Pace> Pace::fromText(const QString &text)
{
    if (text == QLatin1String("watch"))
        return watch();
    if (text == QLatin1String("flat-out"))
        return flatOut();
    bool isNumber = false;
    const double rate = text.toDouble(&isNumber);
    if (!isNumber || !(rate > 0.0))
        return std::nullopt;
    return of(rate);
}

QString Pace::toText() const
{
    switch (m_kind) {
    case Kind::Watch:
        return QStringLiteral("watch");
    case Kind::FlatOut:
        return QStringLiteral("flat-out");
    case Kind::Fixed:
        break;
    }
    return QString::number(m_rate);
}

double Pace::rate(std::uint64_t stepsPerEpoch) const
{
    if (m_kind != Kind::Watch)
        return m_rate;
    return std::clamp(static_cast<double>(stepsPerEpoch) / watchSecondsAnEpoch, watchLeast,
                      fastest);
}

double Pace::position(double miniBatchesPerSecond)
{
    if (miniBatchesPerSecond > fastest)
        return 1.0;
    return flatOutFrom * std::log(std::max(miniBatchesPerSecond, slowest)) / std::log(fastest);
}

Pace Pace::atPosition(double position)
{
    if (position > flatOutFrom)
        return flatOut();
    return of(std::pow(fastest, std::clamp(position, 0.0, flatOutFrom) / flatOutFrom));
}

} // namespace nabla::ui
