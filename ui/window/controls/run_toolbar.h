// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/controls/train_button.h"

#include <QWidget>

class QPushButton;

namespace nabla::ui {

class DataSelector;
class ExperimentSelector;
class PaceControl;
class RunProgress;
class SelectorButton;
class WindowActions;

/// The window's upper edge: the big button, the steps, the pace, what is trained on what, how far
/// it is. Where the window is narrow it leaves out words, never controls.
class RunToolbar final : public QWidget
{
    Q_OBJECT

public:
    explicit RunToolbar(const WindowActions &actions, QWidget *parent = nullptr);

    [[nodiscard]] PaceControl &pace() const { return *m_pace; }
    [[nodiscard]] ExperimentSelector &experiment() const { return *m_experiment; }
    [[nodiscard]] DataSelector &data() const { return *m_data; }
    [[nodiscard]] RunProgress &progress() const { return *m_progress; }
    [[nodiscard]] TrainButton &train() const { return *m_train; }
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setCompactness(int level);
    void fit();
    [[nodiscard]] int wantedWidth() const;
    void retranslate();

    TrainButton *m_train;
    SelectorButton *m_step;
    QPushButton *m_reset;
    PaceControl *m_pace;
    ExperimentSelector *m_experiment;
    DataSelector *m_data;
    RunProgress *m_progress;
    const WindowActions &m_actions;
};

} // namespace nabla::ui
