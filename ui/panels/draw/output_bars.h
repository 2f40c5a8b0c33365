// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/reading.h"

#include <QWidget>

#include <optional>

namespace nabla::ui {

/// The ten outputs as bars, the largest in the accent colour. They are shown as they are: sigmoid
/// outputs do not sum to one.
class OutputBars final : public QWidget
{
    Q_OBJECT

public:
    explicit OutputBars(QWidget *parent = nullptr);

    /// Empty bars without a reading.
    void setReading(const std::optional<Reading> &reading);
    [[nodiscard]] const std::optional<Reading> &reading() const { return m_reading; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void describe();
    void drawRow(QPainter &painter, int digit, const QRectF &row) const;

    std::optional<Reading> m_reading;
};

} // namespace nabla::ui
