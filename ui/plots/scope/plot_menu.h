// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <functional>

class QAction;
class QCustomPlot;
class QIODevice;
class QPoint;
class QWidget;

namespace nabla::ui {

class ScopeAxis;

/// What a plot over the run has to copy and to save.
struct PlotContent
{
    QCustomPlot &plot;
    QString fileStem; ///< "learning-speed"
    std::function<bool(QIODevice &)> writeValues; ///< as CSV
    QList<QAction *> extraActions;
};

/// The context menu that every plot over the run has: follow, what is counted across, the plot's
/// own entries, copy and save. Returns when it is closed. What fails is told in a box.
void execPlotMenu(QWidget &parent, ScopeAxis &axis, const PlotContent &content,
                  const QPoint &globalPosition);

} // namespace nabla::ui
