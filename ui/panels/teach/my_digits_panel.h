// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/panel.h"
#include "ui/panels/teach/teaching_result.h"
#include "ui/session/readings/digits_test.h"

#include <memory>

class QAction;
class QComboBox;
class QLabel;
class QLayout;
class QMenu;
class QPushButton;
class QToolButton;

namespace nabla::ui {

class DigitGrid;
struct DigitCell;
class MyDigits;
class RunSet;
class Teacher;
class TrainingSession;

/// The drawings that the person kept: to look through, relabel, delete and export; how many of them
/// the network reads; and to train on beside the old data, with what that gained and what it cost.
class MyDigitsPanel final : public Panel
{
    Q_OBJECT

public:
    explicit MyDigitsPanel(TrainingSession &session, QWidget *parent = nullptr);

    void showFrame(const Frame &frame) override;
    [[nodiscard]] QString subtitle() const override;

    [[nodiscard]] DigitGrid &grid() const { return *m_grid; }
    [[nodiscard]] QString measured() const;
    [[nodiscard]] const TeachingResult &result() const { return *m_result; }
    [[nodiscard]] QPushButton &teachButton() const { return *m_teach; }

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QLayout *makeTools();
    void makeMenus();
    void makeActions();
    void retranslate();
    void fillFilter();
    void ask();
    void showDigits();
    void showMeasured();
    void showResult();
    void updateActions();
    void relabelSelected(int label);
    void removeSelected();
    using ExportSlot = void (MyDigits::*)(const QString &);
    void exportTo(ExportSlot slot);
    [[nodiscard]] bool isWanted(const DigitCell &cell) const;

    const RunSet &m_runs;
    MyDigits &m_digits;
    Teacher &m_teacher;
    DigitsTest *m_test;
    QLabel *m_measured;
    QComboBox *m_filter;
    DigitGrid *m_grid;
    QLabel *m_hint; ///< in the grid's place, as long as there is nothing to show in it
    QToolButton *m_relabel;
    QToolButton *m_export;
    QMenu *m_labels;
    QMenu *m_formats;
    QAction *m_remove;
    QAction *m_undo;
    QAction *m_redo;
    QLabel *m_exported;
    QPushButton *m_teach;
    TeachingResult *m_result;
    QWidget *m_resultArea;

    std::shared_ptr<const Snapshot> m_snapshot;
    std::shared_ptr<const Dataset> m_data;
    std::shared_ptr<const Teaching> m_teaching;
};

[[nodiscard]] Panel *createMyDigitsPanel(TrainingSession &session, Selection &selection,
                                         QWidget *parent);

} // namespace nabla::ui
