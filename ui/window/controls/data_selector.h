// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <string>

class QAction;
class QActionGroup;
class QMenu;

namespace nabla::ui {

class SelectorButton;

/// The data sets that can be chosen now, as a menu, with the two ways to get another one.
class DataSelector final : public QWidget
{
    Q_OBJECT

public:
    /// The two actions are the window's: its File menu has them too.
    DataSelector(QAction *openFolder, QAction *getMnist, QWidget *parent = nullptr);

    void showSource(const std::string &source);
    void setMostWidth(int pixels);

signals:
    void sourceChosen(const std::string &source);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fillMenu();
    void addSource(const std::string &id);
    void retranslate();

    SelectorButton *m_button;
    QMenu *m_menu;
    QActionGroup *m_group;
    QAction *m_openFolder;
    QAction *m_getMnist;
    std::string m_source;
};

} // namespace nabla::ui
