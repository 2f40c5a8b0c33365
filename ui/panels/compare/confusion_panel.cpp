// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/compare/confusion_panel.h"

#include "ui/panels/compare/confusion_table.h"

#include <QEvent>
#include <QLocale>
#include <QVBoxLayout>

namespace nabla::ui {

ConfusionPanel::ConfusionPanel(QWidget *parent)
    : Panel(parent)
    , m_table(new ConfusionTable(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table);
}

void ConfusionPanel::showFrame(const Frame &frame)
{
    const bool isKnown = frame.evaluation && frame.evaluation->confusion;
    const std::optional<int> epoch
        = isKnown
              ? std::optional(static_cast<int>(frame.history.epochAt(frame.evaluation->step) + 0.5))
              : std::nullopt;
    m_table->setConfusion(isKnown ? frame.evaluation->confusion : nullptr);
    if (epoch == m_epoch)
        return;
    m_epoch = epoch;
    emit subtitleChanged();
}

QString ConfusionPanel::subtitle() const
{
    return m_epoch ? tr("validation, epoch %1").arg(QLocale().toString(*m_epoch)) : QString();
}

void ConfusionPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        emit subtitleChanged();
    Panel::changeEvent(event);
}

Panel *createConfusionPanel(TrainingSession &, Selection &, QWidget *parent)
{
    return new ConfusionPanel(parent);
}

} // namespace nabla::ui
