// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/reading.h"

#include <QWidget>

#include <optional>

namespace nabla::ui {

/// The answer in large type, and under it how far it may be trusted. Its size does not depend on
/// what it says, so nothing around it moves while the answer follows the pen.
class AnswerView final : public QWidget
{
    Q_OBJECT

public:
    explicit AnswerView(QWidget *parent = nullptr);

    /// Nothing is said without a reading.
    void setReading(const std::optional<Reading> &reading);

    [[nodiscard]] QString answerText() const;
    [[nodiscard]] QString doubtText() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QFont answerFont() const;
    void describe();

    std::optional<Reading> m_reading;
};

} // namespace nabla::ui
