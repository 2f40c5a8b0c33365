// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vision/number_ink.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace nabla {

namespace {

constexpr double wideStroke = 1.1; ///< width against line height from which several digits hide
constexpr double goodPart = 0.3; ///< of a stroke's width on either side of a cut by hand

Drawing usable(const Drawing &drawing)
{
    Drawing result;
    for (const Stroke &stroke : drawing) {
        Stroke kept;
        for (const StrokePoint point : stroke) {
            if (std::fabs(point.x) <= farthestCoordinate
                && std::fabs(point.y) <= farthestCoordinate)
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

/// How often the stroke crosses each of `count` verticals, the first at x, `step` apart.
std::vector<int> crossings(const Stroke &stroke, double x, double step, std::size_t count)
{
    std::vector<int> changes(count + 1);
    const auto beyond = [&](double position) { // the first vertical to the right of it
        return static_cast<std::size_t>(
            std::clamp(std::floor((position - x) / step) + 1.0, 0.0, static_cast<double>(count)));
    };
    for (std::size_t i = 1; i < stroke.size(); ++i) {
        const auto [left, right] = std::minmax(stroke[i - 1].x, stroke[i].x);
        ++changes[beyond(left)];
        --changes[beyond(right)];
    }
    std::partial_sum(changes.begin(), changes.end(), changes.begin());
    changes.pop_back();
    return changes;
}

/// Where a wide stroke may be parted: in the middle of every stretch of verticals that one line of
/// it crosses, and every third of a line height along a long one.
std::vector<double> partingLines(const Stroke &stroke, double lineHeight)
{
    const InkFragment box = boxOf({stroke});
    const double step = lineHeight / 40.0;
    const double margin = lineHeight / 5.0;
    const double longest = lineHeight / 3.0;
    const double first = box.left + margin;
    const auto columns = static_cast<std::size_t>((box.width() - 2.0 * margin) / step);
    const std::vector<int> crossed = crossings(stroke, first, step, columns);
    std::vector<double> lines;
    for (std::size_t begin = 0, end = 0; begin < columns; begin = std::max(end, begin + 1)) {
        end = begin;
        while (end < columns && crossed[end] == 1)
            ++end;
        if (end == begin)
            continue;
        const double length = step * static_cast<double>(end - 1 - begin);
        const int count = 1 + static_cast<int>(length / longest);
        for (int i = 0; i < count; ++i)
            lines.push_back(first + step * static_cast<double>(begin) + length * (i + 0.5) / count);
    }
    return lines;
}

/// A square of a grid, by the whole numbers of its corner: doubles, for they may be large.
using Cell = std::pair<double, double>;

/// The squares that the lines go through, in order: sampled twice a side.
std::vector<Cell> cellsOf(const Drawing &lines, double side)
{
    constexpr double mostSteps = 200.0;
    std::vector<Cell> cells;
    const auto add = [&](double x, double y) {
        const Cell cell{std::floor(x / side), std::floor(y / side)};
        if (cells.empty() || cells.back() != cell)
            cells.push_back(cell);
    };
    for (const Stroke &line : lines) {
        add(line.front().x, line.front().y);
        for (std::size_t i = 1; i < line.size(); ++i) {
            const double dx = line[i].x - line[i - 1].x;
            const double dy = line[i].y - line[i - 1].y;
            const double steps = std::ceil(std::min(mostSteps, 2.0 * std::hypot(dx, dy) / side));
            for (double step = 1.0; step <= steps; ++step)
                add(line[i - 1].x + dx * step / steps, line[i - 1].y + dy * step / steps);
        }
    }
    std::ranges::sort(cells);
    cells.erase(std::ranges::unique(cells).begin(), cells.end());
    return cells;
}

class StrokesInk final : public NumberInk
{
public:
    StrokesInk(const Drawing &drawing, std::span<const double> cuts)
    {
        const Drawing strokes = usable(drawing);
        std::vector<InkFragment> boxes;
        for (const Stroke &stroke : strokes)
            boxes.push_back(boxOf({stroke}));
        const double lineHeight = lineHeightOf(boxes);
        for (const Stroke &stroke : strokes) {
            if (m_parts.size() > maxInkFragments)
                break;
            add(stroke, lineHeight, cuts);
        }
        std::ranges::stable_sort(m_parts, {}, [](const Part &part) { return part.box.middle(); });
        for (const Part &part : m_parts)
            m_fragments.push_back(part.box);
        m_dotExtent = lineHeight / 30.0;
        // About a pen's width.
        for (Part &part : m_parts)
            part.cells = cellsOf(part.lines, lineHeight / 20.0);
    }

    [[nodiscard]] bool meet(std::size_t a, std::size_t b) const override
    {
        const std::vector<Cell> &others = m_parts[b].cells;
        return std::ranges::any_of(m_parts[a].cells, [&others](const Cell &cell) {
            for (double column = cell.first - 1.0; column <= cell.first + 1.0; ++column) {
                const auto near = std::ranges::lower_bound(others, Cell{column, cell.second - 1.0});
                if (near != others.end() && near->first == column
                    && near->second <= cell.second + 1.0)
                    return true;
            }
            return false;
        });
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
        std::vector<Cell> cells; ///< of a grid as fine as the pen
    };

    void add(const Stroke &stroke, double lineHeight, std::span<const double> cuts)
    {
        const InkFragment box = boxOf({stroke});
        std::vector<double> lines;
        // A dash is wide but hides no digit.
        if (cuts.empty() && box.width() > wideStroke * lineHeight
            && box.height() > 0.5 * lineHeight)
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
        m_parts.push_back({std::move(lines), box, {}});
    }

    std::vector<Part> m_parts; ///< in the order of the fragments
    double m_dotExtent = 0.0;
};

} // namespace

std::unique_ptr<NumberInk> inkOfStrokes(const Drawing &drawing, std::span<const double> cuts)
{
    return std::make_unique<StrokesInk>(drawing, cuts);
}

} // namespace nabla
