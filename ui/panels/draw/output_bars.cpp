// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/draw/output_bars.h"

#include "ui/plots/number_text.h"
#include "ui/plots/scaled_font.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace nabla::ui {

namespace {

constexpr int rows = 10;
constexpr int smallestRow = 11;
constexpr double columnGap = 10.0;
constexpr double thickestBar = 10.0;

QFont fitted(const QFont &font, double height)
{
    const double natural = QFontMetricsF(font).height();
    return natural > height ? scaledFont(font, height / natural) : font;
}

} // namespace

OutputBars::OutputBars(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    describe();
}

void OutputBars::setReading(const std::optional<Reading> &reading)
{
    if (reading == m_reading)
        return;
    m_reading = reading;
    describe();
    update();
}

QSize OutputBars::sizeHint() const
{
    return {240, rows * (QFontMetrics(font()).height() + 1)};
}

QSize OutputBars::minimumSizeHint() const
{
    return {140, rows * smallestRow};
}

void OutputBars::describe()
{
    setAccessibleName(tr("The ten outputs"));
    setToolTip(tr("The ten outputs a of the network, one a digit. Each is between 0 and 1 by "
                  "itself; together they need not make 100 %."));
    QStringList lines;
    for (int digit = 0; m_reading && digit < rows; ++digit)
        lines << QLocale().toString(digit) + u' '
                     + percentText(m_reading->outputs[static_cast<std::size_t>(digit)], 0,
                                   QLocale());
    setAccessibleDescription(lines.join(u'\n'));
}

void OutputBars::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        describe();
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

void OutputBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double rowHeight = static_cast<double>(height()) / rows;
    painter.setFont(fitted(font(), rowHeight));
    for (int digit = 0; digit < rows; ++digit)
        drawRow(painter, digit, QRectF(0.0, digit * rowHeight, width(), rowHeight));
}

void OutputBars::drawRow(QPainter &painter, int digit, const QRectF &row) const
{
    const QFontMetricsF metrics(painter.font());
    const double nameWidth = metrics.horizontalAdvance(QLocale().toString(8));
    const double valueWidth = metrics.horizontalAdvance(percentText(1.0, 0, QLocale()));
    const bool isWinner = m_reading && m_reading->digit == digit;

    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, QLocale().toString(digit));

    const double thickness = std::min(thickestBar, 0.6 * row.height());
    QRectF bar(row.left() + nameWidth + columnGap, row.center().y() - thickness / 2.0, 0.0,
               thickness);
    bar.setRight(row.right() - valueWidth - columnGap);
    QColor track = palette().color(QPalette::Text);
    track.setAlphaF(0.12F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(track);
    painter.drawRoundedRect(bar, 2.0, 2.0);
    if (!m_reading)
        return;

    const double output = std::clamp(m_reading->outputs[static_cast<std::size_t>(digit)], 0.0, 1.0);
    QColor fill = palette().color(QPalette::Highlight);
    if (!isWinner)
        fill.setAlphaF(0.6F);
    bar.setWidth(output * bar.width());
    painter.setBrush(fill);
    painter.drawRoundedRect(bar, std::min(2.0, bar.width() / 2.0), 2.0);
    painter.setPen(palette().color(isWinner ? QPalette::Text : QPalette::PlaceholderText));
    painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, percentText(output, 0, QLocale()));
}

} // namespace nabla::ui
