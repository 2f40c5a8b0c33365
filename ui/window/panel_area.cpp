// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/panel_area.h"

#include "ui/panels/catalog/panel_catalog.h"
#include "ui/panels/panel.h"
#include "ui/session/run_set.h"
#include "ui/session/training_session.h"
#include "ui/window/panel_dock.h"

#include <QAction>
#include <QEvent>
#include <QMenu>

#include <algorithm>
#include <utility>

namespace nabla::ui {

PanelArea::PanelArea(TrainingSession &session, Selection &selection, QWidget *parent)
    : QMainWindow(parent, Qt::Widget)
    , m_session(session)
{
    setDockNestingEnabled(true);
    setAnimated(false);
    for (const PanelEntry &entry : panelCatalog())
        addPanel(entry, selection);
    arrange();
    retranslate();
    connect(&m_session, &TrainingSession::frameReady, this, &PanelArea::showFrame);
    connect(&m_session.runs(), &RunSet::changed, this, &PanelArea::bringComparison);
}

void PanelArea::addPanel(const PanelEntry &entry, Selection &selection)
{
    auto *dock = new PanelDock(entry, entry.create(m_session, selection, nullptr), this);
    auto *action = new QAction(this);
    action->setCheckable(true);
    // The dock's own toggle action is disabled while the panels are locked.
    connect(action, &QAction::triggered, dock, [dock](bool isWanted) {
        dock->setVisible(isWanted);
        dock->raise(); // it may share its place with another one
    });
    connect(dock->toggleViewAction(), &QAction::toggled, action, &QAction::setChecked);
    connect(dock, &PanelDock::shown, this, [this, dock] { showFrameIn(*dock); });
    connect(&dock->panel(), &Panel::frameWanted, this, [this, dock] {
        if (dock->isShown())
            showFrameIn(*dock);
    });
    connect(&dock->panel(), &Panel::panelWanted, this, [this](const char *id) {
        bring(id);
        this->dock(id)->pointOut();
    });
    m_docks.push_back(dock);
    m_actions.push_back(action);
}

PanelDock *PanelArea::dock(const char *id) const
{
    for (PanelDock *dock : m_docks) {
        if (dock->objectName() == QLatin1String(id))
            return dock;
    }
    return nullptr;
}

void PanelArea::arrange()
{
    for (PanelDock *dock : m_docks) {
        removeDockWidget(dock);
        dock->setFloating(false);
    }
    addDockWidget(Qt::LeftDockWidgetArea, dock("setup"));
    splitDockWidget(dock("setup"), dock("cost"), Qt::Horizontal);
    splitDockWidget(dock("cost"), dock("draw"), Qt::Horizontal);
    splitDockWidget(dock("cost"), dock("accuracy"), Qt::Vertical);
    splitDockWidget(dock("accuracy"), dock("learning-speed"), Qt::Vertical);
    splitDockWidget(dock("draw"), dock("network"), Qt::Vertical);
    splitDockWidget(dock("learning-speed"), dock("confusion"), Qt::Horizontal);
    tabifyDockWidget(dock("network"), dock("compare"));
    // In the place of the learning speed, which is high enough for them also in a small window.
    tabifyDockWidget(dock("learning-speed"), dock("strip"));
    tabifyDockWidget(dock("strip"), dock("histograms"));
    tabifyDockWidget(dock("histograms"), dock("preparation"));
    tabifyDockWidget(dock("preparation"), dock("my-digits"));
    tabifyDockWidget(dock("my-digits"), dock("reading"));
    tabifyDockWidget(dock("reading"), dock("number"));
    tabifyDockWidget(dock("confusion"), dock("doctor"));
    // A panel of a later day, that nothing is said about here, goes below the last one.
    for (PanelDock *panel : m_docks) {
        if (dockWidgetArea(panel) == Qt::NoDockWidgetArea)
            addDockWidget(Qt::RightDockWidgetArea, panel);
        panel->setVisible(panel->entry().isShownAtFirst);
    }
    m_isDefault = true;
    if (isVisible())
        distribute();
}

void PanelArea::distribute()
{
    constexpr int setupWidth = 210;
    const int drawWidth = std::clamp(width() / 4, 270, 420);
    const int scopeWidth = width() - setupWidth - drawWidth;
    resizeDocks({dock("setup"), dock("cost"), dock("draw")}, {setupWidth, scopeWidth, drawWidth},
                Qt::Horizontal);
    resizeDocks({dock("cost"), dock("accuracy"), dock("learning-speed")}, {150, 150, 364},
                Qt::Vertical);
    resizeDocks({dock("draw"), dock("network")}, {404, 268}, Qt::Vertical);
}

QByteArray PanelArea::layoutState() const
{
    return saveState();
}

bool PanelArea::restoreLayout(const QByteArray &state)
{
    if (state.isEmpty() || !restoreState(state))
        return false;
    m_isDefault = false;
    return true;
}

void PanelArea::setLocked(bool isLocked)
{
    for (PanelDock *dock : m_docks)
        dock->setLocked(isLocked);
}

QList<QAction *> PanelArea::fileActions() const
{
    QList<QAction *> actions;
    for (const PanelDock *dock : m_docks)
        actions += dock->panel().fileActions();
    return actions;
}

bool PanelArea::offerDrop(const QMimeData &dropped)
{
    std::vector<PanelDock *> docks = m_docks;
    std::ranges::stable_partition(docks, &PanelDock::isShown);
    return std::ranges::any_of(docks,
                               [&](PanelDock *dock) { return dock->panel().takeDrop(dropped); });
}

void PanelArea::showFrame(const Frame &frame)
{
    for (PanelDock *dock : m_docks) {
        if (dock->isShown())
            dock->panel().showFrame(frame);
    }
}

/// The table comes by itself with the second run.
void PanelArea::bringComparison()
{
    const std::size_t runs = m_session.frame().runs.size();
    const std::size_t before = std::exchange(m_comparedRuns, runs);
    if (before > 1 || runs <= 1)
        return;
    bring("compare");
}

void PanelArea::bring(const char *id)
{
    PanelDock *const wanted = dock(id);
    wanted->show();
    wanted->raise(); // it may share its place with another one
}

void PanelArea::showFrameIn(PanelDock &dock)
{
    dock.panel().showFrame(m_session.frame());
}

void PanelArea::retranslate()
{
    for (std::size_t i = 0; i < m_docks.size(); ++i)
        m_actions[i]->setText(panelTitle(m_docks[i]->entry()));
}

void PanelArea::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PanelArea::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    // Only now the window has its size.
    if (m_isDefault)
        distribute();
    m_isDefault = false;
}

QMenu *PanelArea::createPopupMenu()
{
    auto *menu = new QMenu(this);
    for (QAction *action : m_actions)
        menu->addAction(action);
    return menu;
}

} // namespace nabla::ui
