// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vision/mnist_raster.h"

#include "core/math/portable_functions.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

namespace nabla {

namespace {

constexpr int side = 28;
constexpr int boxFirst = 4; // the box is drawn in the middle of the frame, then shifted
constexpr int boxSide = 20;
constexpr double boxMiddle = boxFirst + boxSide / 2.0;
constexpr double farthest = 1e150; // squares of differences stay finite
constexpr double smallestExtent = 1e-150;
constexpr double shortestSegment = 0.1; // pixels; nobody sees a corner cut by less

/// A point of the path, first in the drawing's unit, then in pixels of the frame.
struct PathPoint
{
    double x = 0.0;
    double y = 0.0;
    double radius = 0.0; ///< half the pen's width here, pixels
    bool begins = false; ///< a new stroke
};

using Path = std::vector<PathPoint>;

struct Extent
{
    double low = 0.0;
    double high = 0.0;
    [[nodiscard]] double length() const { return high - low; }
    [[nodiscard]] double middle() const { return 0.5 * (low + high); }
};

/// What the path covers along one axis; penShare 1 includes the pen, 0 does not.
Extent extentOf(const Path &path, double PathPoint::*axis, double scale, double penShare)
{
    Extent extent{scale * path.front().*axis, scale * path.front().*axis};
    for (const PathPoint &point : path) {
        const double middle = scale * point.*axis;
        extent.low = std::min(extent.low, middle - penShare * point.radius);
        extent.high = std::max(extent.high, middle + penShare * point.radius);
    }
    return extent;
}

double clampedOr(double value, double least, double most, double otherwise)
{
    return std::isfinite(value) ? std::clamp(value, least, most) : otherwise;
}

/// The pen with every number usable.
Pen sanitized(const Pen &pen)
{
    constexpr double thinnest = 0.6; // a finer line could pass between the pixels' centres
    const Pen standard;
    Pen sane;
    sane.width = clampedOr(pen.width, thinnest, 12.0, standard.width);
    sane.edge = clampedOr(pen.edge, thinnest, 4.0, standard.edge);
    sane.widthVariation = clampedOr(pen.widthVariation, -0.9, 0.9, 0.0);
    sane.widthPhase = clampedOr(pen.widthPhase, -1e3, 1e3, 0.0);
    sane.dotExtent = clampedOr(pen.dotExtent, 0.0, farthest, 0.0);
    return sane;
}

bool isUsable(StrokePoint point)
{
    return std::fabs(point.x) <= farthest && std::fabs(point.y) <= farthest; // false for NaN
}

Path usablePoints(const Drawing &drawing, double radius)
{
    Path path;
    std::size_t count = 0;
    for (const Stroke &stroke : drawing)
        count += stroke.size();
    path.reserve(count);
    for (const Stroke &stroke : drawing) {
        bool begins = true;
        for (const StrokePoint point : stroke) {
            if (!isUsable(point))
                continue;
            path.push_back({point.x, point.y, radius, begins});
            begins = false;
        }
    }
    return path;
}

/// Moves the middle to the origin and makes the longer side 1; a dot becomes a point or little
/// more.
void normalize(Path &path, double dotExtent)
{
    const Extent x = extentOf(path, &PathPoint::x, 1.0, 0.0);
    const Extent y = extentOf(path, &PathPoint::y, 1.0, 0.0);
    const double extent = std::max({x.length(), y.length(), dotExtent});
    const double scale = extent > smallestExtent ? 1.0 / extent : 0.0;
    for (PathPoint &point : path) {
        point.x = (point.x - x.middle()) * scale;
        point.y = (point.y - y.middle()) * scale;
    }
}

/// The pressure of a hand rises and falls along the path: half a wave over a digit's height.
void varyWidth(Path &path, const Pen &pen)
{
    double travelled = 0.0;
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (!path[i].begins) {
            const double dx = path[i].x - path[i - 1].x;
            const double dy = path[i].y - path[i - 1].y;
            travelled += std::sqrt(dx * dx + dy * dy);
        }
        const double wave = portableSin(pen.widthPhase + std::numbers::pi * travelled);
        path[i].radius *= 1.0 + pen.widthVariation * wave;
    }
}

/// The scale that makes path and pen together boxSide long. The pen's share depends on the scale
/// only where its width varies, and then weakly: a few rounds are enough.
double fittingScale(const Path &path, const Pen &pen, double PathPoint::*axis)
{
    const double length = extentOf(path, axis, 1.0, 0.0).length();
    if (length <= 0.0)
        return boxSide;
    const int rounds = pen.widthVariation == 0.0 ? 1 : 4;
    double scale = boxSide;
    for (int round = 0; round < rounds; ++round) {
        const double ink = extentOf(path, axis, scale, 1.0).length() + pen.edge / 2.0;
        scale = std::clamp((boxSide - (ink - scale * length)) / length, 0.0, double{boxSide});
    }
    return scale;
}

void fitIntoBox(Path &path, const Pen &pen)
{
    const double scale
        = std::min(fittingScale(path, pen, &PathPoint::x), fittingScale(path, pen, &PathPoint::y));
    const double left = boxMiddle - extentOf(path, &PathPoint::x, scale, 1.0).middle();
    const double top = boxMiddle - extentOf(path, &PathPoint::y, scale, 1.0).middle();
    for (PathPoint &point : path) {
        point.x = left + scale * point.x;
        point.y = top + scale * point.y;
    }
}

/// Ink on the frame as signed depth below the line's surface, the deepest of all segments. Pixels
/// that are already full are skipped, so that a scribble costs no more than its first layers.
class InkFrame
{
public:
    explicit InkFrame(double edge)
        : m_edge(edge)
    {
        m_depth.fill(-edge); // below -edge / 2 there is no ink
        m_open.fill(0);
        for (int row = boxFirst; row < boxFirst + boxSide; ++row)
            m_open[static_cast<std::size_t>(row)] = columns(boxFirst, boxFirst + boxSide - 1);
    }

    void draw(const PathPoint &a, const PathPoint &b);
    [[nodiscard]] Raster toRaster() const;

private:
    static std::uint32_t columns(int first, int last)
    {
        return ((2U << last) - 1U) & ~((1U << first) - 1U);
    }
    void drawRow(const PathPoint &a, const PathPoint &b, int row, double reach);

    double m_edge;
    std::array<double, side * side> m_depth{};
    std::array<std::uint32_t, side> m_open{}; ///< a bit a pixel that can still get darker
};

void InkFrame::draw(const PathPoint &a, const PathPoint &b)
{
    const double reach = std::max(a.radius, b.radius) + m_edge / 2.0;
    const double top = std::min(a.y, b.y) - reach - 0.5; // pixel k's centre is at k + 0.5
    const double bottom = std::max(a.y, b.y) + reach - 0.5;
    const int first = std::max(boxFirst, static_cast<int>(std::ceil(top)));
    const int last = std::min(boxFirst + boxSide - 1, static_cast<int>(std::floor(bottom)));
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
    const int first = std::max(boxFirst, static_cast<int>(std::ceil(left)));
    const int last = std::min(boxFirst + boxSide - 1, static_cast<int>(std::floor(right)));
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
        double &depth = m_depth[static_cast<std::size_t>(row * side + column)];
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

/// How far to move along one axis so that the centre of mass lies at index 14. mass: ink a row or a
/// column.
int centeringShift(const std::array<std::int64_t, side> &mass)
{
    constexpr int center = 14;
    std::int64_t total = 0;
    std::int64_t moment = 0;
    for (int i = 0; i < side; ++i) {
        total += mass[static_cast<std::size_t>(i)];
        moment += mass[static_cast<std::size_t>(i)] * i;
    }
    if (total == 0)
        return 0;
    return center - static_cast<int>((2 * moment + total) / (2 * total)); // rounded
}

} // namespace

Raster centerByMass(const Raster &raster)
{
    std::array<std::int64_t, side> rows{};
    std::array<std::int64_t, side> columns{};
    for (std::size_t i = 0; i < raster.size(); ++i) {
        rows[i / side] += raster[i];
        columns[i % side] += raster[i];
    }
    const int down = centeringShift(rows);
    const int right = centeringShift(columns);
    Raster moved{};
    for (int row = std::max(0, down); row < std::min(side, side + down); ++row) {
        for (int column = std::max(0, right); column < std::min(side, side + right); ++column)
            moved[static_cast<std::size_t>(row * side + column)]
                = raster[static_cast<std::size_t>((row - down) * side + column - right)];
    }
    return moved;
}

Raster rasterize(const Drawing &drawing, const Pen &pen)
{
    const Pen sane = sanitized(pen);
    Path path = usablePoints(drawing, sane.width / 2.0);
    if (path.empty())
        return {};
    normalize(path, sane.dotExtent);
    if (sane.widthVariation != 0.0)
        varyWidth(path, sane);
    fitIntoBox(path, sane);
    InkFrame frame(sane.edge);
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
        frame.draw(*previous, point);
        previous = &point;
    }
    return centerByMass(frame.toRaster());
}

} // namespace nabla
