// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/scope/scope_tickers.h"

#include "ui/plots/number_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace nabla::ui {

namespace {

QString withUnit(XUnit unit, double tick, const QString &number)
{
    switch (unit) {
    case XUnit::Epochs:
        return (tick == 1.0 ? QCoreApplication::translate("ScopeAxis", "%1 epoch")
                            : QCoreApplication::translate("ScopeAxis", "%1 epochs"))
            .arg(number);
    case XUnit::Steps:
        return QCoreApplication::translate("ScopeAxis", "%1 steps").arg(number);
    case XUnit::Seconds:
        return QCoreApplication::translate("ScopeAxis", "%1 s").arg(number);
    }
    return number;
}

int valueTickCount(int height)
{
    return std::clamp(height / 26, 2, 6);
}

} // namespace

UnitTicker::UnitTicker(XUnit unit)
    : m_unit(unit)
{
    setTickCount(4);
}

QVector<QString> UnitTicker::createLabelVector(const QVector<double> &ticks, const QLocale &locale,
                                               QChar, int)
{
    QVector<QString> labels;
    for (const double tick : ticks)
        labels.append(locale.toString(tick, 'g', 10));
    if (!labels.isEmpty())
        labels.last() = withUnit(m_unit, ticks.last(), labels.last());
    return labels;
}

PercentTicker::PercentTicker(int height)
{
    setTickCount(std::clamp(height / 45, 2, 4));
}

QVector<QString> PercentTicker::createLabelVector(const QVector<double> &ticks,
                                                  const QLocale &locale, QChar, int)
{
    QVector<QString> labels;
    for (const double tick : ticks)
        labels.append(locale.toString(100.0 * tick, 'g', 6));
    if (!labels.isEmpty())
        labels.first() += QChar(0x202f) + locale.percent();
    return labels;
}

QVector<double> DecadeTicker::createTickVector(double, const QCPRange &range)
{
    if (range.lower <= 0.0)
        return {};
    const double low = std::log10(range.lower);
    const double high = std::log10(range.upper);
    const int labelsThatFit = std::max(2, m_height / 22);
    const int every = std::max(1, static_cast<int>(std::ceil((high - low) / labelsThatFit)));
    const int first = static_cast<int>(std::floor(low / every)) * every;
    QVector<double> ticks;
    for (int exponent = first; exponent <= high + 1e-9; exponent += every) {
        ticks.append(std::pow(10.0, exponent));
        if (high - low < 2.0) {
            ticks.append(2.0 * ticks.last());
            ticks.append(2.5 * ticks.last());
        }
    }
    return ticks;
}

QString DecadeTicker::getTickLabel(double tick, const QLocale &locale, QChar, int)
{
    if (m_scale == ScopeScale::LogarithmicShare)
        return significantText(100.0 * tick, 1, locale) + QChar(0x202f) + locale.percent();
    const double exponent = std::log10(tick);
    const double rounded = std::round(exponent);
    if (std::abs(exponent - rounded) < 1e-6)
        return powerOfTenText(static_cast<int>(rounded));
    return significantText(tick, 1, locale);
}

QSharedPointer<QCPAxisTicker> makeValueTicker(ScopeScale scale, int height)
{
    switch (scale) {
    case ScopeScale::Fraction:
    case ScopeScale::Share:
        return QSharedPointer<PercentTicker>::create(height);
    case ScopeScale::Logarithmic:
    case ScopeScale::LogarithmicShare:
        return QSharedPointer<DecadeTicker>::create(scale, height);
    case ScopeScale::FromZero:
        break;
    }
    auto ticker = QSharedPointer<QCPAxisTicker>::create();
    ticker->setTickCount(valueTickCount(height));
    return ticker;
}

} // namespace nabla::ui
