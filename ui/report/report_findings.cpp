// SPDX-License-Identifier: GPL-3.0-or-later
// What the doctor says of the run.
#include "core/doctor/doctor.h"
#include "ui/panels/doctor/doctor_text.h"
#include "ui/report/html.h"
#include "ui/report/report_sections.h"
#include "ui/report/report_text.h"
#include "ui/settings/theme.h"

#include <QLocale>

namespace nabla::ui {

namespace {

QString titleHtml(const Finding &finding)
{
    const QPalette palette = lightPalette();
    const QColor color
        = palette.color(finding.severity == Severity::Note ? QPalette::Text : QPalette::BrightText);
    return QStringLiteral("<b style='color:%1'>%2</b> · %3")
        .arg(color.name(), ruleTitle(finding.rule).toHtmlEscaped(),
             findingPlace(finding).toHtmlEscaped());
}

QString remediesText(const Finding &finding)
{
    QStringList titles;
    for (const Remedy &remedy : finding.remedies)
        titles << remedyTitle(remedy.kind);
    return titles.isEmpty() ? QString()
                            : Report::tr("What may help: %1.").arg(titles.join(Report::tr(", ")));
}

QString findingHtml(const Finding &finding, const RunHistory &history)
{
    const QLocale locale;
    QStringList quiet{findingEvidence(finding, history, locale), ruleExplanation(finding.rule),
                      remediesText(finding)};
    quiet.removeAll(QString());
    return QStringLiteral("<p>%1<br>%2<br><span class='quiet'>%3</span></p>\n")
        .arg(titleHtml(finding), findingSentence(finding, history, locale).toHtmlEscaped(),
             quiet.join(QLatin1Char(' ')).toHtmlEscaped());
}

} // namespace

QString findingsSection(const Frame &frame, const DoctorThresholds &thresholds)
{
    const Diagnosis diagnosis = diagnose(frame.history, frame.status, frame.experiment, thresholds);
    QString html;
    for (const Finding &finding : diagnosis.findings)
        html += findingHtml(finding, frame.history);
    if (diagnosis.findings.empty() && !diagnosis.judged.empty())
        html += paragraphHtml(Report::tr("Nothing wrong was found."));
    for (const QString &line : judgedText(diagnosis).split(QLatin1Char('\n')))
        html += quietParagraphHtml(line);
    return sectionHtml(Report::tr("The doctor's findings"), html);
}

} // namespace nabla::ui
