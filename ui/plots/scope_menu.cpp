// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/scope_menu.h"

#include "ui/plots/scope_axis.h"
#include "ui/plots/scope_export.h"
#include "ui/plots/scope_plot.h"

#include <qcustomplot.h>

#include <QActionGroup>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>

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

/// The file that a person named, with the ending of the kind that they chose.
QString askForFile(QWidget *parent, const QString &title, const QString &name,
                   const QStringList &kinds)
{
    QString kind;
    const QString path = QFileDialog::getSaveFileName(parent, title, name,
                                                      kinds.join(QStringLiteral(";;")), &kind);
    if (path.isEmpty() || !QFileInfo(path).suffix().isEmpty())
        return path;
    const qsizetype dot = kind.lastIndexOf(u'.');
    return dot < 0 ? path : path + kind.mid(dot).chopped(1);
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
    QMenu menu(&m_scope);
    ScopeAxis &axis = m_scope.axis();
    QAction *follow = menu.addAction(ScopePlot::tr("&Follow the run"), &axis, &ScopeAxis::follow);
    follow->setEnabled(!axis.isFollowing());
    addUnits(menu);
    menu.addSeparator();
    menu.addActions(m_extraActions);
    menu.addAction(m_logarithmic);
    addSmoothing(menu);
    menu.addSeparator();
    menu.addAction(ScopePlot::tr("&Copy image"), this, &ScopeMenu::copyImage);
    menu.addAction(ScopePlot::tr("Save &image…"), this, &ScopeMenu::askForImage);
    menu.addAction(ScopePlot::tr("Save &values…"), this, &ScopeMenu::askForValues);
    menu.exec(globalPosition);
}

void ScopeMenu::addUnits(QMenu &menu)
{
    menu.addSection(ScopePlot::tr("Across"));
    auto *group = new QActionGroup(&menu);
    ScopeAxis &axis = m_scope.axis();
    const auto add = [&](XUnit unit, const QString &text) {
        addChoice(menu, group, text, axis.unit() == unit, [&axis, unit] { axis.setUnit(unit); });
    };
    add(XUnit::Epochs, ScopePlot::tr("&Epochs"));
    add(XUnit::Steps, ScopePlot::tr("&Steps"));
    add(XUnit::Seconds, ScopePlot::tr("Se&conds of training"));
}

void ScopeMenu::addSmoothing(QMenu &menu)
{
    QMenu *smoothing = menu.addMenu(ScopePlot::tr("Smoot&hing"));
    auto *group = new QActionGroup(smoothing);
    const auto add = [&](Smoothing choice, const QString &text) {
        addChoice(*smoothing, group, text, m_scope.smoothing() == choice,
                  [this, choice] { m_scope.setSmoothing(choice); });
    };
    add(Smoothing::Off, ScopePlot::tr("&Off"));
    add(Smoothing::Light, ScopePlot::tr("&Light: mini-batches only"));
    add(Smoothing::Strong, ScopePlot::tr("&Strong: every curve"));
}

void ScopeMenu::copyImage()
{
    QGuiApplication::clipboard()->setPixmap(m_canvas.toPixmap());
}

void ScopeMenu::askForImage()
{
    const QString path = askForFile(
        &m_scope, ScopePlot::tr("Save the image of the scope"), m_fileStem + QStringLiteral(".png"),
        {ScopePlot::tr("PNG image (*.png)"), ScopePlot::tr("SVG drawing (*.svg)"),
         ScopePlot::tr("PDF document (*.pdf)")});
    if (!path.isEmpty())
        report(saveImage(path, m_canvas));
}

void ScopeMenu::askForValues()
{
    const QString path
        = askForFile(&m_scope, ScopePlot::tr("Save the values of the scope"),
                     m_fileStem + QStringLiteral(".csv"), {ScopePlot::tr("CSV table (*.csv)")});
    if (!path.isEmpty())
        report(writeFile(
            path, [&](QIODevice &device) { return writeCsv(device, m_scope.exportedRuns()); }));
}

void ScopeMenu::report(const QString &error)
{
    if (!error.isEmpty())
        QMessageBox::warning(&m_scope, ScopePlot::tr("The file was not saved"), error);
}

} // namespace nabla::ui
