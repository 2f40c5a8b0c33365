// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/teach/gain_strip.h"

#include <QFontMetrics>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace nabla::ui {

namespace {

QString gainText(int gain)
{
    if (gain == 0)
        return QStringLiteral("·");
    const QString number = QLocale().toString(std::abs(gain));
    return (gain > 0 ? QStringLiteral("+") : QStringLiteral("−")) + number;
}

} // namespace

int GainRow::gain(int label) const
{
    const auto i = static_cast<std::size_t>(label);
    return first.now[i] - first.before[i] + second.now[i] - second.before[i];
}

GainStrip::GainStrip(QWidget *parent)
    : QWidget(parent)
{
}

void GainStrip::setRows(std::vector<GainRow> rows)
{
    setAccessibleName(tr("Label by label: read right now, against before"));
    if (rows == m_rows)
        return;
    m_rows = std::move(rows);
    QStringList said;
    for (const GainRow &row : m_rows) {
        for (int label = 0; label < classCount; ++label)
            said << row.title + u' ' + QLocale().toString(label) + u' ' + gainText(row.gain(label));
    }
    setAccessibleDescription(said.join(QStringLiteral(", ")));
    update();
}

int GainStrip::lineHeight() const
{
    return QFontMetrics(font()).height() + 2;
}

int GainStrip::titleWidth() const
{
    int width = 0;
    for (const GainRow &row : m_rows)
        width = std::max(width, QFontMetrics(font()).horizontalAdvance(row.title));
    return width + 4;
}

QSize GainStrip::sizeHint() const
{
    return {240, 3 * lineHeight()};
}

QRect GainStrip::cell(int line, int label) const
{
    const int start = titleWidth();
    const int left = start + label * (width() - start) / classCount;
    const int right = start + (label + 1) * (width() - start) / classCount;
    return {left, line * lineHeight(), right - left, lineHeight()};
}

void GainStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    for (int label = 0; label < classCount; ++label)
        painter.drawText(cell(0, label), Qt::AlignRight | Qt::AlignVCenter,
                         QLocale().toString(label));
    for (int line = 0; line < static_cast<int>(m_rows.size()); ++line) {
        const GainRow &row = m_rows[static_cast<std::size_t>(line)];
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(QRect(0, (line + 1) * lineHeight(), titleWidth(), lineHeight()),
                         Qt::AlignLeft | Qt::AlignVCenter, row.title);
        for (int label = 0; label < classCount; ++label) {
            const int gain = row.gain(label);
            const QPalette::ColorRole role = gain < 0   ? QPalette::BrightText
                                             : gain > 0 ? QPalette::Text
                                                        : QPalette::PlaceholderText;
            painter.setPen(palette().color(role));
            painter.drawText(cell(line + 1, label), Qt::AlignRight | Qt::AlignVCenter,
                             gainText(gain));
        }
    }
}

QString GainStrip::tip(const QPoint &position) const
{
    for (int line = 0; line < static_cast<int>(m_rows.size()); ++line) {
        const GainRow &row = m_rows[static_cast<std::size_t>(line)];
        for (int label = 0; label < classCount; ++label) {
            if (!cell(line + 1, label).contains(position))
                continue;
            const auto i = static_cast<std::size_t>(label);
            const QLocale locale;
            return tr("%1, label %2: %3 of %4 read right before, %5 now")
                .arg(row.title, locale.toString(label),
                     locale.toString(row.first.before[i] + row.second.before[i]),
                     locale.toString(row.first.digits[i] + row.second.digits[i]),
                     locale.toString(row.first.now[i] + row.second.now[i]));
        }
    }
    return {};
}

bool GainStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), tip(help->pos()), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace nabla::ui
