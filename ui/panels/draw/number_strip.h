// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vision/number_reader.h"

#include <QRectF>
#include <QWidget>

#include <cstddef>
#include <optional>
#include <vector>

namespace nabla::ui {

/// Below a number's ink: each digit under its piece, and between them the cuts as knobs. A knob is
/// dragged, or chosen with the arrow keys and moved with Shift and the arrow keys; a double click,
/// Insert and Delete add and remove cuts. Its size does not depend on what it says.
class NumberStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit NumberStrip(QWidget *parent = nullptr);

    /// Where the sheet lies, whose height is the ink's unit, and the frame that it is seen through:
    /// both in the strip's pixels.
    void setPlace(const QRectF &sheet, const QRectF &frame);
    /// Its cuts need not be as many as its pieces ask for: one by hand may part nothing.
    void setReading(const std::optional<NumberReading> &reading);
    /// Said where there is no reading; mostly empty.
    void setMessage(const QString &message);
    /// Which press, double click or key the last change of the cuts comes from: all steps of one
    /// drag have the same number.
    [[nodiscard]] int gesture() const { return m_gesture; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    /// A cut was moved, added or removed: all of them in ascending order, in the ink's unit. At
    /// every step of a drag.
    void cutsChanged(const std::vector<double> &cuts);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    [[nodiscard]] double toPixels(double x) const;
    [[nodiscard]] double toInk(double pixel) const;
    [[nodiscard]] std::optional<std::size_t> cutAt(double pixel) const;
    [[nodiscard]] std::vector<double> cutsWithout(std::size_t cut) const;
    void putCut(std::vector<double> others, double x);
    void removeCut(std::size_t cut);
    void partWidestPiece();
    void choose(int way);
    [[nodiscard]] QString helpAt(double pixel) const;
    void paintPiece(QPainter &painter, const NumberPiece &piece) const;
    void paintKnob(QPainter &painter, std::size_t cut) const;
    void describe();

    std::optional<NumberReading> m_reading;
    QString m_message;
    QRectF m_sheet{0.0, 0.0, 1.0, 1.0};
    QRectF m_frame{0.0, 0.0, 1.0, 1.0};
    std::size_t m_chosen = 0; ///< the cut that the keys move
    std::optional<std::size_t> m_hovered;
    int m_gesture = 0;
    /// Set while a cut is dragged: the others, as they were when it was taken hold of. What the
    /// network reads meanwhile, and how many pieces are left, does not matter to the hand.
    std::optional<std::vector<double>> m_others;
};

} // namespace nabla::ui
