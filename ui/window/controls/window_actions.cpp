// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/controls/window_actions.h"

#include "ui/settings/language.h"
#include "ui/settings/theme.h"

#include <QAction>
#include <QActionGroup>
#include <QKeySequence>

namespace nabla::ui {

WindowActions::WindowActions(QObject *parent)
    : QObject(parent)
    , openFolder(new QAction(this))
    , getMnist(new QAction(this))
    , openExperiment(new QAction(this))
    , saveExperiment(new QAction(this))
    , openRun(new QAction(this))
    , saveRun(new QAction(this))
    , openRecord(new QAction(this))
    , saveRecord(new QAction(this))
    , saveModel(new QAction(this))
    , exportReport(new QAction(this))
    , quit(new QAction(this))
    , toggleTraining(new QAction(this))
    , stepMiniBatch(new QAction(this))
    , stepEpoch(new QAction(this))
    , reset(new QAction(this))
    , slower(new QAction(this))
    , faster(new QAction(this))
    , watchPace(new QAction(this))
    , flatOut(new QAction(this))
    , resetLayout(new QAction(this))
    , lockPanels(new QAction(this))
    , help(new QAction(this))
    , about(new QAction(this))
    , themes(new QActionGroup(this))
    , languages(new QActionGroup(this))
{
    lockPanels->setCheckable(true);
    assignKeys();
    fillGroups();
    retranslate();
}

void WindowActions::assignKeys()
{
    openFolder->setShortcut(QKeySequence::Open);
    saveModel->setShortcut(QKeySequence::Save);
    exportReport->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    quit->setMenuRole(QAction::QuitRole);
    about->setMenuRole(QAction::AboutRole);
    help->setShortcut(QKeySequence(Qt::Key_F1));
    reset->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_R));
    stepMiniBatch->setShortcut(QKeySequence(Qt::Key_Period));
    stepEpoch->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_Right));
    slower->setShortcut(QKeySequence(Qt::Key_BracketLeft));
    faster->setShortcut(QKeySequence(Qt::Key_BracketRight));
    // A key of the whole application is taken before a focused button sees it; a text field still
    // claims it for typing.
    toggleTraining->setShortcut(QKeySequence(Qt::Key_Space));
    toggleTraining->setShortcutContext(Qt::ApplicationShortcut);
    toggleTraining->setAutoRepeat(false);
    stepEpoch->setAutoRepeat(false);
}

void WindowActions::fillGroups()
{
    for (const ThemeChoice choice : {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark}) {
        QAction *action = themes->addAction(QString());
        action->setCheckable(true);
        action->setData(toText(choice));
    }
    for (const LanguageEntry &entry : nabla::ui::languages()) {
        QAction *action = languages->addAction(QString::fromUtf8(entry.name));
        action->setCheckable(true);
        action->setData(QString::fromLatin1(entry.id));
    }
}

void WindowActions::setTraining(bool isTraining)
{
    m_isTraining = isTraining;
    retranslateRun();
}

void WindowActions::retranslate()
{
    openFolder->setText(tr("Open data folder…"));
    openFolder->setToolTip(tr("Learn from a folder of four IDX files"));
    getMnist->setText(tr("Get MNIST (11 MB)…"));
    getMnist->setToolTip(tr("Download 70,000 handwritten digits"));
    openExperiment->setText(tr("Open experiment…"));
    openExperiment->setToolTip(tr("Take the setup from a JSON file"));
    saveExperiment->setText(tr("Save experiment…"));
    saveExperiment->setToolTip(tr("Write the setup to a JSON file, for others or for nabla"));
    openRun->setText(tr("Open run…"));
    openRun->setToolTip(tr("Go on with a run that was saved, as if it had never stopped"));
    openRecord->setText(tr("Compare with record…"));
    openRecord->setToolTip(tr("Set the curves of a run from before beside the shown one"));
    saveRecord->setText(tr("Save record…"));
    saveRecord->setToolTip(tr("Write all that was measured, to compare other runs with it later"));
    saveRun->setText(tr("Save run…"));
    saveRun->setToolTip(
        tr("Write everything that the run needs to go on from here, to the same bits"));
    saveModel->setText(tr("Save model…"));
    saveModel->setToolTip(tr("Write the network as it is now to a safetensors file"));
    exportReport->setText(tr("Export report…"));
    exportReport->setToolTip(tr("Write setup, scopes and numbers of the run to a page or a PDF"));
    quit->setText(tr("Quit"));
    resetLayout->setText(tr("Reset layout"));
    lockPanels->setText(tr("Lock panels"));
    help->setText(tr("The first minute, and the keys"));
    about->setText(tr("About Nablascope"));
    const QList<QAction *> choices = themes->actions();
    choices[0]->setText(tr("Follow the desktop"));
    choices[1]->setText(tr("Light"));
    choices[2]->setText(tr("Dark"));
    retranslateRun();
}

void WindowActions::retranslateRun()
{
    toggleTraining->setText(m_isTraining ? tr("Pause") : tr("Train"));
    stepMiniBatch->setText(tr("Step one mini-batch"));
    stepMiniBatch->setToolTip(tr("Train on one mini-batch, then rest"));
    stepEpoch->setText(tr("Step one epoch"));
    stepEpoch->setToolTip(tr("Train to the end of the epoch, then rest"));
    reset->setText(tr("Reset"));
    reset->setToolTip(tr("Begin again from the setup; the same seed gives the same weights"));
    slower->setText(tr("Slower"));
    faster->setText(tr("Faster"));
    watchPace->setText(tr("Watch: an epoch in about 15 seconds"));
    flatOut->setText(tr("Flat out"));
}

} // namespace nabla::ui
