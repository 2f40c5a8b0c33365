// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/setup_panel.h"

#include "ui/forms/experiment_form.h"
#include "ui/session/training_session.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace nabla::ui {

SetupPanel::SetupPanel(TrainingSession &session, QWidget *parent)
    : Panel(parent)
    , m_session(session)
    , m_form(new ExperimentForm(this))
{
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(m_form);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // The card behind paints the background.
    scroll->viewport()->setAutoFillBackground(false);
    m_form->setAutoFillBackground(false);
    scroll->setMinimumWidth(186);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);

    connect(m_form, &ExperimentForm::edited, &m_session, &TrainingSession::changeSetup);
    connect(m_form, &ExperimentForm::resetRequested, &m_session, &TrainingSession::reset);
    connect(&m_session, &TrainingSession::setupChanged, this, &SetupPanel::showSetup);
    connect(&m_session, &TrainingSession::runReset, this, &SetupPanel::showSetup);
    showSetup();
}

void SetupPanel::showFrame(const Frame &)
{
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
