// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vision/number_ink.h"

#include <algorithm>
#include <cmath>

namespace nabla {

namespace {

constexpr double wideStroke = 1.1; ///< width against line height from which several digits hide
constexpr double goodPart = 0.3; ///< of a stroke's width on either side of a cut by hand
constexpr double farthest = 1e150;

Drawing usable(const Drawing &drawing)
{
    Drawing result;
    for (const Stroke &stroke : drawing) {
        Stroke kept;
        for (const StrokePoint point : stroke) {
            if (std::fabs(point.x) <= farthest && std::fabs(point.y) <= farthest)
                kept.push_back(point); // not where NaN
        }
        if (!kept.empty())
            result.push_back(std::move(kept));
    }
    return result;
}

InkFragment boxOf(const Drawing &part)
{
    const StrokePoint start = part.front().front();
    InkFragment box{start.x, start.y, start.x, start.y, false};
    for (const Stroke &stroke : part) {
        for (const StrokePoint point : stroke) {
            box.left = std::min(box.left, point.x);
            box.right = std::max(box.right, point.x);
            box.top = std::min(box.top, point.y);
            box.bottom = std::max(box.bottom, point.y);
        }
    }
    return box;
}

double heightOf(const InkFragment &box)
{
    return box.bottom - box.top;
}

/// The lines of a stroke left of x, and right of it; both include the point on it.
std::pair<Drawing, Drawing> partedAt(const Drawing &part, double x)
{
    std::pair<Drawing, Drawing> sides;
    for (const Stroke &stroke : part) {
        const auto sideOf = [&](StrokePoint point) -> Drawing & {
            return point.x < x ? sides.first : sides.second;
        };
        sideOf(stroke.front()).push_back({stroke.front()});
        for (std::size_t i = 1; i < stroke.size(); ++i) {
            const StrokePoint from = stroke[i - 1];
            const StrokePoint to = stroke[i];
            if ((from.x < x) != (to.x < x)) {
                const double share = (x - from.x) / (to.x - from.x);
                const StrokePoint crossing{x, from.y + share * (to.y - from.y)};
                sideOf(from).back().push_back(crossing);
                sideOf(to).push_back({crossing});
            }
            sideOf(to).back().push_back(to);
        }
    }
    return sides;
}

int crossings(const Stroke &stroke, double x)
{
    int count = 0;
    for (std::size_t i = 1; i < stroke.size(); ++i)
        count += (stroke[i - 1].x < x) != (stroke[i].x < x) ? 1 : 0;
    return count;
}

/// Where a wide stroke may be parted: in the middle of every stretch of verticals that one line of
/// it crosses, and every third of a line height along a long one.
std::vector<double> partingLines(const Stroke &stroke, double lineHeight)
{
    const InkFragment box = boxOf({stroke});
    const double step = lineHeight / 40.0;
    const double margin = lineHeight / 5.0;
    const double longest = lineHeight / 3.0;
    std::vector<double> lines;
    double begin = 0.0;
    double end = -1.0;
    const auto close = [&] {
        if (end < begin)
            return;
        const int count = 1 + static_cast<int>((end - begin) / longest);
        for (int i = 0; i < count; ++i)
            lines.push_back(begin + (end - begin) * (i + 0.5) / count);
        end = begin - 1.0;
    };
    for (double x = box.left + margin; x < box.right - margin; x += step) {
        if (crossings(stroke, x) != 1) {
            close();
            continue;
        }
        if (end < begin)
            begin = x;
        end = x;
    }
    close();
    return lines;
}

double squaredDistance(StrokePoint p, StrokePoint a, StrokePoint b)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length = dx * dx + dy * dy;
    const double along
        = length > 0.0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0) : 0.0;
    const double ex = a.x + along * dx - p.x;
    const double ey = a.y + along * dy - p.y;
    return ex * ex + ey * ey;
}

/// Points along the lines, none farther from the next than half the reach.
std::vector<StrokePoint> pointsAlong(const Drawing &lines, double reach)
{
    constexpr double mostSteps = 200.0;
    std::vector<StrokePoint> points;
    for (const Stroke &line : lines) {
        points.push_back(line.front());
        for (std::size_t i = 1; i < line.size(); ++i) {
            const StrokePoint from = line[i - 1];
            const StrokePoint to = line[i];
            const double length = std::hypot(to.x - from.x, to.y - from.y);
            const int steps = 1 + static_cast<int>(std::min(mostSteps, 2.0 * length / reach));
            for (int step = 1; step <= steps; ++step) {
                const double share = static_cast<double>(step) / steps;
                points.push_back(
                    {from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)});
            }
        }
    }
    return points;
}

/// Whether any line of one comes within reach of any of the other.
bool comeWithin(const Drawing &some, const Drawing &others, double reach)
{
    const InkFragment box = boxOf(others);
    for (const StrokePoint point : pointsAlong(some, reach)) {
        if (point.x < box.left - reach || point.x > box.right + reach || point.y < box.top - reach
            || point.y > box.bottom + reach)
            continue;
        for (const Stroke &line : others) {
            for (std::size_t i = 0; i < line.size(); ++i) {
                if (squaredDistance(point, line[i], line[std::min(i + 1, line.size() - 1)])
                    <= reach * reach)
                    return true;
            }
        }
    }
    return false;
}

class StrokesInk final : public NumberInk
{
public:
    StrokesInk(const Drawing &drawing, std::span<const double> cuts)
    {
        const Drawing strokes = usable(drawing);
        double lineHeight = 0.0;
        for (const Stroke &stroke : strokes)
            lineHeight = std::max(lineHeight, heightOf(boxOf({stroke})));
        for (const Stroke &stroke : strokes) {
            if (m_parts.size() > maxInkFragments)
                break;
            add(stroke, lineHeight, cuts);
        }
        std::ranges::stable_sort(m_parts, {}, [](const Part &part) { return part.box.middle(); });
        for (const Part &part : m_parts)
            m_fragments.push_back(part.box);
        m_dotExtent = lineHeight / 30.0;
        m_reach = lineHeight / 20.0;
    }

    [[nodiscard]] bool meet(std::size_t a, std::size_t b) const override
    {
        return m_reach > 0.0 && comeWithin(m_parts[a].lines, m_parts[b].lines, m_reach);
    }

    [[nodiscard]] Raster raster(std::size_t first, std::size_t last) const override
    {
        Drawing drawing;
        for (std::size_t i = first; i < last; ++i)
            drawing.insert(drawing.end(), m_parts[i].lines.begin(), m_parts[i].lines.end());
        Pen pen;
        pen.dotExtent = m_dotExtent;
        return rasterize(drawing, pen);
    }

private:
    struct Part
    {
        Drawing lines;
        InkFragment box;
    };

    void add(const Stroke &stroke, double lineHeight, std::span<const double> cuts)
    {
        const InkFragment box = boxOf({stroke});
        std::vector<double> lines;
        if (cuts.empty() && box.width() > wideStroke * lineHeight)
            lines = partingLines(stroke, lineHeight);
        for (const double cut : cuts) {
            const double part = goodPart * box.width();
            if (box.width() > 0.0 && cut - box.left > part && box.right - cut > part)
                lines.push_back(cut);
        }
        std::ranges::sort(lines);
        Drawing rest{stroke};
        bool isCut = false;
        for (const double line : lines) {
            auto [before, after] = partedAt(rest, line);
            if (before.empty() || after.empty())
                continue;
            addPart(std::move(before), isCut);
            rest = std::move(after);
            isCut = true;
        }
        addPart(std::move(rest), isCut);
    }

    void addPart(Drawing lines, bool isCut)
    {
        InkFragment box = boxOf(lines);
        box.cutFromPrevious = isCut;
        m_parts.push_back({std::move(lines), box});
    }

    std::vector<Part> m_parts; ///< in the order of the fragments
    double m_dotExtent = 0.0;
    double m_reach = 0.0; ///< about a pen's width
};

} // namespace

std::unique_ptr<NumberInk> inkOfStrokes(const Drawing &drawing, std::span<const double> cuts)
{
    return std::make_unique<StrokesInk>(drawing, cuts);
}

} // namespace nabla
