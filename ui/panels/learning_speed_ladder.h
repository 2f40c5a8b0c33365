// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/axis_range.h"

#include <QWidget>

#include <vector>

namespace nabla::ui {

/// A bar a hidden layer, the last one at the top: how fast it learns, and how many times slower
/// than the last. The lengths are logarithmic. A click on a row points at its layer.
class LearningSpeedLadder final : public QWidget
{
    Q_OBJECT

public:
    explicit LearningSpeedLadder(QWidget *parent = nullptr);

    /// Layer 1 first; empty or zero while nothing was measured. layerCount includes the output
    /// layer.
    void setSpeeds(const std::vector<double> &speeds, int layerCount);
    void setSelectedLayer(int layer);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void layerClicked(int layer);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    struct Columns
    {
        double name = 0.0;
        double value = 0.0;
        double ratio = 0.0;
    };

    [[nodiscard]] int rows() const;
    [[nodiscard]] double rowHeight() const;
    [[nodiscard]] QFont rowFont() const;
    [[nodiscard]] double speed(int layer) const;
    [[nodiscard]] QString valueText(int layer) const;
    [[nodiscard]] QString ratioOf(int layer) const;
    [[nodiscard]] Columns columns() const;
    void drawRow(QPainter &painter, int layer, const QRectF &row, const Columns &columns) const;
    void describe();

    std::vector<double> m_speeds;
    int m_layerCount = 0;
    int m_selectedLayer = 0;
    AxisRange m_range{1e-4, 1.0}; ///< what a full bar and an empty one stand for
};

} // namespace nabla::ui
