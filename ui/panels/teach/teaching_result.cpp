// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/teach/teaching_result.h"

#include "ui/panels/teach/gain_strip.h"
#include "ui/plots/number_text.h"

#include <QBoxLayout>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>

#include <numeric>

namespace nabla::ui {

namespace {

constexpr int wideEms = 36;

int sum(const std::array<int, classCount> &numbers)
{
    return std::accumulate(numbers.begin(), numbers.end(), 0);
}

QString shareText(int right, int count)
{
    return percentText(static_cast<double>(right) / count, count < 1000 ? 0 : 2, QLocale());
}

} // namespace

int ReadingChange::count() const
{
    return sum(digits);
}

int ReadingChange::rightBefore() const
{
    return sum(before);
}

int ReadingChange::rightNow() const
{
    return sum(now);
}

TeachingResult::TeachingResult(QWidget *parent)
    : QWidget(parent)
    , m_strip(new GainStrip(this))
    , m_layout(new QBoxLayout(QBoxLayout::TopToBottom, this))
{
    auto *layout = new QGridLayout;
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->addLayout(layout, 2);
    m_layout->addWidget(m_strip, 3);
    layout->setHorizontalSpacing(10);
    layout->setVerticalSpacing(1);
    layout->setColumnStretch(0, 1);
    for (int head = 0; head < 2; ++head) {
        auto *label = new QLabel(this);
        label->setForegroundRole(QPalette::PlaceholderText);
        layout->addWidget(label, 0, head + 1, Qt::AlignRight);
        m_heads[static_cast<std::size_t>(head)] = label;
    }
    for (int line = 0; line < lines; ++line) {
        for (int column = 0; column < 3; ++column) {
            auto *label = new QLabel(this);
            layout->addWidget(label, line + 1, column,
                              column == 0 ? Qt::AlignLeft : Qt::AlignRight);
            m_cells[static_cast<std::size_t>(line)][static_cast<std::size_t>(column)] = label;
        }
    }
    describe();
}

void TeachingResult::setChange(const TeachingChange &change)
{
    if (change == m_change)
        return;
    m_change = change;
    describe();
}

void TeachingResult::describe()
{
    m_heads[0]->setText(tr("before"));
    m_heads[1]->setText(tr("now"));
    describeLine(0, tr("Yours that it trains on"),
                 tr("Reading these is no test: it has seen them."), m_change.taught);
    describeLine(1, tr("Yours that it never saw"),
                 tr("From ten digits on about a fifth is not trained on; and what you kept since "
                    "is new to it, too."),
                 m_change.keptOut);
    describeLine(2, tr("Test digits of the data"),
                 tr("What it could read before and may forget over yours. Some of this changes by "
                    "chance with every epoch."),
                 m_change.test);
    m_strip->setRows({GainRow{tr("yours"), m_change.taught, m_change.keptOut},
                      GainRow{tr("test"), m_change.test, {}}});
}

void TeachingResult::describeLine(int line, const QString &title, const QString &help,
                                  const ReadingChange &change)
{
    const auto &cells = m_cells[static_cast<std::size_t>(line)];
    const int count = change.count();
    cells[0]->setText(tr("%1 (%2)").arg(title, QLocale().toString(count)));
    cells[0]->setToolTip(help);
    cells[1]->setText(shareText(change.rightBefore(), count));
    cells[2]->setText(shareText(change.rightNow(), count));
    QFont bold = font();
    bold.setBold(true);
    cells[2]->setFont(bold);
    for (QLabel *cell : cells)
        cell->setVisible(count > 0);
}

void TeachingResult::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isWide = width() >= wideEms * fontMetrics().height();
    m_layout->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_layout->setSpacing(isWide ? 24 : 2);
}

QString TeachingResult::text() const
{
    QStringList all;
    for (const auto &cells : m_cells) {
        if (!cells[0]->isHidden())
            all << cells[0]->text() + u'\t' + cells[1]->text() + u'\t' + cells[2]->text();
    }
    return all.join(u'\n');
}

void TeachingResult::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        describe();
}

} // namespace nabla::ui
