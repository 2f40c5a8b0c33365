// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiments/experiment_config.h"

#include <QWidget>

class QMenu;

namespace nabla::ui {

class SelectorButton;

/// The presets as a menu; shows which one the setup is, or "Custom".
class ExperimentSelector final : public QWidget
{
    Q_OBJECT

public:
    explicit ExperimentSelector(QWidget *parent = nullptr);

    void showSetup(const ExperimentConfig &setup);
    void setMostWidth(int pixels);

signals:
    /// A preset, on the data of the setup shown unless it asks for its own.
    void experimentChosen(const nabla::ExperimentConfig &config);

protected:
    void changeEvent(QEvent *event) override;

private:
    void choose(const ExperimentConfig &preset);
    void retranslate();

    SelectorButton *m_button;
    QMenu *m_menu;
    ExperimentConfig m_setup;
};

} // namespace nabla::ui
