// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/frame.h"
#include "ui/settings/pace.h"

#include <QMainWindow>

namespace nabla::ui {

class AppSettings;
class Language;
class MessageBar;
class MnistBar;
class RunToolbar;
class Selection;
class StatusLine;
class Theme;
class TrainingSession;
class WindowActions;
class PanelArea;
struct LaunchOptions;

/// The window: menus, toolbar, notices, the panels' workspace and the status line, and the wires
/// between them. No domain logic: what is done is done by the session.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /// The settings, the theme and the language outlive the window.
    MainWindow(AppSettings &settings, Theme &theme, Language &language,
               const LaunchOptions &options);
    ~MainWindow() override;

    [[nodiscard]] TrainingSession &session() const { return *m_session; }
    [[nodiscard]] PanelArea &panels() const { return *m_panels; }
    [[nodiscard]] const WindowActions &actions() const { return *m_actions; }
    /// What the problem bar says; empty when nothing is wrong.
    [[nodiscard]] QString problemText() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void connectRun();
    void connectView();
    void restore(const LaunchOptions &options);
    void restoreExperiment(const LaunchOptions &options);
    void begin();
    void remember();
    void retranslate();
    void showFrame(const Frame &frame);
    void showState();
    void showSetup();
    void showProblem(const QString &message);
    void choosePace(const Pace &pace);
    void applyPace();
    void chooseData(const std::string &source);
    void chooseLanguage(const QString &id);
    void openFolder();
    void showAnyProblem(const QString &problem);

    AppSettings &m_settings;
    Theme &m_theme;
    Language &m_language;
    TrainingSession *m_session;
    Selection *m_selection;
    WindowActions *m_actions;
    RunToolbar *m_toolbar;
    MnistBar *m_mnist;
    MessageBar *m_problem;
    PanelArea *m_panels;
    QMenu *m_languageMenu;
    StatusLine *m_status;
    Pace m_pace;
    bool m_trainsAtOnce = false;
    bool m_hasBegun = false;
};

} // namespace nabla::ui
