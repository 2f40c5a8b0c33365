// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/scope/scope_menu.h"

#include "ui/plots/scope/plot_menu.h"
#include "ui/plots/scope/scope_axis.h"
#include "ui/plots/scope/scope_export.h"
#include "ui/plots/scope/scope_plot.h"

#include <qcustomplot.h>

#include <QActionGroup>
#include <QMenu>

namespace nabla::ui {

namespace {

/// One of several that exclude each other.
template <class Choose>
void addChoice(QMenu &menu, QActionGroup *group, const QString &text, bool isChosen, Choose choose)
{
    QAction *action = menu.addAction(text);
    action->setCheckable(true);
    action->setChecked(isChosen);
    group->addAction(action);
    QObject::connect(action, &QAction::triggered, group, choose);
}

} // namespace

ScopeMenu::ScopeMenu(ScopePlot &scope, QCustomPlot &canvas)
    : QObject(&scope)
    , m_scope(scope)
    , m_canvas(canvas)
    , m_logarithmic(new QAction(this))
{
    m_logarithmic->setCheckable(true);
    connect(m_logarithmic, &QAction::toggled, &scope, &ScopePlot::setLogarithmic);
    restyle();
}

void ScopeMenu::setExtraActions(const QList<QAction *> &actions)
{
    m_extraActions = actions;
}

void ScopeMenu::setFileStem(const QString &stem)
{
    m_fileStem = stem;
}

void ScopeMenu::restyle()
{
    m_logarithmic->setText(ScopePlot::tr("&Logarithmic axis"));
    m_logarithmic->setChecked(isLogarithmic(m_scope.scale()));
}

void ScopeMenu::popup(const QPoint &globalPosition)
{
    QMenu smoothing(ScopePlot::tr("Smoot&hing"));
    fillSmoothing(smoothing);
    const PlotContent content{
        m_canvas, m_fileStem,
        [this](QIODevice &device) { return writeCsv(device, m_scope.exportedRuns()); },
        m_extraActions + QList<QAction *>{m_logarithmic, smoothing.menuAction()}};
    execPlotMenu(m_scope, m_scope.axis(), content, globalPosition);
}

void ScopeMenu::fillSmoothing(QMenu &menu)
{
    auto *group = new QActionGroup(&menu);
    const auto add = [&](Smoothing choice, const QString &text) {
        addChoice(menu, group, text, m_scope.smoothing() == choice,
                  [this, choice] { m_scope.setSmoothing(choice); });
    };
    add(Smoothing::Off, ScopePlot::tr("&Off"));
    add(Smoothing::Light, ScopePlot::tr("&Light: mini-batches only"));
    add(Smoothing::Strong, ScopePlot::tr("&Strong: every curve"));
}

} // namespace nabla::ui
