// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/frame.h"

#include <QMainWindow>

#include <vector>

class QAction;
class QMimeData;

namespace nabla::ui {

class PanelDock;
class Selection;
class TrainingSession;

/// The panels of the catalogue as docks: where they stand, which are shown, and that only those
/// that are seen get frames. A main window inside the window, for its docks alone.
class PanelArea final : public QMainWindow
{
    Q_OBJECT

public:
    PanelArea(TrainingSession &session, Selection &selection, QWidget *parent = nullptr);

    /// All panels where they stand at first launch.
    void arrange();
    [[nodiscard]] QByteArray layoutState() const;
    /// False, and nothing changed, when the state is not one of these panels'.
    bool restoreLayout(const QByteArray &state);
    void setLocked(bool isLocked);

    [[nodiscard]] const std::vector<PanelDock *> &docks() const { return m_docks; }
    /// Checkable, one a panel: shows or hides it.
    [[nodiscard]] const std::vector<QAction *> &panelActions() const { return m_actions; }

    /// Of all panels, for the File menu.
    [[nodiscard]] QList<QAction *> fileActions() const;
    /// To the panels, those that are seen first; false: none had use for it.
    bool offerDrop(const QMimeData &dropped);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    QMenu *createPopupMenu() override;

private:
    void addPanel(const struct PanelEntry &entry, Selection &selection);
    void showFrame(const Frame &frame);
    void bringComparison();
    void bring(const char *id);
    void showFrameIn(PanelDock &dock);
    void distribute();
    [[nodiscard]] PanelDock *dock(const char *id) const;
    void retranslate();

    TrainingSession &m_session;
    std::vector<PanelDock *> m_docks;
    std::vector<QAction *> m_actions;
    std::size_t m_comparedRuns = 0;
    bool m_isDefault = true; ///< not yet shown: the sizes are still to be given
};

} // namespace nabla::ui
