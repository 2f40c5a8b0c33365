// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/message_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

namespace nabla::ui {

namespace {

constexpr int progressSteps = 1000;

} // namespace

MessageBar::MessageBar(Tone tone, QWidget *parent)
    : QWidget(parent)
    , m_tone(tone)
    , m_text(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_action(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress->setRange(0, progressSteps);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(180, 6);
    m_progress->hide();
    m_action->setAutoDefault(true);
    m_action->hide();
    m_close->setText(QStringLiteral("✕"));
    m_close->setAutoRaise(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 3, 8, 3);
    layout->setSpacing(12);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_progress);
    layout->addWidget(m_action);
    layout->addWidget(m_close);
    connect(m_action, &QPushButton::clicked, this, &MessageBar::actionTriggered);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismissed);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    retranslate();
}

void MessageBar::setText(const QString &text)
{
    m_text->setText(text);
    setAccessibleName(text);
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::setActionText(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void MessageBar::setProgress(double fraction)
{
    m_progress->setVisible(fraction >= 0.0);
    m_progress->setValue(qRound(progressSteps * fraction));
}

void MessageBar::setDismissible(bool isDismissible)
{
    m_close->setVisible(isDismissible);
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Midlight));
    painter.fillRect(0, height() - 1, width(), 1, palette().color(QPalette::Mid));
    const auto mark = m_tone == Tone::Problem ? QPalette::BrightText : QPalette::Highlight;
    painter.fillRect(0, 0, 3, height(), palette().color(mark));
}

void MessageBar::retranslate()
{
    m_close->setToolTip(tr("Dismiss"));
    m_close->setAccessibleName(tr("Dismiss"));
}

void MessageBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace nabla::ui
