// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/setup/setup_panel.h"

#include "ui/forms/experiment_form.h"
#include "ui/session/next_run.h"
#include "ui/session/run_set.h"
#include "ui/session/training_session.h"

#include <QEvent>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace nabla::ui {

SetupPanel::SetupPanel(NextRun &next, const RunSet &runs, QWidget *parent)
    : Panel(parent)
    , m_next(next)
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

    connect(m_form, &ExperimentForm::edited, &m_next, &NextRun::changeSetup);
    connect(m_form, &ExperimentForm::resetRequested, &m_next, &NextRun::start);
    connect(&m_next, &NextRun::setupChanged, this, &SetupPanel::showSetup);
    connect(&runs, &RunSet::shownChanged, this, &SetupPanel::showSetup);
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
    m_form->showConfig(m_next.setup());
    m_form->setNeedsReset(m_next.needsReset());
}

Panel *createSetupPanel(TrainingSession &session, Selection &, QWidget *parent)
{
    return new SetupPanel(session.nextRun(), session.runs(), parent);
}

} // namespace nabla::ui
