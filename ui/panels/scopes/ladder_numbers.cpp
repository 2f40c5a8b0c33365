// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/scopes/ladder_numbers.h"

#include "core/telemetry/learning_speed_summary.h"
#include "ui/panels/scopes/learning_speed_ladder.h"
#include "ui/plots/number_text.h"

#include <QLocale>

#include <algorithm>

namespace nabla::ui {

namespace {

QString numberText(std::optional<double> number)
{
    return number ? significantText(*number, 2, QLocale()) : QString();
}

} // namespace

bool LadderNumbers::setSpeeds(const std::vector<double> &speeds, int layerCount)
{
    if (speeds == m_speeds && layerCount == m_layerCount)
        return false;
    m_speeds = speeds;
    m_layerCount = layerCount;
    return true;
}

bool LadderNumbers::setDecays(const std::vector<ErrorDecay> &decays)
{
    if (decays == m_decays)
        return false;
    m_decays = decays;
    return true;
}

bool LadderNumbers::hasDecays() const
{
    return std::ranges::any_of(m_decays,
                               [](const ErrorDecay &decay) { return decay != ErrorDecay(); });
}

double LadderNumbers::speed(int layer) const
{
    const auto i = static_cast<std::size_t>(layer - 1);
    return i < m_speeds.size() ? m_speeds[i] : 0.0;
}

ErrorDecay LadderNumbers::decay(int layer) const
{
    const auto i = static_cast<std::size_t>(layer - 1);
    return i < m_decays.size() ? m_decays[i] : ErrorDecay();
}

QString LadderNumbers::text(LadderColumn column, int layer) const
{
    switch (column) {
    case LadderColumn::Value:
        return hasSpeeds() ? significantText(speed(layer), 3, QLocale()) : QString();
    case LadderColumn::Ratio: {
        if (layer == static_cast<int>(m_speeds.size()))
            return QLocale().toString(1);
        const auto ratio = timesSlowerThanLast(m_speeds, layer);
        return ratio ? LearningSpeedLadder::tr("%1 ×").arg(ratioText(*ratio, QLocale()))
                     : QString();
    }
    case LadderColumn::Factor:
        return numberText(decay(layer).factor);
    case LadderColumn::Slope:
        return numberText(decay(layer).slope);
    case LadderColumn::Norm:
        break;
    }
    return numberText(decay(layer).weightNorm);
}

QString LadderNumbers::caption(LadderColumn column)
{
    switch (column) {
    case LadderColumn::Value:
        return QStringLiteral("‖∂C/∂b‖");
    case LadderColumn::Ratio:
        return LearningSpeedLadder::tr("slower");
    case LadderColumn::Factor:
        return QStringLiteral("‖δˡ‖/‖δˡ⁺¹‖");
    case LadderColumn::Slope:
        return LearningSpeedLadder::tr("mean σ′");
    case LadderColumn::Norm:
        break;
    }
    return QStringLiteral("‖Wˡ⁺¹‖");
}

QString LadderNumbers::line(int layer) const
{
    QStringList parts{LearningSpeedLadder::tr("Layer %1").arg(layer)};
    const auto add = [&](const QString &name, LadderColumn column) {
        if (const QString number = text(column, layer); !number.isEmpty())
            parts << (name.isEmpty() ? number : name + u' ' + number);
    };
    const QString l = superscriptText(layer);
    const QString next = superscriptText(layer + 1);
    add({}, LadderColumn::Value);
    add({}, LadderColumn::Ratio);
    add(QStringLiteral("‖δ%1‖/‖δ%2‖").arg(l, next), LadderColumn::Factor);
    add(caption(LadderColumn::Slope), LadderColumn::Slope);
    add(QStringLiteral("‖W%1‖").arg(next), LadderColumn::Norm);
    return parts.join(QStringLiteral(" · "));
}

QString LadderNumbers::explanation(int layer) const
{
    const QString l = superscriptText(layer);
    const QString next = superscriptText(layer + 1);
    QStringList lines{LearningSpeedLadder::tr("<b>Layer %1</b> learns at a speed ‖∂C/∂b%2‖ of %3.")
                          .arg(QString::number(layer), l, text(LadderColumn::Value, layer))};
    if (const auto ratio = timesSlowerThanLast(m_speeds, layer); ratio && layer < rows())
        lines << (*ratio < 1.0 ? LearningSpeedLadder::tr("That is %1 times faster than layer %2.")
                               : LearningSpeedLadder::tr("That is %1 times slower than layer %2."))
                     .arg(ratioText(std::max(*ratio, 1.0 / *ratio), QLocale()))
                     .arg(rows());
    const ErrorDecay of = decay(layer);
    if (of == ErrorDecay())
        return lines.join(QStringLiteral("<br>"));
    lines << LearningSpeedLadder::tr(
                 "On its way back the error is multiplied by weights and by the slope σ′: "
                 "δ%1 = (W%2)ᵀδ%2 ⊙ σ′(z%1). Measured on the probe:")
                 .arg(l, next);
    if (of.factor)
        lines << LearningSpeedLadder::tr("‖δ%1‖ / ‖δ%2‖ = %3: what is left of the error")
                     .arg(l, next, numberText(of.factor));
    if (of.slope)
        lines << LearningSpeedLadder::tr("mean |σ′(z%1)| = %2; of a sigmoid it is at most 1/4")
                     .arg(l, numberText(of.slope));
    if (of.weightNorm)
        lines << LearningSpeedLadder::tr(
                     "‖W%1‖ = %2: the most that these weights can multiply an error by")
                     .arg(next, numberText(of.weightNorm));
    return lines.join(QStringLiteral("<br>"));
}

} // namespace nabla::ui
