// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/stroke_smoother.h"

#include <cmath>

namespace nabla::ui {

namespace {

struct Vector
{
    double x = 0.0;
    double y = 0.0;

    [[nodiscard]] double length() const { return std::hypot(x, y); }
    [[nodiscard]] double dot(Vector other) const { return x * other.x + y * other.y; }
};

Vector vectorBetween(StrokePoint from, StrokePoint to)
{
    return {to.x - from.x, to.y - from.y};
}

/// Scaled to a chord's length. Without a neighbour, or at a corner, the curve leaves along it.
Vector tangent(Vector chord, const Vector *neighbour)
{
    if (!neighbour)
        return chord;
    const double near = chord.length();
    const double far = neighbour->length();
    if (far <= 0.0 || chord.dot(*neighbour) < StrokeSmoother::sharpest * near * far)
        return chord;
    // Directions weighed by the other's length: the circle through the three points.
    const Vector sum{chord.x / near * far + neighbour->x / far * near,
                     chord.y / near * far + neighbour->y / far * near};
    const double share = near / sum.length();
    return {share * sum.x, share * sum.y};
}

StrokePoint hermite(StrokePoint from, StrokePoint to, Vector leaving, Vector arriving, double t)
{
    const double atFrom = (1.0 + 2.0 * t) * (1.0 - t) * (1.0 - t);
    const double atTo = t * t * (3.0 - 2.0 * t);
    const double leaves = t * (1.0 - t) * (1.0 - t);
    const double arrives = t * t * (t - 1.0);
    return {atFrom * from.x + atTo * to.x + leaves * leaving.x + arrives * arriving.x,
            atFrom * from.y + atTo * to.y + leaves * leaving.y + arrives * arriving.y,
            from.pressure + t * (to.pressure - from.pressure)};
}

} // namespace

void StrokeSmoother::begin(StrokePoint point)
{
    m_given = {point};
}

bool StrokeSmoother::extend(Stroke &stroke, StrokePoint point)
{
    const bool joined = join(stroke, &point);
    stroke.push_back(point);
    m_given.push_back(point);
    if (m_given.size() > 3)
        m_given.erase(m_given.begin());
    return joined;
}

bool StrokeSmoother::finish(Stroke &stroke)
{
    return join(stroke, nullptr);
}

/// Lays the curve between the last two points that came; they are the stroke's end.
bool StrokeSmoother::join(Stroke &stroke, const StrokePoint *after)
{
    if (m_given.size() < 2)
        return false;
    const StrokePoint to = m_given.back();
    const StrokePoint from = m_given[m_given.size() - 2];
    const Vector chord = vectorBetween(from, to);
    const bool isFirst = m_given.size() == 2;
    const Vector before = isFirst ? Vector{} : vectorBetween(m_given.front(), from);
    const Vector next = after ? vectorBetween(to, *after) : Vector{};
    const Vector leaving = tangent(chord, isFirst ? nullptr : &before);
    const Vector arriving = tangent(chord, after ? &next : nullptr);
    // The middle of a Hermite curve lies an eighth of this beside the chord's.
    const double bow = Vector{leaving.x - arriving.x, leaving.y - arriving.y}.length() / 8.0;
    if (bow < leastBow)
        return false;
    const int pieces = static_cast<int>(std::ceil(chord.length() / step));
    Stroke curve;
    for (int i = 1; i < pieces; ++i)
        curve.push_back(hermite(from, to, leaving, arriving, static_cast<double>(i) / pieces));
    stroke.insert(stroke.end() - 1, curve.begin(), curve.end());
    return true;
}

} // namespace nabla::ui
