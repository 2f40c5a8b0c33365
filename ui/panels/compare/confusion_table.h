// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/measure/evaluation_result.h"

#include <QFontMetricsF>
#include <QWidget>

#include <memory>
#include <optional>

namespace nabla::ui {

/// Ten rows of true digits, ten columns of answers; at the right how many of a digit were found
/// (recall), below how many of an answer are right (precision). What is wrong is tinted, the more
/// the larger its share of the row. The context menu copies the counts as text.
class ConfusionTable final : public QWidget
{
    Q_OBJECT

public:
    explicit ConfusionTable(QWidget *parent = nullptr);

    /// Null: nothing was measured yet.
    void setConfusion(std::shared_ptr<const Confusion> confusion);
    /// Tab-separated, for a spreadsheet; empty when there is nothing.
    [[nodiscard]] QString text() const;
    /// What a cell says in words; empty outside of the counts.
    [[nodiscard]] QString sentenceAt(const QPointF &position) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Grid
    {
        double left = 0.0; ///< of the first count
        double top = 0.0;
        double cellWidth = 0.0;
        double cellHeight = 0.0;
        double shareWidth = 0.0; ///< the column of recalls

        [[nodiscard]] QRectF cell(int row, int column) const;
    };

    [[nodiscard]] Grid grid() const;
    [[nodiscard]] QFont cellFont() const;
    [[nodiscard]] QSize sizeFor(const QFont &font) const;
    [[nodiscard]] double shareWidth(const QFontMetricsF &metrics) const;
    void drawHeads(QPainter &painter, const Grid &grid) const;
    void drawCounts(QPainter &painter, const Grid &grid) const;
    void drawShares(QPainter &painter, const Grid &grid) const;
    void describe();

    std::shared_ptr<const Confusion> m_confusion;
};

} // namespace nabla::ui
