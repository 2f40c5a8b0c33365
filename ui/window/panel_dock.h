// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>
#include <QTimer>

class QLabel;
class QToolButton;

namespace nabla::ui {

class CardBody;
class Panel;
class PanelHeader;
struct PanelEntry;

/// One panel of the catalogue as a card: title left, the panel's subtitle right, a rounded border
/// around both. While it is locked it can neither be moved nor floated.
class PanelDock final : public QDockWidget
{
    Q_OBJECT

public:
    PanelDock(const PanelEntry &entry, Panel *panel, QWidget *parent);

    [[nodiscard]] const PanelEntry &entry() const { return m_entry; }
    [[nodiscard]] Panel &panel() const { return *m_panel; }
    /// Is it on the screen, and not behind another tab?
    [[nodiscard]] bool isShown() const { return m_isShown; }
    void setLocked(bool isLocked);
    /// For a moment its border says: here is what you asked for.
    void pointOut();
    [[nodiscard]] bool isPointedOut() const { return m_pointing.isActive(); }

signals:
    /// It became visible and has shown nothing yet.
    void shown();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void visibilityDidChange(bool isVisible);
    void setBorder(QPalette::ColorRole role);

    const PanelEntry &m_entry;
    Panel *m_panel;
    PanelHeader *m_header;
    CardBody *m_body;
    QTimer m_pointing;
    bool m_isShown = false;
};

/// The card's upper end: title and subtitle. Dragging it moves the dock, when the panels are
/// unlocked.
class PanelHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit PanelHeader(QWidget *parent);
    void setTexts(const QString &title, const QString &subtitle);
    void addButton(QAction *action);
    void setBorder(QPalette::ColorRole role);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void restyle();
    void elide();
    [[nodiscard]] int buttonsWidth() const;

    QLabel *m_title;
    QLabel *m_subtitle;
    QList<QToolButton *> m_buttons;
    QString m_fullSubtitle;
    QPalette::ColorRole m_border = QPalette::Mid;
};

} // namespace nabla::ui
