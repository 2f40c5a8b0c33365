// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/draw/number_choices.h"

#include "ui/panels/flat_button.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace nabla::ui {

NumberChoices::NumberChoices(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_title);
    m_title->setForegroundRole(QPalette::PlaceholderText);
    for (std::size_t rank = 0; rank < mostReadings; ++rank) {
        auto *action = new QAction(this);
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, rank] { emit chosen(rank); });
        m_choices[rank] = {action, flatButton(action)};
        layout->addWidget(m_choices[rank].button);
    }
    layout->addStretch(1);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setMinimumHeight(m_choices.front().button->sizeHint().height()); // also without a choice
    retranslate();
}

void NumberChoices::setReadings(const std::vector<NumberReading> &readings, std::size_t chosen)
{
    m_count = readings.size() > 1 ? std::min(readings.size(), mostReadings) : 0;
    for (std::size_t rank = 0; rank < m_count; ++rank) {
        m_choices[rank].action->setText(QString::fromStdString(readings[rank].digits));
        m_choices[rank].action->setChecked(rank == chosen);
    }
    fit();
}

void NumberChoices::fit()
{
    const int gap = layout()->spacing();
    int room = width() - m_title->sizeHint().width();
    for (std::size_t rank = 0; rank < mostReadings; ++rank) {
        room -= gap + m_choices[rank].button->sizeHint().width();
        m_choices[rank].button->setVisible(rank < m_count && room >= 0);
    }
    m_title->setVisible(m_choices.front().button->isVisibleTo(this));
}

void NumberChoices::retranslate()
{
    m_title->setText(tr("Likeliest:"));
    for (const Choice &choice : m_choices)
        choice.action->setToolTip(
            tr("Look at this reading and its cuts; the readings stand in the order of their "
               "likelihood"));
    fit();
}

void NumberChoices::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange)
        fit();
    QWidget::changeEvent(event);
}

void NumberChoices::resizeEvent(QResizeEvent *event)
{
    fit();
    QWidget::resizeEvent(event);
}

} // namespace nabla::ui
