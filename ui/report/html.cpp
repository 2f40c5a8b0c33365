// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/html.h"

namespace nabla::ui {

namespace {

QString cellHtml(const Cell &cell, bool isNumber)
{
    QString attributes = isNumber ? QStringLiteral(" class='number' align='right'") : QString();
    if (cell.background.isValid())
        attributes += QStringLiteral(" bgcolor='%1'").arg(cell.background.name());
    QString mark;
    if (cell.color.isValid())
        mark = QStringLiteral("<span style='color:%1'>■</span> ").arg(cell.color.name());
    const QString text = cell.text.toHtmlEscaped();
    return QStringLiteral("<td%1>%2%3</td>")
        .arg(attributes, mark, cell.isBold ? QStringLiteral("<b>%1</b>").arg(text) : text);
}

} // namespace

QString headingHtml(const QString &title)
{
    return QStringLiteral("<h2>%1</h2>\n").arg(title.toHtmlEscaped());
}

QString sectionHtml(const QString &title, const QString &html)
{
    return html.isEmpty() ? QString() : headingHtml(title) + html + QLatin1Char('\n');
}

QString onNewPage(QString html)
{
    const QLatin1String heading("<h2>");
    const qsizetype first = html.indexOf(heading);
    return first < 0 ? html
                     : html.replace(first, heading.size(), QLatin1String("<h2 class='page'>"));
}

QString paragraphHtml(const QString &text)
{
    return QStringLiteral("<p>%1</p>\n").arg(text.toHtmlEscaped());
}

QString quietParagraphHtml(const QString &text)
{
    return QStringLiteral("<p class='quiet'>%1</p>\n").arg(text.toHtmlEscaped());
}

QString factsHtml(const QList<Fact> &facts)
{
    QString rows;
    for (const Fact &fact : facts) {
        QString remark;
        if (!fact.remark.isEmpty())
            remark
                = QStringLiteral(" <span class='quiet'>%1</span>").arg(fact.remark.toHtmlEscaped());
        rows += QStringLiteral("<tr><td class='name' width='32%'>%1</td><td>%2%3</td></tr>\n")
                    .arg(fact.name.toHtmlEscaped(), fact.value.toHtmlEscaped(), remark);
    }
    if (rows.isEmpty())
        return {};
    return QStringLiteral("<table width='100%' cellspacing='0'>\n%1</table>\n").arg(rows);
}

QString numbersHtml(const QStringList &head, const QList<QList<Cell>> &rows)
{
    if (rows.isEmpty())
        return {};
    QString html = QStringLiteral("<table width='100%' cellspacing='0'>\n<tr>");
    for (qsizetype i = 0; i < head.size(); ++i)
        html += QStringLiteral("<th%1>%2</th>")
                    .arg(i > 0 ? QStringLiteral(" class='number' align='right'")
                               : QStringLiteral(" align='left'"),
                         head[i].toHtmlEscaped());
    html += QStringLiteral("</tr>\n");
    for (const QList<Cell> &row : rows) {
        html += QStringLiteral("<tr>");
        for (qsizetype i = 0; i < row.size(); ++i)
            html += cellHtml(row[i], i > 0);
        html += QStringLiteral("</tr>\n");
    }
    return html + QStringLiteral("</table>\n");
}

} // namespace nabla::ui
