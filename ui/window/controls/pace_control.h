// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/pace.h"

#include <QWidget>

class QLabel;
class QSlider;

namespace nabla::ui {

/// The pace from one mini-batch a second to flat out, on a log scale. Shows a pace, and reports the
/// one that a person chose.
class PaceControl final : public QWidget
{
    Q_OBJECT

public:
    explicit PaceControl(QWidget *parent = nullptr);

    void showPace(const Pace &pace, std::uint64_t stepsPerEpoch);
    /// Without the words at its ends, where room is short.
    void setCompact(bool isCompact);

public slots:
    void slower();
    void faster();

signals:
    void paceChosen(const nabla::ui::Pace &pace);

protected:
    void changeEvent(QEvent *event) override;

private:
    void choose(int sliderValue);
    void retranslate();
    [[nodiscard]] QString description() const;

    QLabel *m_slow;
    QSlider *m_slider;
    QLabel *m_fast;
    Pace m_pace = Pace::flatOut();
    std::uint64_t m_stepsPerEpoch = 1;
};

} // namespace nabla::ui
