// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_menu.h"

#include "ui/window/controls/window_actions.h"

#include <QActionGroup>
#include <QEvent>
#include <QMenu>

namespace nabla::ui {

MainMenu::MainMenu(const WindowActions &actions, const QList<QAction *> &panelFiles,
                   const std::vector<QAction *> &panels, QWidget *parent)
    : QMenuBar(parent)
    , m_file(addMenu(QString()))
    , m_run(addMenu(QString()))
    , m_pace(new QMenu(this))
    , m_view(addMenu(QString()))
    , m_theme(new QMenu(this))
    , m_language(new QMenu(this))
    , m_help(addMenu(QString()))
{
    m_file->addActions({actions.openFolder, actions.getMnist});
    m_file->addSeparator();
    m_file->addActions(panelFiles);
    m_file->addSeparator();
    m_file->addActions({actions.openExperiment, actions.saveExperiment});
    m_file->addSeparator();
    m_file->addActions({actions.openRun, actions.saveRun, actions.saveModel});
    m_file->addSeparator();
    m_file->addActions({actions.openRecord, actions.saveRecord});
    m_file->addSeparator();
    m_file->addAction(actions.exportReport);
    m_file->addSeparator();
    m_file->addAction(actions.quit);
    fillRun(actions);
    fillView(actions, panels);
    m_help->addActions({actions.help, actions.about});
    retranslate();
}

void MainMenu::fillRun(const WindowActions &actions)
{
    m_run->addActions(
        {actions.toggleTraining, actions.stepMiniBatch, actions.stepEpoch, actions.reset});
    m_run->addSeparator();
    m_run->addMenu(m_pace);
    m_pace->addActions({actions.slower, actions.faster});
    m_pace->addSeparator();
    m_pace->addActions({actions.watchPace, actions.flatOut});
}

void MainMenu::fillView(const WindowActions &actions, const std::vector<QAction *> &panels)
{
    for (QAction *panel : panels)
        m_view->addAction(panel);
    m_view->addSeparator();
    m_view->addActions({actions.lockPanels, actions.resetLayout});
    m_view->addSeparator();
    m_view->addMenu(m_theme);
    m_view->addMenu(m_language);
    m_theme->addActions(actions.themes->actions());
    m_language->addActions(actions.languages->actions());
}

void MainMenu::retranslate()
{
    m_file->setTitle(tr("&File"));
    m_run->setTitle(tr("&Run"));
    m_pace->setTitle(tr("Pace"));
    m_view->setTitle(tr("&View"));
    m_theme->setTitle(tr("Theme"));
    m_language->setTitle(tr("Language"));
    m_help->setTitle(tr("&Help"));
}

void MainMenu::changeEvent(QEvent *event)
{
    QMenuBar::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace nabla::ui
