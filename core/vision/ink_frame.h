// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vision/mnist_raster.h"

#include <array>
#include <cstdint>
#include <vector>

namespace nabla {

/// A point of a pen's path, first in the drawing's unit, then in pixels of the frame.
struct PathPoint
{
    double x = 0.0;
    double y = 0.0;
    double radius = 0.0; ///< half the pen's width here, pixels
    bool begins = false; ///< a new stroke
};

using Path = std::vector<PathPoint>;

/// The pixels of the frame that take ink, the same for rows and columns.
struct InkArea
{
    int first = 0;
    int last = 27;
};

/// Ink on the frame as signed depth below the line's surface, the deepest of all segments. Pixels
/// that are already full are skipped, so that a scribble costs no more than its first layers.
class InkFrame
{
public:
    /// edge: width of the line's grey rim, pixels.
    InkFrame(double edge, InkArea area);

    /// Points in pixels of the frame, radii too; finite and at most a few frames away.
    void draw(const Path &path);
    [[nodiscard]] Raster toRaster() const;

private:
    void drawSegment(const PathPoint &a, const PathPoint &b);
    void drawRow(const PathPoint &a, const PathPoint &b, int row, double reach);

    double m_edge;
    InkArea m_area;
    std::array<double, 28 * 28> m_depth{};
    std::array<std::uint32_t, 28> m_open{}; ///< a bit a pixel that can still get darker
};

} // namespace nabla
