// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/compare/confusion_table.h"

#include "core/measure/evaluator.h"
#include "ui/plots/number_text.h"
#include "ui/plots/scaled_font.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace nabla::ui {

namespace {

constexpr int digits = classCount;
constexpr int lines = digits + 2; ///< the answers' names above, the precisions below
constexpr double smallestFont = 6.0;
constexpr double gap = 6.0; ///< between the names, the counts and the shares
constexpr double margin = 2.0; ///< in a cell, beside its count
/// A tenth of a digit's images taken for one other is as bad as the colour can say.
constexpr double worstShare = 0.1;

int imagesOf(const Confusion &confusion, std::size_t digit)
{
    return std::accumulate(confusion[digit].begin(), confusion[digit].end(), 0);
}

QFont resized(const QFont &font, double scale)
{
    const double size = font.pointSizeF() > 0.0 ? font.pointSizeF() : font.pixelSize();
    return scaledFont(font, std::max(scale, smallestFont / size));
}

double nameWidth(const QFontMetricsF &metrics)
{
    return metrics.horizontalAdvance(QLocale().toString(8)) + gap;
}

/// A count of the largest sets: 1,135 of MNIST's test digits are ones.
double countWidth(const QFontMetricsF &metrics)
{
    return metrics.horizontalAdvance(QStringLiteral("8888")) + 2.0 * margin;
}

} // namespace

QRectF ConfusionTable::Grid::cell(int row, int column) const
{
    return {left + column * cellWidth, top + row * cellHeight, cellWidth, cellHeight};
}

ConfusionTable::ConfusionTable(QWidget *parent)
    : QWidget(parent)
{
    describe();
}

void ConfusionTable::setConfusion(std::shared_ptr<const Confusion> confusion)
{
    if (confusion == m_confusion)
        return;
    m_confusion = std::move(confusion);
    describe();
    update();
}

QSize ConfusionTable::sizeHint() const
{
    return sizeFor(font());
}

QSize ConfusionTable::minimumSizeHint() const
{
    return sizeFor(resized(font(), 0.0));
}

QSize ConfusionTable::sizeFor(const QFont &font) const
{
    const QFontMetricsF metrics(font);
    return {static_cast<int>(
                std::ceil(nameWidth(metrics) + digits * countWidth(metrics) + shareWidth(metrics))),
            static_cast<int>(std::ceil(lines * metrics.height()))};
}

/// The column of recalls, with its name.
double ConfusionTable::shareWidth(const QFontMetricsF &metrics) const
{
    return std::max(metrics.horizontalAdvance(tr("found")), metrics.horizontalAdvance(tr("right")))
           + gap;
}

QFont ConfusionTable::cellFont() const
{
    // Gaps do not shrink with the font: a step smaller until it fits.
    QFont fitted = font();
    for (double scale = 0.95; scale > 0.3; scale -= 0.05) {
        const QSize needed = sizeFor(fitted);
        if (needed.width() <= width() && needed.height() <= height())
            break;
        fitted = resized(font(), scale);
    }
    return fitted;
}

ConfusionTable::Grid ConfusionTable::grid() const
{
    const QFontMetricsF metrics(cellFont());
    Grid grid;
    grid.left = nameWidth(metrics);
    grid.shareWidth = shareWidth(metrics);
    grid.cellHeight = static_cast<double>(height()) / lines;
    grid.top = grid.cellHeight;
    grid.cellWidth = std::max(1.0, (width() - grid.left - grid.shareWidth) / digits);
    return grid;
}

void ConfusionTable::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(cellFont());
    const Grid cells = grid();
    drawHeads(painter, cells);
    if (!m_confusion)
        return;
    drawCounts(painter, cells);
    drawShares(painter, cells);
}

void ConfusionTable::drawHeads(QPainter &painter, const Grid &grid) const
{
    painter.setPen(palette().color(QPalette::PlaceholderText));
    for (int digit = 0; digit < digits; ++digit) {
        const QString name = QLocale().toString(digit);
        QRectF row = grid.cell(digit, 0);
        row.setLeft(0.0);
        row.setRight(grid.left - gap);
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, name);
        painter.drawText(grid.cell(-1, digit).adjusted(0, 0, -margin, 0),
                         Qt::AlignRight | Qt::AlignVCenter, name);
    }
    painter.drawText(QRectF(grid.cell(-1, digits).left(), 0.0, grid.shareWidth, grid.cellHeight),
                     Qt::AlignRight | Qt::AlignVCenter, tr("found"));
}

void ConfusionTable::drawCounts(QPainter &painter, const Grid &grid) const
{
    for (int truth = 0; truth < digits; ++truth) {
        const auto row = static_cast<std::size_t>(truth);
        const int images = imagesOf(*m_confusion, row);
        for (int answer = 0; answer < digits; ++answer) {
            const int count = (*m_confusion)[row][static_cast<std::size_t>(answer)];
            const QRectF cell = grid.cell(truth, answer);
            const bool isRight = truth == answer;
            if (!isRight && count > 0) {
                QColor tint = palette().color(QPalette::BrightText);
                const double share = static_cast<double>(count) / images / worstShare;
                tint.setAlphaF(static_cast<float>(0.06 + 0.5 * std::sqrt(std::min(1.0, share))));
                painter.fillRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), tint);
            } else if (isRight) {
                painter.fillRect(cell.adjusted(0.5, 0.5, -0.5, -0.5),
                                 palette().color(QPalette::AlternateBase));
            }
            painter.setPen(palette().color(count > 0 ? QPalette::Text : QPalette::PlaceholderText));
            painter.drawText(cell.adjusted(0, 0, -margin, 0), Qt::AlignRight | Qt::AlignVCenter,
                             count > 0 ? QString::number(count) : QStringLiteral("·"));
        }
    }
}

void ConfusionTable::drawShares(QPainter &painter, const Grid &grid) const
{
    const auto readings = classReadings(*m_confusion);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    for (int digit = 0; digit < digits; ++digit) {
        const ClassReading &reading = readings[static_cast<std::size_t>(digit)];
        QRectF found = grid.cell(digit, digits);
        found.setWidth(grid.shareWidth);
        // Whole per cents: a cell has no room for more.
        painter.drawText(found, Qt::AlignRight | Qt::AlignVCenter,
                         percentText(reading.recall, 0, QLocale()));
        painter.drawText(grid.cell(digits, digit).adjusted(0, 0, -margin, 0),
                         Qt::AlignRight | Qt::AlignVCenter,
                         percentText(reading.precision, 0, QLocale()));
    }
    painter.drawText(QRectF(grid.cell(digits, digits).left(), grid.cell(digits, 0).top(),
                            grid.shareWidth, grid.cellHeight),
                     Qt::AlignRight | Qt::AlignVCenter, tr("right"));
}

QString ConfusionTable::sentenceAt(const QPointF &position) const
{
    const Grid cells = grid();
    const int truth = static_cast<int>(std::floor((position.y() - cells.top) / cells.cellHeight));
    const int answer = static_cast<int>(std::floor((position.x() - cells.left) / cells.cellWidth));
    if (!m_confusion || truth < 0 || truth >= digits || answer < 0 || answer >= digits)
        return {};
    const auto row = static_cast<std::size_t>(truth);
    const int count = (*m_confusion)[row][static_cast<std::size_t>(answer)];
    return tr("%1 of %2 images of the digit %3 were read as %4")
        .arg(QLocale().toString(count), QLocale().toString(imagesOf(*m_confusion, row)))
        .arg(truth)
        .arg(answer);
}

QString ConfusionTable::text() const
{
    if (!m_confusion)
        return {};
    QStringList rows{QStringLiteral("digit")};
    for (int digit = 0; digit < digits; ++digit)
        rows[0] += QStringLiteral("\t%1").arg(digit);
    for (int digit = 0; digit < digits; ++digit) {
        rows << QString::number(digit);
        for (const int count : (*m_confusion)[static_cast<std::size_t>(digit)])
            rows.back() += QStringLiteral("\t%1").arg(count);
    }
    return rows.join(u'\n') + u'\n';
}

bool ConfusionTable::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), sentenceAt(help->pos()), this);
    return true;
}

void ConfusionTable::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu;
    QAction *copy = menu.addAction(tr("Copy as a table"));
    copy->setEnabled(m_confusion != nullptr);
    if (menu.exec(event->globalPos()) == copy)
        QApplication::clipboard()->setText(text());
}

void ConfusionTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        describe();
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

void ConfusionTable::describe()
{
    setAccessibleName(tr("Confusion matrix: rows are the true digits, columns the answers"));
    setAccessibleDescription(text());
}

} // namespace nabla::ui
