// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QString>

class QAction;
class QActionGroup;
class QCustomPlot;
class QMenu;

namespace nabla::ui {

class ScopePlot;

/// What a right click on a scope offers: how it is drawn, and ways to take it along. Belongs to its
/// scope. GUI thread.
class ScopeMenu final : public QObject
{
    Q_OBJECT

public:
    /// `canvas` is what the scope draws on.
    ScopeMenu(ScopePlot &scope, QCustomPlot &canvas);

    void popup(const QPoint &globalPosition);
    /// Above the entries that every scope has.
    void setExtraActions(const QList<QAction *> &actions);
    /// For files: "learning-speed".
    void setFileStem(const QString &stem);
    /// Checked while the scope's axis is logarithmic.
    [[nodiscard]] QAction *logarithmicAction() const { return m_logarithmic; }
    /// After a change of language or of the scope's scale.
    void restyle();

private:
    void fillSmoothing(QMenu &menu);

    ScopePlot &m_scope;
    QCustomPlot &m_canvas;
    QAction *m_logarithmic;
    QList<QAction *> m_extraActions;
    QString m_fileStem = QStringLiteral("scope");
};

} // namespace nabla::ui
