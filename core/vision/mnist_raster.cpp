// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vision/mnist_raster.h"

#include "core/math/portable_functions.h"
#include "core/vision/ink_frame.h"
#include "core/vision/normalization.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace nabla {

namespace {

constexpr int boxFirst = 4; // the box is drawn in the middle of the frame, then shifted
constexpr double boxMiddle = boxFirst + boxSide / 2.0;
constexpr double smallestExtent = 1e-150;
constexpr InkArea box{boxFirst, boxFirst + boxSide - 1};
constexpr InkArea wholeFrame{0, rasterSide - 1};

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
    sane.dotExtent = clampedOr(pen.dotExtent, 0.0, farthestCoordinate, 0.0);
    return sane;
}

bool isUsable(StrokePoint point)
{
    return std::fabs(point.x) <= farthestCoordinate
           && std::fabs(point.y) <= farthestCoordinate; // false for NaN
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

/// From the drawing's unit to what is fitted into the box.
struct Unit
{
    double scaleX = 0.0;
    double scaleY = 0.0;
};

/// Moves the middle to the origin and makes the longer side 1, or both sides where the aspect is
/// not kept; a dot becomes a point or little more.
Unit normalize(Path &path, double dotExtent, bool keepAspect)
{
    const auto scaleOf = [](double extent) {
        return extent > smallestExtent ? 1.0 / extent : 0.0;
    };
    const Extent x = extentOf(path, &PathPoint::x, 1.0, 0.0);
    const Extent y = extentOf(path, &PathPoint::y, 1.0, 0.0);
    const double both = std::max({x.length(), y.length(), dotExtent});
    const Unit unit{scaleOf(keepAspect ? both : std::max(x.length(), dotExtent)),
                    scaleOf(keepAspect ? both : std::max(y.length(), dotExtent))};
    for (PathPoint &point : path) {
        point.x = (point.x - x.middle()) * unit.scaleX;
        point.y = (point.y - y.middle()) * unit.scaleY;
    }
    return unit;
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

void placeInBox(Path &path, double scaleX, double scaleY)
{
    const double left = boxMiddle - extentOf(path, &PathPoint::x, scaleX, 1.0).middle();
    const double top = boxMiddle - extentOf(path, &PathPoint::y, scaleY, 1.0).middle();
    for (PathPoint &point : path) {
        point.x = left + scaleX * point.x;
        point.y = top + scaleY * point.y;
    }
}

void scalePen(Path &path, double scale)
{
    constexpr double thinnest = 0.3; // half a pen: see sanitized()
    for (PathPoint &point : path)
        point.radius = std::clamp(point.radius * scale, thinnest, 1.0 * boxSide);
}

/// The pen of the final frame: its width does not depend on how large the drawing is.
void fitIntoBox(Path &path, const Pen &pen, bool keepAspect)
{
    double scaleX = fittingScale(path, pen, &PathPoint::x);
    double scaleY = fittingScale(path, pen, &PathPoint::y);
    if (keepAspect)
        scaleX = scaleY = std::min(scaleX, scaleY);
    placeInBox(path, scaleX, scaleY);
}

/// The pen of the paper, shrunk or blown up together with the path: radii are for a pen of width 1.
void fitWithPen(Path &path, const Pen &pen, double penWidth)
{
    const double scale = (boxSide - pen.edge / 2.0) / (1.0 + penWidth);
    scalePen(path, scale * penWidth);
    placeInBox(path, scale, scale);
}

/// Where the drawing stands on the paper, all of which is the frame. What lies beyond ends near it.
void layOnFrame(Path &path, const Sheet &sheet)
{
    const double scale = rasterSide / sheet.side;
    const auto near = [](double pixel) {
        return std::clamp(pixel, -1.0 * rasterSide, 2.0 * rasterSide);
    };
    for (PathPoint &point : path) {
        point.x = near((point.x - sheet.left) * scale);
        point.y = near((point.y - sheet.top) * scale);
    }
}

Sheet sanitized(const Sheet &sheet)
{
    const Sheet standard;
    Sheet sane;
    sane.left = clampedOr(sheet.left, -farthestCoordinate, farthestCoordinate, standard.left);
    sane.top = clampedOr(sheet.top, -farthestCoordinate, farthestCoordinate, standard.top);
    sane.side = clampedOr(sheet.side, smallestExtent, farthestCoordinate, standard.side);
    sane.penWidth = clampedOr(sheet.penWidth, 0.0, farthestCoordinate, standard.penWidth);
    return sane;
}

/// Half the width of a pen whose radii are multiplied by its width later.
constexpr double unitRadius = 0.5;

void fit(Path &path, const Pen &pen, const Sheet &sheet, const Normalization &steps)
{
    const Unit unit = normalize(path, pen.dotExtent, steps.keepAspect);
    if (pen.widthVariation != 0.0)
        varyWidth(path, pen);
    if (steps.penInFrame)
        fitIntoBox(path, pen, steps.keepAspect);
    else // a stretched pen is an ellipse; this one is round and as large
        fitWithPen(path, pen,
                   std::min(farthestCoordinate,
                            sheet.penWidth * std::sqrt(unit.scaleX) * std::sqrt(unit.scaleY)));
}

/// How far to move along one axis so that the centre of mass lies at index 14. mass: ink a row or a
/// column.
int centeringShift(const std::array<std::int64_t, rasterSide> &mass)
{
    constexpr int center = 14;
    std::int64_t total = 0;
    std::int64_t moment = 0;
    for (int i = 0; i < rasterSide; ++i) {
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
    std::array<std::int64_t, rasterSide> rows{};
    std::array<std::int64_t, rasterSide> columns{};
    for (std::size_t i = 0; i < raster.size(); ++i) {
        rows[i / rasterSide] += raster[i];
        columns[i % rasterSide] += raster[i];
    }
    const int down = centeringShift(rows);
    const int right = centeringShift(columns);
    Raster moved{};
    for (int row = std::max(0, down); row < std::min(rasterSide, rasterSide + down); ++row) {
        for (int column = std::max(0, right); column < std::min(rasterSide, rasterSide + right);
             ++column)
            moved[static_cast<std::size_t>(row * rasterSide + column)]
                = raster[static_cast<std::size_t>((row - down) * rasterSide + column - right)];
    }
    return moved;
}

Raster rasterize(const Drawing &drawing, const Pen &pen)
{
    return rasterize(drawing, pen, Sheet{}, Normalization{});
}

Raster rasterize(const Drawing &drawing, const Pen &pen, const Sheet &sheet,
                 const Normalization &steps)
{
    const Pen sanePen = sanitized(pen);
    const Sheet saneSheet = sanitized(sheet);
    Path path = usablePoints(drawing, steps.penInFrame ? sanePen.width / 2.0 : unitRadius);
    if (path.empty())
        return {};
    if (steps.fitBox) {
        fit(path, sanePen, saneSheet, steps);
    } else {
        layOnFrame(path, saneSheet);
        if (!steps.penInFrame)
            scalePen(path, std::min(farthestCoordinate,
                                    saneSheet.penWidth * (rasterSide / saneSheet.side)));
    }
    InkFrame frame(sanePen.edge, steps.fitBox ? box : wholeFrame);
    frame.draw(path);
    return steps.centerByMass ? centerByMass(frame.toRaster()) : frame.toRaster();
}

NormalizationStages normalizationStages(const Drawing &drawing, const Pen &pen, const Sheet &sheet,
                                        const Normalization &steps)
{
    return stagesOf(
        steps, [&](const Normalization &taken) { return rasterize(drawing, pen, sheet, taken); });
}

} // namespace nabla
