// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QActionGroup;

namespace nabla::ui {

/// Everything that the window can be told to do, with its key: menus and toolbar share these.
class WindowActions final : public QObject
{
    Q_OBJECT

public:
    explicit WindowActions(QObject *parent);

    QAction *const openFolder;
    QAction *const getMnist;
    QAction *const openExperiment;
    QAction *const saveExperiment;
    QAction *const openRun;
    QAction *const saveRun;
    QAction *const openRecord;
    QAction *const saveRecord;
    QAction *const saveModel;
    QAction *const exportReport;
    QAction *const quit;
    QAction *const toggleTraining;
    QAction *const stepMiniBatch;
    QAction *const stepEpoch;
    QAction *const reset;
    QAction *const slower;
    QAction *const faster;
    QAction *const watchPace;
    QAction *const flatOut;
    QAction *const resetLayout;
    QAction *const lockPanels;
    QAction *const help;
    QAction *const about;
    /// Checkable; data() is what AppSettings stores.
    QActionGroup *const themes;
    QActionGroup *const languages;

    void retranslate();
    void setTraining(bool isTraining);

private:
    void assignKeys();
    void fillGroups();
    void retranslateRun();

    bool m_isTraining = false;
};

} // namespace nabla::ui
