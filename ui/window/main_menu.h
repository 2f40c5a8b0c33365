// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenuBar>

#include <vector>

namespace nabla::ui {

class WindowActions;

/// The window's menus. All entries are actions of others; only the menus' names are its own.
class MainMenu final : public QMenuBar
{
    Q_OBJECT

public:
    /// The panels' own entries of the File menu, and those that show and hide them.
    MainMenu(const WindowActions &actions, const QList<QAction *> &panelFiles,
             const std::vector<QAction *> &panels, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fillRun(const WindowActions &actions);
    void fillView(const WindowActions &actions, const std::vector<QAction *> &panels);
    void retranslate();

    QMenu *m_file;
    QMenu *m_run;
    QMenu *m_pace;
    QMenu *m_view;
    QMenu *m_theme;
    QMenu *m_language;
    QMenu *m_help;
};

} // namespace nabla::ui
