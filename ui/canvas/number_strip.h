// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vision/number_reader.h"

#include <QWidget>

#include <cstddef>
#include <optional>
#include <vector>

namespace nabla::ui {

/// Below a number's ink: each digit under its piece, and between them the cuts, to be dragged, or
/// chosen with the arrow keys and moved with Shift and the arrow keys. Its size does not depend on
/// what it says.
class NumberStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit NumberStrip(QWidget *parent = nullptr);

    /// Where x = 0 of the ink lies, and how many pixels its unit has.
    void setScale(double left, double unit);
    /// Nothing is said without a reading.
    void setReading(const std::optional<NumberReading> &reading);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    /// A cut was moved: all of them, in the ink's unit. While it is dragged, and at its end.
    void cutsMoved(const std::vector<double> &cuts);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] double toPixels(double x) const { return m_left + m_unit * x; }
    [[nodiscard]] std::optional<std::size_t> cutAt(double pixel) const;
    void moveCut(std::size_t cut, double x);
    void paintPiece(QPainter &painter, const NumberPiece &piece) const;
    void paintCut(QPainter &painter, std::size_t cut) const;
    void describe();

    std::optional<NumberReading> m_reading;
    double m_left = 0.0;
    double m_unit = 1.0;
    std::size_t m_chosen = 0; ///< the cut that the keys move
    bool m_isDragging = false;
};

} // namespace nabla::ui
