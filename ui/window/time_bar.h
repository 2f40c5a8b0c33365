// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/frame.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace nabla::ui {

class MomentSlider;
class ScopeAxis;
class TimeMachine;
class TrainingSession;

/// The time machine: a slider over the whole run, in the x unit of the scopes, that moves every
/// view to how it was; where it stands, a way back to the present, and one to train on from here.
class TimeBar final : public QWidget
{
    Q_OBJECT

public:
    /// The session outlives the bar.
    explicit TimeBar(TrainingSession &session, QWidget *parent = nullptr);

    [[nodiscard]] MomentSlider &slider() const { return *m_slider; }
    /// Where it stands, in words.
    [[nodiscard]] QString text() const;
    [[nodiscard]] QPushButton &nowButton() const { return *m_now; }
    [[nodiscard]] QPushButton &branchButton() const { return *m_branch; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void showFrame(const Frame &frame);
    void showText(const Frame &frame, bool hasPast);
    [[nodiscard]] QString positionText(const Frame &frame, std::optional<std::uint64_t> step) const;
    void retranslate();

    TrainingSession &m_session;
    TimeMachine &m_time;
    ScopeAxis &m_axis;
    QLabel *m_title;
    MomentSlider *m_slider;
    QLabel *m_text;
    QPushButton *m_now;
    QPushButton *m_branch;
    bool m_isPast = false;
};

} // namespace nabla::ui
