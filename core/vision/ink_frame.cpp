// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vision/ink_frame.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>

namespace nabla {

namespace {

constexpr double shortestSegment = 0.1; // pixels; nobody sees a corner cut by less

/// A bit a column.
constexpr std::uint32_t columns(int first, int last)
{
    return ((2U << last) - 1U) & ~((1U << first) - 1U);
}

} // namespace

InkFrame::InkFrame(double edge, InkArea area)
    : m_edge(edge)
    , m_area(area)
{
    m_depth.fill(-edge); // below -edge / 2 there is no ink
    m_open.fill(0);
    for (int row = area.first; row <= area.last; ++row)
        m_open[static_cast<std::size_t>(row)] = columns(area.first, area.last);
}

void InkFrame::draw(const Path &path)
{
    const PathPoint *previous = nullptr;
    for (std::size_t i = 0; i < path.size(); ++i) {
        const PathPoint &point = path[i];
        const bool ends = i + 1 == path.size() || path[i + 1].begins;
        if (point.begins) {
            previous = &point;
            if (!ends)
                continue;
        }
        const double dx = point.x - previous->x;
        const double dy = point.y - previous->y;
        if (!ends && dx * dx + dy * dy < shortestSegment * shortestSegment)
            continue;
        drawSegment(*previous, point);
        previous = &point;
    }
}

void InkFrame::drawSegment(const PathPoint &a, const PathPoint &b)
{
    const double reach = std::max(a.radius, b.radius) + m_edge / 2.0;
    const double top = std::min(a.y, b.y) - reach - 0.5; // pixel k's centre is at k + 0.5
    const double bottom = std::max(a.y, b.y) + reach - 0.5;
    const int first = std::max(m_area.first, static_cast<int>(std::ceil(top)));
    const int last = std::min(m_area.last, static_cast<int>(std::floor(bottom)));
    for (int row = first; row <= last; ++row) {
        if (m_open[static_cast<std::size_t>(row)] != 0)
            drawRow(a, b, row, reach);
    }
}

void InkFrame::drawRow(const PathPoint &a, const PathPoint &b, int row, double reach)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double y = row + 0.5 - a.y;
    // The part of the segment that is within reach of this row, as shares of its length.
    double from = 0.0;
    double to = 1.0;
    if (std::fabs(dy) > 2.0 * reach) {
        const double center = y / dy;
        const double half = std::fabs(reach / dy);
        from = std::clamp(center - half, 0.0, 1.0);
        to = std::clamp(center + half, 0.0, 1.0);
    }
    const double left = a.x + std::min(from * dx, to * dx) - reach - 0.5;
    const double right = a.x + std::max(from * dx, to * dx) + reach - 0.5;
    const int first = std::max(m_area.first, static_cast<int>(std::ceil(left)));
    const int last = std::min(m_area.last, static_cast<int>(std::floor(right)));
    if (first > last)
        return;
    const double lengthSquared = dx * dx + dy * dy;
    const double inverse = lengthSquared > 0.0 ? 1.0 / lengthSquared : 0.0;
    std::uint32_t &open = m_open[static_cast<std::size_t>(row)];
    for (std::uint32_t bits = open & columns(first, last); bits != 0; bits &= bits - 1U) {
        const int column = std::countr_zero(bits);
        const double x = column + 0.5 - a.x;
        const double t = std::clamp((x * dx + y * dy) * inverse, 0.0, 1.0);
        const double ex = x - t * dx;
        const double ey = y - t * dy;
        const double distanceSquared = ex * ex + ey * ey;
        if (distanceSquared >= reach * reach)
            continue;
        const double radius = a.radius + t * (b.radius - a.radius);
        double &depth = m_depth[static_cast<std::size_t>(row * rasterSide + column)];
        depth = std::max(depth, radius - std::sqrt(distanceSquared));
        if (depth >= m_edge / 2.0)
            open &= ~(1U << column);
    }
}

Raster InkFrame::toRaster() const
{
    Raster raster{};
    for (std::size_t i = 0; i < raster.size(); ++i) {
        const double coverage = std::clamp(0.5 + m_depth[i] / m_edge, 0.0, 1.0);
        raster[i] = static_cast<std::uint8_t>(255.0 * coverage + 0.5);
    }
    return raster;
}

} // namespace nabla
