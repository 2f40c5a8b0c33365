// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vision/number_reader.h"

#include <QWidget>

#include <array>
#include <cstddef>
#include <vector>

class QAction;
class QLabel;
class QToolButton;

namespace nabla::ui {

/// The likeliest readings of a number, best first, one of them chosen: as many as there is room
/// for, so that a long number makes no panel wider. Empty where there is nothing to choose.
class NumberChoices final : public QWidget
{
    Q_OBJECT

public:
    static constexpr std::size_t mostReadings = 4;

    explicit NumberChoices(QWidget *parent = nullptr);

    void setReadings(const std::vector<NumberReading> &readings, std::size_t chosen);

signals:
    void chosen(std::size_t rank);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Choice
    {
        QAction *action = nullptr;
        QToolButton *button = nullptr;
    };

    void retranslate();
    void fit();

    QLabel *m_title;
    std::array<Choice, mostReadings> m_choices;
    std::size_t m_count = 0;
};

} // namespace nabla::ui
