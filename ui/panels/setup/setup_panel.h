// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/panel.h"

class QScrollArea;

namespace nabla::ui {

class ExperimentForm;
class NextRun;
class RunSet;

/// The form of the next run's setup; what can be turned while it trains acts at once.
class SetupPanel final : public Panel
{
    Q_OBJECT

public:
    SetupPanel(NextRun &next, const RunSet &runs, QWidget *parent = nullptr);
    /// The form follows their signals: a frame holds nothing new for it.
    void showFrame(const Frame &frame) override;
    [[nodiscard]] ExperimentForm &form() const { return *m_form; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showSetup();

    NextRun &m_next;
    ExperimentForm *m_form;
    QScrollArea *m_scroll;
};

[[nodiscard]] Panel *createSetupPanel(TrainingSession &session, Selection &selection,
                                      QWidget *parent);

} // namespace nabla::ui
