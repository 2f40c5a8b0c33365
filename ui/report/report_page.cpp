// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_page.h"

#include "ui/report/html.h"
#include "ui/report/report_sections.h"
#include "ui/report/report_text.h"
#include "ui/session/sources/data_text.h"

#include <QLocale>

namespace nabla::ui {

namespace {

/// What QTextDocument knows of it is told by the attributes of the tables.
constexpr const char *browserStyle
    = "body{font:15px/1.5 system-ui,'Noto Sans','Noto Sans CJK SC',sans-serif;color:#1d2430;"
      "background:#fff;max-width:800px;margin:40px auto;padding:0 24px}"
      "h1{font-size:26px;line-height:1.2;margin:0 0 4px}"
      "h2{font-size:18px;margin:36px 0 8px}"
      "table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}"
      "td,th{padding:5px 10px 5px 0;border-bottom:1px solid #e3e6eb;vertical-align:top;"
      "text-align:left;font-weight:normal;overflow-wrap:anywhere}"
      "th,.quiet,.name{color:#6b7487}"
      ".number{text-align:right;padding:5px 8px}"
      ".number:last-child{padding-right:0}"
      "img{width:100%;height:auto}"
      "p{margin:8px 0}"
      "@media print{body{margin:0;max-width:none}h2{break-after:avoid}tr,img{break-inside:avoid}"
      ".page{break-before:page;margin-top:0}}";

constexpr const char *paperStyle
    = "body{color:#1d2430;font-size:10pt}"
      "h1{font-size:18pt}"
      "h2{font-size:13pt;margin-top:18px;margin-bottom:6px}"
      "table{border-collapse:collapse}"
      "td,th{padding:2px 6px 2px 0px;border-bottom:1px solid #e3e6eb;font-size:9pt;"
      "font-weight:normal;vertical-align:middle}"
      "th,.quiet,.name{color:#6b7487}"
      ".quiet{font-size:9pt}"
      "p{margin-top:8px;margin-bottom:8px}"
      ".page{page-break-before:always}";

/// Of an A4 page between the margins of QTextDocument::print(), in pixels of a screen.
constexpr int paperWidth = 640;

QString sourceOf(const ReportPicture &picture, std::size_t index, ReportMedium medium)
{
    if (medium == ReportMedium::Paper)
        return pictureName(index);
    return QStringLiteral("data:image/svg+xml;base64,")
           + QString::fromLatin1(picture.svg.toBase64());
}

QString picturesHtml(const std::vector<ReportPicture> &pictures, ReportMedium medium)
{
    QString html;
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const ReportPicture &picture = pictures[i];
        const int width = medium == ReportMedium::Paper ? paperWidth : picture.size.width();
        html += headingHtml(picture.title)
                + QStringLiteral("<p class='quiet'>%1</p>\n"
                                 "<p><img src='%2' alt=\"%3\" width='%4'></p>\n")
                      .arg(picture.caption, sourceOf(picture, i, medium),
                           picture.description.toHtmlEscaped(), QString::number(width));
    }
    return html;
}

QString headHtml(const Frame &frame, const QDateTime &now)
{
    const QString layers = QString::fromStdString(formatLayers(frame.experiment.layers))
                               .replace(QLatin1Char(','), QStringLiteral(" – "));
    const QString title
        = Report::tr("A run of %1 on %2").arg(layers, dataTitle(frame.experiment.data));
    const QString origin
        = Report::tr("Nablascope %1, %2")
              .arg(QStringLiteral(NABLA_VERSION), QLocale().toString(now, QLocale::LongFormat));
    return QStringLiteral("<h1>%1</h1>\n").arg(title.toHtmlEscaped()) + quietParagraphHtml(origin);
}

} // namespace

QString pictureName(std::size_t index)
{
    return QStringLiteral("picture:%1").arg(index);
}

QString reportPage(const Frame &frame, const DoctorThresholds &thresholds,
                   const std::vector<ReportPicture> &pictures, ReportMedium medium,
                   const QDateTime &now)
{
    const bool isForBrowser = medium == ReportMedium::Browser;
    const QString head = headHtml(frame, now);
    QString page = QStringLiteral("<!DOCTYPE html>\n<html lang='%1'>\n<head><meta charset='utf-8'>"
                                  "<title>%2</title>\n<style>%3</style></head>\n<body>\n")
                       .arg(QLocale().bcp47Name(), Report::tr("Report of a run").toHtmlEscaped(),
                            QLatin1String(isForBrowser ? browserStyle : paperStyle));
    page += head + runSection(frame) + comparisonSection(frame.runs) + numbersSection(frame.history)
            + findingsSection(frame, thresholds) + onNewPage(picturesHtml(pictures, medium))
            + onNewPage(layersSection(frame.history) + marksSection(frame.history)
                        + setupSection(frame.experiment) + confusionSection(frame));
    return page + QStringLiteral("</body>\n</html>\n");
}

} // namespace nabla::ui
