// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/doctor/doctor.h"
#include "ui/panels/panel.h"

#include <QTimer>

#include <map>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace nabla::ui {

class FindingCard;

/// What is wrong with the shown run, in words and with the numbers that say so, and what can be
/// tried. Judges at most twice a second, at once only what cannot wait (another run, its end, other
/// thresholds); a card is touched only where its finding changed.
class DoctorPanel final : public Panel
{
    Q_OBJECT

public:
    explicit DoctorPanel(TrainingSession &session, QWidget *parent = nullptr);

    void showFrame(const Frame &frame) override;
    [[nodiscard]] QString subtitle() const override;
    /// All findings, as they are copied.
    [[nodiscard]] QString text() const { return m_text; }

protected:
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void judge(const Frame &frame);
    void judgeAgain();
    void showCards(const Frame &frame);
    void tryRemedy(const Remedy &remedy);
    void editThresholds();
    void retranslate();
    [[nodiscard]] FindingCard *card(DoctorRule rule);
    [[nodiscard]] QString summary(const Frame &frame) const;

    TrainingSession &m_session;
    QWidget *m_page;
    QVBoxLayout *m_list; ///< of the summary, the cards and what was judged
    QLabel *m_summary;
    QLabel *m_judged;
    QPushButton *m_thresholds;
    std::map<DoctorRule, FindingCard *> m_cards; ///< made when they are needed, then kept
    std::vector<DoctorRule> m_order; ///< in which they stand
    QTimer m_pause; ///< while it runs, frames wait
    bool m_isStale = false;
    std::uint64_t m_runId = 0;
    RunState m_state = RunState::Idle;
    Diagnosis m_diagnosis;
    QString m_text;
};

[[nodiscard]] Panel *createDoctorPanel(TrainingSession &session, Selection &selection,
                                       QWidget *parent);

} // namespace nabla::ui
