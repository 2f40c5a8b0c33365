// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/scopes/ladder_numbers.h"
#include "ui/plots/curves/axis_range.h"

#include <QWidget>

#include <vector>

namespace nabla::ui {

/// A bar a hidden layer, the last one at the top: how fast it learns, how many times slower than
/// the last, and what the error was multiplied by on its way back to it, with the terms of that
/// product. The lengths are logarithmic. What finds no room is told of one layer: the one under
/// the mouse, else the selected one, else the first. A click on a row points at its layer, as the
/// arrow keys do.
class LearningSpeedLadder final : public QWidget
{
    Q_OBJECT

public:
    explicit LearningSpeedLadder(QWidget *parent = nullptr);

    /// Layer 1 first; empty or zero while nothing was measured. layerCount includes the output
    /// layer.
    void setSpeeds(const std::vector<double> &speeds, int layerCount);
    /// A hidden layer each, layer 1 first.
    void setDecays(const std::vector<ErrorDecay> &decays);
    void setSelectedLayer(int layer);

    /// Formulas and numbers of a layer, as rich text.
    [[nodiscard]] QString explanation(int layer) const;
    /// The line above the bars: of one layer where not everything finds room, else empty.
    [[nodiscard]] QString detail() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void layerClicked(int layer);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Columns
    {
        double name = 0.0; ///< widths, in pixels
        std::vector<std::pair<LadderColumn, double>>
            numbers; ///< those that find room, left to right
    };

    [[nodiscard]] int rows() const { return m_numbers.rows(); }
    [[nodiscard]] double headHeight() const;
    [[nodiscard]] double rowHeight() const;
    /// Too many layers for a line of text each.
    [[nodiscard]] bool isCompact() const;
    [[nodiscard]] int layerAt(double y) const;
    [[nodiscard]] int toldLayer() const;
    [[nodiscard]] QFont rowFont() const;
    [[nodiscard]] Columns columns() const;
    void setHoveredLayer(int layer);
    void drawHead(QPainter &painter, const Columns &columns) const;
    void drawRow(QPainter &painter, int layer, const QRectF &row, const Columns &columns) const;
    void drawBar(QPainter &painter, int layer, const QRectF &room) const;
    void describe();

    LadderNumbers m_numbers;
    int m_selectedLayer = 0;
    int m_hoveredLayer = 0;
    AxisRange m_range{1e-4, 1.0}; ///< what a full bar and an empty one stand for
};

} // namespace nabla::ui
