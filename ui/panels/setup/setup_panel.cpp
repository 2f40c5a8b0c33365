// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/setup/setup_panel.h"

#include "ui/forms/experiment_form.h"
#include "ui/session/training_session.h"

#include <QEvent>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace nabla::ui {

SetupPanel::SetupPanel(TrainingSession &session, QWidget *parent)
    : Panel(parent)
    , m_session(session)
    , m_form(new ExperimentForm(this))
    , m_scroll(new QScrollArea(this))
{
    m_scroll->setWidget(m_form);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // The card behind paints the background.
    m_scroll->viewport()->setAutoFillBackground(false);
    m_form->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);

    m_form->installEventFilter(this);

    connect(m_form, &ExperimentForm::edited, &m_session, &TrainingSession::changeSetup);
    connect(m_form, &ExperimentForm::resetRequested, &m_session, &TrainingSession::reset);
    connect(&m_session, &TrainingSession::setupChanged, this, &SetupPanel::showSetup);
    connect(&m_session, &TrainingSession::runReset, this, &SetupPanel::showSetup);
    showSetup();
}

void SetupPanel::showFrame(const Frame &)
{
}

/// Rows that come and go must not stand out of sight at the right: there is no scroll bar there.
bool SetupPanel::eventFilter(QObject *watched, QEvent *event)
{
    constexpr int narrowest = 186;
    if (watched == m_form && event->type() == QEvent::LayoutRequest)
        m_scroll->setMinimumWidth(std::max(narrowest, m_form->minimumSizeHint().width()));
    return Panel::eventFilter(watched, event);
}

void SetupPanel::showSetup()
{
    m_form->showConfig(m_session.setup());
    m_form->setNeedsReset(m_session.needsReset());
}

Panel *createSetupPanel(TrainingSession &session, Selection &, QWidget *parent)
{
    return new SetupPanel(session, parent);
}

} // namespace nabla::ui
