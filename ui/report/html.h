// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QString>
#include <QStringList>

// Pieces of a report's page: HTML that a browser and QTextDocument show alike. What is called html
// is written as it is, every other text is escaped.

namespace nabla::ui {

[[nodiscard]] QString headingHtml(const QString &title);
/// A heading and what stands under it; nothing where that is empty.
[[nodiscard]] QString sectionHtml(const QString &title, const QString &html);
/// On paper its first heading begins a page.
[[nodiscard]] QString onNewPage(QString html);
[[nodiscard]] QString paragraphHtml(const QString &text);
[[nodiscard]] QString quietParagraphHtml(const QString &text);

/// A name and what it is, a row each; empty without rows.
struct Fact
{
    QString name;
    QString value;
    QString remark = {}; ///< in the secondary colour behind it
};
[[nodiscard]] QString factsHtml(const QList<Fact> &facts);

struct Cell
{
    QString text;
    QColor color = {}; ///< of a mark before the text; invalid: none
    QColor background = {}; ///< invalid: none
    bool isBold = false;
};
/// The first column names, the others are numbers, right-aligned; empty without rows.
[[nodiscard]] QString numbersHtml(const QStringList &head, const QList<QList<Cell>> &rows);

} // namespace nabla::ui
