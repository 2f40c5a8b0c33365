// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/stroke_geometry.h"

#include <algorithm>
#include <cmath>

namespace nabla::ui {

namespace {

QPointF scaled(StrokePoint point, double scale)
{
    return {scale * point.x, scale * point.y};
}

QPointF middle(const Stroke &stroke, std::size_t i, double scale)
{
    return (scaled(stroke[i], scale) + scaled(stroke[i + 1], scale)) / 2.0;
}

/// Where the rounding of a corner begins, or ends, on the way to a middle.
QPointF beside(QPointF corner, QPointF middle, double scale)
{
    const QPointF way = middle - corner;
    const double length = std::hypot(way.x(), way.y());
    return length <= cornerReach * scale ? middle : corner + way * (cornerReach * scale / length);
}

StrokePoint between(StrokePoint a, StrokePoint b, double share)
{
    return {a.x + share * (b.x - a.x), a.y + share * (b.y - a.y),
            a.pressure + share * (b.pressure - a.pressure)};
}

double distance(StrokePoint a, StrokePoint b)
{
    return std::hypot(b.x - a.x, b.y - a.y);
}

/// A straight move of a round eraser.
struct EraserMove
{
    StrokePoint from;
    StrokePoint to;
    double radius;

    [[nodiscard]] bool covers(StrokePoint point) const
    {
        const double dx = to.x - from.x;
        const double dy = to.y - from.y;
        const double squared = dx * dx + dy * dy;
        const double along = (point.x - from.x) * dx + (point.y - from.y) * dy;
        const double share = squared > 0.0 ? std::clamp(along / squared, 0.0, 1.0) : 0.0;
        return distance(point, between(from, to, share)) <= radius;
    }
    /// Quick and generous: false only when the segment is certainly out of reach.
    [[nodiscard]] bool mayTouch(StrokePoint a, StrokePoint b) const
    {
        return std::min(a.x, b.x) <= std::max(from.x, to.x) + radius
               && std::max(a.x, b.x) >= std::min(from.x, to.x) - radius
               && std::min(a.y, b.y) <= std::max(from.y, to.y) + radius
               && std::max(a.y, b.y) >= std::min(from.y, to.y) - radius;
    }
};

/// The stroke with points close enough to each other, near the eraser, to be cut where it passes.
Stroke refined(const Stroke &stroke, const EraserMove &move)
{
    constexpr double stepsARadius = 4.0;
    Stroke fine{stroke.front()};
    for (std::size_t i = 1; i < stroke.size(); ++i) {
        const StrokePoint a = stroke[i - 1];
        const StrokePoint b = stroke[i];
        if (move.mayTouch(a, b)) {
            const int steps = std::max(
                1, static_cast<int>(std::ceil(stepsARadius * distance(a, b) / move.radius)));
            for (int step = 1; step < steps; ++step)
                fine.push_back(between(a, b, static_cast<double>(step) / steps));
        }
        fine.push_back(b);
    }
    return fine;
}

void appendRemains(Drawing &remains, const Stroke &stroke, const EraserMove &move)
{
    if (stroke.empty())
        return;
    const Stroke fine = refined(stroke, move);
    const auto isCovered = [&move](StrokePoint point) {
        return move.covers(point);
    };
    if (std::none_of(fine.begin(), fine.end(), isCovered)) {
        remains.push_back(stroke);
        return;
    }
    auto first = fine.begin();
    while (first != fine.end()) {
        first = std::find_if_not(first, fine.end(), isCovered);
        const auto last = std::find_if(first, fine.end(), isCovered);
        if (last - first > 1) // a single point would be a crumb that nobody drew
            remains.emplace_back(first, last);
        first = last;
    }
}

} // namespace

std::size_t settledPieces(const Stroke &stroke)
{
    return stroke.empty() ? 0 : stroke.size() - 1;
}

QPainterPath strokePiece(const Stroke &stroke, std::size_t piece, double scale)
{
    if (piece == 0) {
        QPainterPath path(scaled(stroke[0], scale));
        path.lineTo(middle(stroke, 0, scale));
        return path;
    }
    const QPointF corner = scaled(stroke[piece], scale);
    const QPointF from = middle(stroke, piece - 1, scale);
    const QPointF to = middle(stroke, piece, scale);
    QPainterPath path(from);
    path.lineTo(beside(corner, from, scale));
    path.quadTo(corner, beside(corner, to, scale));
    path.lineTo(to);
    return path;
}

QPainterPath strokeTail(const Stroke &stroke, double scale)
{
    const QPointF end = scaled(stroke.back(), scale);
    if (stroke.size() == 1) {
        QPainterPath dot(end);
        dot.lineTo(end + QPointF(0.01, 0.0)); // a path without length would not be painted
        return dot;
    }
    QPainterPath path(middle(stroke, stroke.size() - 2, scale));
    path.lineTo(end);
    return path;
}

std::vector<QPainterPath> strokePaths(const Stroke &stroke, double scale)
{
    constexpr std::size_t piecesAPath = 50;
    std::vector<QPainterPath> paths;
    for (std::size_t piece = 0; piece < settledPieces(stroke); ++piece) {
        if (piece % piecesAPath == 0)
            paths.emplace_back(strokePiece(stroke, piece, scale));
        else
            paths.back().connectPath(strokePiece(stroke, piece, scale));
    }
    if (paths.empty() && !stroke.empty())
        paths.emplace_back(strokeTail(stroke, scale));
    else if (!paths.empty())
        paths.back().connectPath(strokeTail(stroke, scale));
    return paths;
}

Drawing erased(const Drawing &drawing, StrokePoint from, StrokePoint to, double radius)
{
    const EraserMove move{from, to, radius};
    Drawing remains;
    for (const Stroke &stroke : drawing)
        appendRemains(remains, stroke, move);
    return remains;
}

} // namespace nabla::ui
