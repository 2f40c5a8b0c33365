// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/doctor/doctor_text.h"

#include "ui/plots/number_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace nabla::ui {

namespace {

/// Only a place for tr().
struct DoctorText
{
    Q_DECLARE_TR_FUNCTIONS(DoctorText)
};

QString doctorText(const char *text)
{
    return QCoreApplication::translate("Doctor", text);
}

QString shareText(double share, const QLocale &locale)
{
    return significantText(100.0 * share, 2, locale) + QChar(0x202f) + locale.percent();
}

QString epochText(double epoch, const QLocale &locale)
{
    return epoch == std::floor(epoch) ? locale.toString(epoch, 'f', 0)
                                      : significantText(epoch, epoch < 1.0 ? 2 : 3, locale);
}

QString gradientSentence(const Finding &finding, int lastHidden, const QLocale &locale)
{
    const QString layer = locale.toString(finding.layer);
    const QString last = locale.toString(lastHidden);
    if (!std::isfinite(*finding.measured)) {
        const QString &still = finding.rule == DoctorRule::Vanishing ? layer : last;
        return finding.isOver
                   ? DoctorText::tr("At the start layer %1 did not learn at all.").arg(still)
                   : DoctorText::tr("Layer %1 does not learn at all.").arg(still);
    }
    QString sentence;
    if (finding.rule == DoctorRule::Vanishing)
        sentence = finding.isOver
                       ? DoctorText::tr("At the start layer %1 learned %2 times slower than layer "
                                        "%3. That is over.")
                       : DoctorText::tr("Layer %1 learns %2 times slower than layer %3.");
    else
        sentence = finding.isOver
                       ? DoctorText::tr("At the start layer %1 learned %2 times faster than layer "
                                        "%3. That is over.")
                       : DoctorText::tr("Layer %1 learns %2 times faster than layer %3.");
    return sentence.arg(layer, ratioText(*finding.measured, locale), last);
}

QString initializationSentence(const Finding &finding, const QLocale &locale)
{
    const QString layer = locale.toString(finding.layer);
    if (finding.threshold == Threshold::SaturatedShare)
        return DoctorText::tr("%1 of layer %2's answers were saturated before the first step.")
            .arg(shareText(*finding.measured, locale), layer);
    const QString spread = significantText(*finding.measured, 2, locale);
    if (finding.threshold == Threshold::SmallestSpread)
        return DoctorText::tr("All neurons of layer %1 began alike: the standard deviation of "
                              "their answers was %2.")
            .arg(layer, spread);
    return DoctorText::tr("Layer %1 began with answers that are far too large: their standard "
                          "deviation was %2.")
        .arg(layer, spread);
}

QString divergenceSentence(const Finding &finding, const QLocale &locale)
{
    const QString sentence = DoctorText::tr("After step %1 the numbers of layer %2 grew beyond all "
                                            "bounds.")
                                 .arg(locale.toString(static_cast<qulonglong>(finding.step)),
                                      locale.toString(finding.layer));
    if (!finding.measured)
        return sentence;
    return sentence + u' '
           + DoctorText::tr("The last cost that could be told was %1.")
                 .arg(significantText(*finding.measured, 3, locale));
}

QString sentenceOf(const Finding &finding, const RunHistory &history, const QLocale &locale)
{
    const QString layer = locale.toString(finding.layer);
    switch (finding.rule) {
    case DoctorRule::Diverged:
        return divergenceSentence(finding, locale);
    case DoctorRule::Vanishing:
    case DoctorRule::Exploding:
        return gradientSentence(finding, history.hiddenLayerCount(), locale);
    case DoctorRule::DeadUnits:
        return DoctorText::tr("%1 of layer %2's neurons are dead: silent for more than %3 of the "
                              "digits.")
            .arg(shareText(*finding.measured, locale), layer, shareText(0.99, locale));
    case DoctorRule::Saturated:
        return DoctorText::tr("%1 of layer %2's answers are saturated.")
            .arg(shareText(*finding.measured, locale), layer);
    case DoctorRule::BadInitialization:
        return initializationSentence(finding, locale);
    case DoctorRule::LearningRateTooHigh:
        return DoctorText::tr(
                   "Every step changes the weights of every layer by %1 or more, and the "
                   "cost hardly falls.")
            .arg(shareText(*finding.measured, locale));
    case DoctorRule::LearningRateTooLow:
        return DoctorText::tr("No step changes the weights of any layer by more than %1, and the "
                              "cost hardly falls.")
            .arg(shareText(*finding.measured, locale));
    case DoctorRule::Overfitting:
        return DoctorText::tr("The validation cost is %1 above its lowest, while the training cost "
                              "still falls.")
            .arg(shareText(*finding.measured, locale));
    }
    return {};
}

} // namespace

QString ruleTitle(DoctorRule rule)
{
    return doctorText(ruleInfo(rule).title);
}

QString ruleExplanation(DoctorRule rule)
{
    return doctorText(ruleInfo(rule).explanation);
}

QString remedyTitle(RemedyKind kind)
{
    return doctorText(remedyInfo(kind).title);
}

QString thresholdTitle(const ThresholdInfo &info)
{
    return doctorText(info.title);
}

QString thresholdSource(const ThresholdInfo &info)
{
    return doctorText(info.source);
}

QString amountText(double value, ThresholdUnit unit, const QLocale &locale)
{
    if (!std::isfinite(value))
        return QStringLiteral("∞");
    switch (unit) {
    case ThresholdUnit::Times:
        return (value < 9.95 ? significantText(value, 2, locale) : ratioText(value, locale))
               + QChar(0x202f) + u'×';
    case ThresholdUnit::Share:
        return shareText(value, locale);
    case ThresholdUnit::Steps:
    case ThresholdUnit::Number:
        break;
    }
    return significantText(value, 2, locale);
}

QString limitText(double value, ThresholdUnit unit, const QLocale &locale)
{
    const double shown = unit == ThresholdUnit::Share ? 100.0 * value : value;
    const QString number = locale.toString(shown, 'g', 10);
    switch (unit) {
    case ThresholdUnit::Times:
        return number + QChar(0x202f) + u'×';
    case ThresholdUnit::Share:
        return number + QChar(0x202f) + locale.percent();
    case ThresholdUnit::Steps:
        return DoctorText::tr("%1 steps").arg(number);
    case ThresholdUnit::Number:
        break;
    }
    return number;
}

QString findingSentence(const Finding &finding, const RunHistory &history, const QLocale &locale)
{
    const QString sentence = sentenceOf(finding, history, locale);
    if (finding.layers < 2)
        return sentence;
    return sentence + u' '
           + DoctorText::tr("%1 layers are beyond the limit.").arg(locale.toString(finding.layers));
}

QString findingEvidence(const Finding &finding, const RunHistory &history, const QLocale &locale)
{
    const QString step = locale.toString(static_cast<qulonglong>(finding.step));
    const QString epoch = epochText(history.epochAt(finding.step), locale);
    if (!finding.threshold || !finding.measured)
        return DoctorText::tr("At step %1, epoch %2.").arg(step, epoch);
    const ThresholdUnit unit = thresholdInfo(*finding.threshold).unit;
    return DoctorText::tr("Measured %1, limit %2; step %3, epoch %4.")
        .arg(amountText(*finding.measured, unit, locale), limitText(finding.limit, unit, locale),
             step, epoch);
}

QString findingPlace(const Finding &finding)
{
    return finding.layer == 0 ? DoctorText::tr("Whole run")
                              : DoctorText::tr("Layer %1").arg(QLocale().toString(finding.layer));
}

QString judgedText(const Diagnosis &diagnosis)
{
    QStringList judged;
    QStringList others;
    for (const DoctorRuleInfo &info : doctorRules()) {
        const bool isJudged = std::ranges::count(diagnosis.judged, info.rule) > 0;
        (isJudged ? judged : others) << ruleTitle(info.rule);
    }
    const QString comma = DoctorText::tr(", ");
    QStringList lines;
    if (!judged.isEmpty())
        lines << DoctorText::tr("Checked: %1.").arg(judged.join(comma));
    if (!others.isEmpty())
        lines << DoctorText::tr("Not to be judged here, or not yet: %1.").arg(others.join(comma));
    return lines.join(u'\n');
}

QString diagnosisText(const Diagnosis &diagnosis, const RunHistory &history, const QLocale &locale)
{
    QStringList parts;
    for (const Finding &finding : diagnosis.findings) {
        QStringList lines{ruleTitle(finding.rule) + QStringLiteral(" · ") + findingPlace(finding),
                          findingSentence(finding, history, locale),
                          findingEvidence(finding, history, locale)};
        if (finding.threshold)
            lines << thresholdSource(thresholdInfo(*finding.threshold));
        lines << ruleExplanation(finding.rule);
        parts << lines.join(u'\n');
    }
    if (diagnosis.findings.empty())
        parts << DoctorText::tr("Nothing wrong was found.");
    parts << judgedText(diagnosis);
    return parts.join(QStringLiteral("\n\n"));
}

} // namespace nabla::ui
