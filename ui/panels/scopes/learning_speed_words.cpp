// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/scopes/learning_speed_words.h"

#include "ui/panels/scopes/learning_speed_panel.h"
#include "ui/plots/layer_colors.h"
#include "ui/plots/number_text.h"

#include <QLocale>

#include <algorithm>

namespace nabla::ui {

namespace {

enum class Pace
{
    Slower,
    AsFast,
    Faster
};

/// How the first layer learns beside the last one. Within a twentieth they are as fast.
Pace paceOf(double timesSlower)
{
    if (timesSlower > 1.05)
        return Pace::Slower;
    return timesSlower < 1.0 / 1.05 ? Pace::Faster : Pace::AsFast;
}

QString timesOf(double timesSlower)
{
    return ratioText(std::max(timesSlower, 1.0 / timesSlower), QLocale());
}

QString inWords(double timesSlower)
{
    switch (paceOf(timesSlower)) {
    case Pace::Slower:
        return LearningSpeedPanel::tr("%1 times slower").arg(timesOf(timesSlower));
    case Pace::Faster:
        return LearningSpeedPanel::tr("%1 times faster").arg(timesOf(timesSlower));
    case Pace::AsFast:
        break;
    }
    return LearningSpeedPanel::tr("as fast");
}

/// For the first layer (%1, layer %5) and the last one (%2, layer %3), at a moment (%4).
QString comparingSentence(LayerQuantity quantity)
{
    switch (quantity) {
    case LayerQuantity::GradientSize:
        return LearningSpeedPanel::tr("The gradient of a weight is %4 %1 in layer %5 and %2 in "
                                      "layer %3 (root mean square).");
    case LayerQuantity::UpdateRatio:
        return LearningSpeedPanel::tr("One step changes the weights of layer %5 %4 by %1 of their "
                                      "size, those of layer %3 by %2; 10⁻⁴ to 10⁻² is healthy.");
    case LayerQuantity::ActivationSpread:
        return LearningSpeedPanel::tr("The answers of layer %5 spread %4 by %1, those of layer %3 "
                                      "by %2: near 0 a layer answers every digit alike.");
    case LayerQuantity::SaturatedShare:
        return LearningSpeedPanel::tr("Saturated %4: %1 of the answers of layer %5, %2 of those of "
                                      "layer %3. There σ′ is almost nothing, and so is learning.");
    case LayerQuantity::LearningSpeed:
    case LayerQuantity::DeadShare:
        break;
    }
    return LearningSpeedPanel::tr("Dead %4: %1 of the neurons of layer %5, %2 of those of layer "
                                  "%3. They learn from fewer than one digit in a hundred.");
}

/// For a layer alone (%1, layer %3), at a moment (%2).
QString singleSentence(LayerQuantity quantity)
{
    switch (quantity) {
    case LayerQuantity::GradientSize:
        return LearningSpeedPanel::tr(
            "The gradient of a weight of layer %3 is %2 %1 (root mean square).");
    case LayerQuantity::UpdateRatio:
        return LearningSpeedPanel::tr("One step changes the weights of layer %3 %2 by %1 of their "
                                      "size; 10⁻⁴ to 10⁻² is healthy.");
    case LayerQuantity::ActivationSpread:
        return LearningSpeedPanel::tr("The answers of layer %3 spread %2 by %1: near 0 a layer "
                                      "answers every digit alike.");
    case LayerQuantity::SaturatedShare:
        return LearningSpeedPanel::tr("Saturated %2: %1 of the answers of layer %3. There σ′ is "
                                      "almost nothing, and so is learning.");
    case LayerQuantity::LearningSpeed:
    case LayerQuantity::DeadShare:
        break;
    }
    return LearningSpeedPanel::tr("Dead %2: %1 of the neurons of layer %3. They learn from fewer "
                                  "than one digit in a hundred.");
}

QString valueOf(LayerQuantity quantity, double value)
{
    const bool isShare
        = quantity == LayerQuantity::SaturatedShare || quantity == LayerQuantity::DeadShare;
    return isShare ? percentText(value, 1, QLocale()) : significantText(value, 2, QLocale());
}

QString missing(const QuantityNow &now)
{
    if (now.quantity == LayerQuantity::SaturatedShare)
        return LearningSpeedPanel::tr("Saturation does not exist for %1: its slope does not fade "
                                      "towards both ends.")
            .arg(now.activation);
    return LearningSpeedPanel::tr("Dead neurons do not exist for %1: its slope is never zero.")
        .arg(now.activation);
}

} // namespace

LearningSpeedWords::LearningSpeedWords(int layerCount, bool isDark, const QString &moment)
    : m_layerCount(layerCount)
    , m_isDark(isDark)
    , m_moment(moment)
{
}

QString LearningSpeedWords::bold(int layer, const QString &text) const
{
    return QStringLiteral("<b style='color:%1'>%2</b>")
        .arg(layerColor(layer, m_layerCount, m_isDark).name(), text);
}

QString LearningSpeedWords::ofSpeeds(const LearningSpeedSummary &summary) const
{
    if (m_layerCount == 1)
        return LearningSpeedPanel::tr(
            "This network has no hidden layer: there is nothing to compare.");
    if (summary.hiddenLayers() == 0)
        return LearningSpeedPanel::tr("Press Train to see the layers learn.");
    return summary.hiddenLayers() == 1 ? singleLayer(summary) : comparison(summary);
}

QString LearningSpeedWords::singleLayer(const LearningSpeedSummary &summary) const
{
    const QString now = bold(1, significantText(summary.now.front(), 3, QLocale()));
    const QString start = bold(1, significantText(summary.atStart.front(), 3, QLocale()));
    if (summary.isFromStart && !summary.hasMoved)
        return LearningSpeedPanel::tr("At the start the hidden layer learns at a speed of %1.")
            .arg(now);
    if (!m_moment.isEmpty())
        return LearningSpeedPanel::tr("At %1 the hidden layer learned at a speed of %2.")
            .arg(m_moment, now);
    if (!summary.isFromStart)
        return LearningSpeedPanel::tr("Now the hidden layer learns at a speed of %1.").arg(now);
    return LearningSpeedPanel::tr("At the start the hidden layer learned at a speed of %1; now %2.")
        .arg(start, now);
}

QString LearningSpeedWords::comparison(const LearningSpeedSummary &summary) const
{
    const auto start = timesSlowerThanLast(summary.atStart, 1);
    const auto now = timesSlowerThanLast(summary.now, 1);
    const int last = summary.hiddenLayers();
    if (!start || !now)
        return LearningSpeedPanel::tr(
                   "Layer 1 and layer %1 cannot be compared: one of them does not learn at all.")
            .arg(last);
    const bool startsEqual = paceOf(*start) == Pace::AsFast;
    const QString first = bold(1, inWords(*start));
    if (summary.isFromStart && !summary.hasMoved)
        return (startsEqual
                    ? LearningSpeedPanel::tr("At the start layer 1 learns %1 as layer %2.")
                    : LearningSpeedPanel::tr("At the start layer 1 learns %1 than layer %2."))
            .arg(first)
            .arg(last);
    if (!m_moment.isEmpty())
        return atMoment(summary, *start, *now);
    if (!summary.isFromStart)
        return (paceOf(*now) == Pace::AsFast
                    ? LearningSpeedPanel::tr("Now layer 1 learns %1 as layer %2.")
                    : LearningSpeedPanel::tr("Now layer 1 learns %1 than layer %2."))
            .arg(bold(1, inWords(*now)))
            .arg(last);
    const bool samePace = paceOf(*start) == paceOf(*now) && !startsEqual;
    const QString second
        = bold(1, samePace ? LearningSpeedPanel::tr("%1 times").arg(timesOf(*now)) : inWords(*now));
    return (startsEqual
                ? LearningSpeedPanel::tr("At the start layer 1 learned %1 as layer %2; now %3.")
                : LearningSpeedPanel::tr("At the start layer 1 learned %1 than layer %2; now %3."))
        .arg(first)
        .arg(last)
        .arg(second);
}

QString LearningSpeedWords::atMoment(const LearningSpeedSummary &summary, double start,
                                     double now) const
{
    const QString then = (paceOf(now) == Pace::AsFast
                              ? LearningSpeedPanel::tr("At %1 layer 1 learned %2 as layer %3")
                              : LearningSpeedPanel::tr("At %1 layer 1 learned %2 than layer %3"))
                             .arg(m_moment, bold(1, inWords(now)))
                             .arg(summary.hiddenLayers());
    return summary.isFromStart
               ? LearningSpeedPanel::tr("%1; at the start %2.").arg(then, bold(1, inWords(start)))
               : LearningSpeedPanel::tr("%1.").arg(then);
}

QString LearningSpeedWords::ofQuantity(const QuantityNow &now) const
{
    if (m_layerCount == 1)
        return ofSpeeds({});
    if (!now.exists)
        return missing(now);
    const QString when = m_moment.isEmpty() ? LearningSpeedPanel::tr("now")
                                            : LearningSpeedPanel::tr("at %1").arg(m_moment);
    // Layers of other activations may not have it: the outermost ones that do are told.
    int first = 0;
    int last = 0;
    for (int layer = 1; layer <= static_cast<int>(now.values.size()); ++layer) {
        if (now.values[static_cast<std::size_t>(layer - 1)]) {
            first = first > 0 ? first : layer;
            last = layer;
        }
    }
    if (first == 0)
        return LearningSpeedPanel::tr("Not measured yet: it comes with the first steps.");
    const auto told = [&](int layer) {
        return bold(layer, valueOf(now.quantity, *now.values[static_cast<std::size_t>(layer - 1)]));
    };
    if (first == last)
        return singleSentence(now.quantity).arg(told(first), when, QString::number(first));
    return comparingSentence(now.quantity)
        .arg(told(first), told(last), QString::number(last), when, QString::number(first));
}

} // namespace nabla::ui
