// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/network/network_layout.h"

#include <algorithm>
#include <cmath>

namespace nabla::ui {

namespace {

constexpr double smallestPlace = 9.0;
constexpr double largestRadius = 5.5;
constexpr double labelGap = 3.0;

} // namespace

int NetworkLayout::placesIn(double height, double textHeight)
{
    const double room = height - 2.0 * (textHeight + labelGap);
    return std::clamp(static_cast<int>(room / smallestPlace), fewestPlaces, mostPlaces);
}

NetworkLayout::NetworkLayout(std::vector<ShownColumn> columns, const QRectF &area,
                             double textHeight, double textWidth)
    : m_columns(std::move(columns))
    , m_area(area)
    , m_textHeight(textHeight)
    , m_inset(textWidth / 2.0 + 2.0)
{
    const int gaps = std::max(1, columnCount() - 1);
    m_spacing = std::max(1.0, (area.width() - 2.0 * m_inset) / gaps);
    int places = 1;
    for (const ShownColumn &column : m_columns)
        places = std::max(places, column.places());
    const double room = area.height() - 2.0 * (textHeight + labelGap);
    m_radius = std::max(1.0, std::min({largestRadius, 0.4 * room / places, 0.3 * m_spacing}));
}

double NetworkLayout::x(int column) const
{
    return m_area.left() + m_inset + column * m_spacing;
}

double NetworkLayout::placeY(int column, int place) const
{
    const int places = m_columns[static_cast<std::size_t>(column)].places();
    const double top = m_area.top() + m_textHeight + labelGap + m_radius + 1.0;
    const double bottom = m_area.bottom() - m_textHeight - labelGap - m_radius - 1.0;
    // Small layers stand together in the middle instead of spreading over the whole height.
    const double step = std::min((bottom - top) / std::max(1, places - 1), 4.0 * m_radius);
    return (top + bottom) / 2.0 + (place - (places - 1) / 2.0) * step;
}

QPointF NetworkLayout::neuron(int column, int position) const
{
    const ShownColumn &shown = m_columns[static_cast<std::size_t>(column)];
    const int place = position + (shown.hasGap() && position >= shown.gapPlace() ? 1 : 0);
    return {x(column), placeY(column, place)};
}

QPointF NetworkLayout::gap(int column) const
{
    return {x(column), placeY(column, m_columns[static_cast<std::size_t>(column)].gapPlace())};
}

QRectF NetworkLayout::strip(int column) const
{
    const double width = std::min(m_spacing, 40.0);
    return {x(column) - width / 2.0, m_area.top(), width, m_area.height()};
}

QRectF NetworkLayout::header(int column) const
{
    return {x(column) - 100.0, m_area.top(), 200.0, m_textHeight};
}

QRectF NetworkLayout::footer(int column) const
{
    return {x(column) - 100.0, m_area.bottom() - m_textHeight, 200.0, m_textHeight};
}

int NetworkLayout::columnAt(QPointF point) const
{
    for (int column = 0; column < columnCount(); ++column) {
        if (std::fabs(point.x() - x(column)) <= std::min(m_spacing, 60.0) / 2.0)
            return column;
    }
    return -1;
}

int NetworkLayout::neuronAt(int column, QPointF point) const
{
    const std::size_t count = m_columns[static_cast<std::size_t>(column)].neurons.size();
    for (int position = 0; position < static_cast<int>(count); ++position) {
        const QPointF away = point - neuron(column, position);
        if (std::hypot(away.x(), away.y()) <= m_radius + 2.0)
            return position;
    }
    return -1;
}

} // namespace nabla::ui
