// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/scope/plot_menu.h"

#include "ui/plots/scope/scope_axis.h"
#include "ui/plots/scope/scope_export.h"

#include <qcustomplot.h>

#include <QActionGroup>
#include <QClipboard>
#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>

namespace nabla::ui {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("ScopePlot", source);
}

void addUnits(QMenu &menu, ScopeAxis &axis)
{
    menu.addSection(text(QT_TRANSLATE_NOOP("ScopePlot", "Across")));
    auto *group = new QActionGroup(&menu);
    const auto add = [&](XUnit unit, const char *name) {
        QAction *action = menu.addAction(text(name));
        action->setCheckable(true);
        action->setChecked(axis.unit() == unit);
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, &axis, [&axis, unit] { axis.setUnit(unit); });
    };
    add(XUnit::Epochs, QT_TRANSLATE_NOOP("ScopePlot", "&Epochs"));
    add(XUnit::Steps, QT_TRANSLATE_NOOP("ScopePlot", "&Steps"));
    add(XUnit::Seconds, QT_TRANSLATE_NOOP("ScopePlot", "Se&conds of training"));
}

void report(QWidget &parent, const QString &error)
{
    if (!error.isEmpty())
        QMessageBox::warning(&parent,
                             text(QT_TRANSLATE_NOOP("ScopePlot", "The file was not saved")), error);
}

/// The file that a person named, with the ending of the kind that they chose.
QString askForFile(QWidget &parent, const QString &title, const QString &name,
                   const QStringList &kinds)
{
    QString kind;
    const QString path = QFileDialog::getSaveFileName(&parent, title, name,
                                                      kinds.join(QStringLiteral(";;")), &kind);
    if (path.isEmpty() || !QFileInfo(path).suffix().isEmpty())
        return path;
    const qsizetype dot = kind.lastIndexOf(u'.');
    return dot < 0 ? path : path + kind.mid(dot).chopped(1);
}

void askForImage(QWidget &parent, const PlotContent &content)
{
    const QString path
        = askForFile(parent, text(QT_TRANSLATE_NOOP("ScopePlot", "Save the image of the scope")),
                     content.fileStem + QStringLiteral(".png"),
                     {text(QT_TRANSLATE_NOOP("ScopePlot", "PNG image (*.png)")),
                      text(QT_TRANSLATE_NOOP("ScopePlot", "SVG drawing (*.svg)")),
                      text(QT_TRANSLATE_NOOP("ScopePlot", "PDF document (*.pdf)"))});
    if (!path.isEmpty())
        report(parent, saveImage(path, content.plot));
}

void askForValues(QWidget &parent, const PlotContent &content)
{
    const QString path
        = askForFile(parent, text(QT_TRANSLATE_NOOP("ScopePlot", "Save the values of the scope")),
                     content.fileStem + QStringLiteral(".csv"),
                     {text(QT_TRANSLATE_NOOP("ScopePlot", "CSV table (*.csv)"))});
    if (!path.isEmpty())
        report(parent, writeFile(path, content.writeValues));
}

} // namespace

void execPlotMenu(QWidget &parent, ScopeAxis &axis, const PlotContent &content,
                  const QPoint &globalPosition)
{
    QMenu menu(&parent);
    QAction *follow = menu.addAction(text(QT_TRANSLATE_NOOP("ScopePlot", "&Follow the run")), &axis,
                                     &ScopeAxis::follow);
    follow->setEnabled(!axis.isFollowing());
    addUnits(menu, axis);
    if (!content.extraActions.isEmpty())
        menu.addSeparator();
    menu.addActions(content.extraActions);
    menu.addSeparator();
    menu.addAction(text(QT_TRANSLATE_NOOP("ScopePlot", "&Copy image")), &menu, [&content] {
        QGuiApplication::clipboard()->setPixmap(content.plot.toPixmap());
    });
    menu.addAction(text(QT_TRANSLATE_NOOP("ScopePlot", "Save &image…")), &menu,
                   [&] { askForImage(parent, content); });
    menu.addAction(text(QT_TRANSLATE_NOOP("ScopePlot", "Save &values…")), &menu,
                   [&] { askForValues(parent, content); });
    menu.exec(globalPosition);
}

} // namespace nabla::ui
