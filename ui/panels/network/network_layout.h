// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panels/network/network_picture.h"

#include <QPointF>
#include <QRectF>

#include <vector>

namespace nabla::ui {

/// Where the neurons stand in the picture of a network: a column a layer, from left to right, with
/// room for a line of text above and below.
class NetworkLayout
{
public:
    static constexpr int mostPlaces = 14;
    static constexpr int fewestPlaces = 3;

    NetworkLayout() = default;
    /// textWidth: of the widest label over the outer columns.
    NetworkLayout(std::vector<ShownColumn> columns, const QRectF &area, double textHeight,
                  double textWidth);
    /// How many places a column has in an area so high.
    [[nodiscard]] static int placesIn(double height, double textHeight);

    [[nodiscard]] const std::vector<ShownColumn> &columns() const { return m_columns; }
    [[nodiscard]] int columnCount() const { return static_cast<int>(m_columns.size()); }
    [[nodiscard]] double radius() const { return m_radius; }
    [[nodiscard]] double x(int column) const;
    [[nodiscard]] QPointF neuron(int column, int position) const;
    [[nodiscard]] QPointF gap(int column) const;
    /// The whole strip that belongs to a column, labels included.
    [[nodiscard]] QRectF strip(int column) const;
    [[nodiscard]] QRectF header(int column) const;
    [[nodiscard]] QRectF footer(int column) const;
    /// -1 outside all columns.
    [[nodiscard]] int columnAt(QPointF point) const;
    /// Position in ShownColumn::neurons; -1 beside all of them.
    [[nodiscard]] int neuronAt(int column, QPointF point) const;

private:
    [[nodiscard]] double placeY(int column, int place) const;

    std::vector<ShownColumn> m_columns;
    QRectF m_area;
    double m_textHeight = 0.0;
    double m_inset = 0.0;
    double m_spacing = 0.0; ///< between columns
    double m_radius = 0.0;
};

} // namespace nabla::ui
