// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/digits/digit_writer.h"

#include "core/data/dataset.h"
#include "core/digits/digit_templates.h"
#include "core/math/portable_functions.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

namespace nabla {

namespace {

/// A template ready to be written.
struct Glyph
{
    double cumulativeWeight = 0.0; ///< up to and including this one, of 1
    std::vector<ControlStroke> strokes;
};

using GlyphTable = std::array<std::vector<Glyph>, classCount>;

GlyphTable makeGlyphs()
{
    GlyphTable table;
    for (const DigitTemplate &entry : digitTemplates()) {
        std::vector<Glyph> &glyphs = table[static_cast<std::size_t>(entry.digit)];
        const double before = glyphs.empty() ? 0.0 : glyphs.back().cumulativeWeight;
        glyphs.push_back({before + entry.weight, parseTemplatePath(entry.path)});
    }
    for (std::vector<Glyph> &glyphs : table) {
        const double total = glyphs.back().cumulativeWeight;
        for (Glyph &glyph : glyphs)
            glyph.cumulativeWeight /= total;
    }
    return table;
}

const GlyphTable &glyphTable()
{
    static const GlyphTable table = makeGlyphs();
    return table;
}

const Glyph &chooseGlyph(const DigitStyle &style, int digit, DigitRandom &random)
{
    const std::vector<Glyph> &glyphs = glyphTable()[static_cast<std::size_t>(digit)];
    const double draw = random.uniform();
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        const double evenly = static_cast<double>(i + 1) / static_cast<double>(glyphs.size());
        if (draw < (1.0 - style.evenness) * glyphs[i].cumulativeWeight + style.evenness * evenly)
            return glyphs[i];
    }
    return glyphs.back();
}

StrokePoint operator+(StrokePoint a, StrokePoint b)
{
    return {a.x + b.x, a.y + b.y};
}

StrokePoint operator-(StrokePoint a, StrokePoint b)
{
    return {a.x - b.x, a.y - b.y};
}

StrokePoint operator*(double factor, StrokePoint a)
{
    return {factor * a.x, factor * a.y};
}

double lengthOf(StrokePoint a)
{
    return std::sqrt(a.x * a.x + a.y * a.y);
}

void jitter(std::vector<ControlStroke> &strokes, const DigitStyle &style, DigitRandom &random)
{
    for (ControlStroke &stroke : strokes) {
        StrokePoint shift;
        if (strokes.size() > 1)
            shift = {random.normal(style.strokeJitter), random.normal(style.strokeJitter)};
        for (ControlPoint &point : stroke) {
            const StrokePoint own{random.normal(style.pointJitter),
                                  random.normal(style.pointJitter)};
            point.position = point.position + shift + own;
        }
    }
}

/// Moves the stroke's end along its last span, outwards or inwards.
void moveEnd(ControlPoint &end, const ControlPoint &neighbor, double by)
{
    const StrokePoint span = end.position - neighbor.position;
    const double length = lengthOf(span);
    constexpr double shortest = 0.02;
    if (length < shortest)
        return;
    const double limited = std::max(by, -0.6 * length);
    end.position = end.position + (limited / length) * span;
}

/// Cubic Hermite span by span, tangents weighted by chord length (Catmull-Rom for uneven points).
Stroke smoothLine(const ControlStroke &points)
{
    constexpr int pieces = 6;
    const std::size_t spans = points.size() - 1;
    std::vector<double> length(spans);
    std::vector<StrokePoint> chord(spans); // unit-speed direction of each span
    for (std::size_t i = 0; i < spans; ++i) {
        const StrokePoint span = points[i + 1].position - points[i].position;
        length[i] = std::max(lengthOf(span), 1e-6);
        chord[i] = (1.0 / length[i]) * span;
    }
    const auto isSmooth = [&](std::size_t i) {
        return i > 0 && i < spans && !points[i].corner;
    };
    const auto tangent = [&](std::size_t i) {
        return (1.0 / (length[i - 1] + length[i]))
               * (length[i] * chord[i - 1] + length[i - 1] * chord[i]);
    };
    Stroke line{points.front().position};
    for (std::size_t i = 0; i < spans; ++i) {
        // A free end bends as the other end asks for.
        StrokePoint first = isSmooth(i) ? tangent(i) : chord[i];
        StrokePoint last = isSmooth(i + 1) ? tangent(i + 1) : chord[i];
        if (!isSmooth(i) && isSmooth(i + 1))
            first = 1.5 * chord[i] - 0.5 * last;
        else if (isSmooth(i) && !isSmooth(i + 1))
            last = 1.5 * chord[i] - 0.5 * first;
        for (int piece = 1; piece <= pieces; ++piece) {
            const double t = static_cast<double>(piece) / pieces;
            const double u = 1.0 - t;
            line.push_back((u * u * (1.0 + 2.0 * t)) * points[i].position
                           + (t * t * (3.0 - 2.0 * t)) * points[i + 1].position
                           + (length[i] * t * u) * (u * first - t * last));
        }
    }
    return line;
}

/// A smooth distortion of the whole digit and a few local ones.
class Distortion
{
public:
    Distortion(const DigitStyle &style, DigitRandom &random)
    {
        for (StrokePoint &coefficient : m_warp)
            coefficient = {random.normal(style.warp), random.normal(style.warp)};
        for (Bump &bump : m_bumps) {
            bump.center = {random.uniform() * 0.8 - 0.4, random.uniform() - 0.5};
            bump.shift = {random.normal(style.bumpShift), random.normal(style.bumpShift)};
        }
    }

    /// The point is relative to the digit's middle.
    [[nodiscard]] StrokePoint operator()(StrokePoint p) const
    {
        const double x = 2.0 * p.x;
        const double y = 2.0 * p.y;
        const std::array<double, 7> terms{x * x,     x * y,     y * y,    x * x * x,
                                          x * x * y, x * y * y, y * y * y};
        StrokePoint moved = p;
        for (std::size_t i = 0; i < terms.size(); ++i)
            moved = moved + (0.5 * terms[i]) * m_warp[i];
        for (const Bump &bump : m_bumps) {
            constexpr double radius = 0.25;
            const StrokePoint d = p - bump.center;
            const double distance = (d.x * d.x + d.y * d.y) / (2.0 * radius * radius);
            moved = moved + portableExp(-distance) * bump.shift;
        }
        return moved;
    }

private:
    struct Bump
    {
        StrokePoint center;
        StrokePoint shift;
    };
    std::array<StrokePoint, 7> m_warp{};
    std::array<Bump, 4> m_bumps{};
};

/// Slant, rotation and aspect of a hand.
struct Affine
{
    double xx, xy, yx, yy;

    Affine(const DigitStyle &style, int digit, DigitRandom &random)
    {
        // People slant their ones more than the rest.
        const double mean = digit == 1 ? 2.0 * style.slant : style.slant;
        const double spread = digit == 1 ? 1.35 * style.slantSpread : style.slantSpread;
        const double slant = mean + random.normal(spread);
        const double angle = random.normal(style.rotationSpread);
        const double aspect = portableExp(random.normal(style.aspectSpread));
        const double s = portableSin(angle);
        const double c = std::sqrt(1.0 - s * s);
        // Rotation of (aspect * x - slant * y, y), y pointing down.
        xx = c * aspect;
        xy = -c * slant - s;
        yx = s * aspect;
        yy = c - s * slant;
    }

    [[nodiscard]] StrokePoint operator()(StrokePoint p) const
    {
        return {xx * p.x + xy * p.y, yx * p.x + yy * p.y};
    }
};

StrokePoint middleOf(const std::vector<ControlStroke> &strokes)
{
    StrokePoint low = strokes.front().front().position;
    StrokePoint high = low;
    for (const ControlStroke &stroke : strokes) {
        for (const ControlPoint &point : stroke) {
            low = {std::min(low.x, point.position.x), std::min(low.y, point.position.y)};
            high = {std::max(high.x, point.position.x), std::max(high.y, point.position.y)};
        }
    }
    return 0.5 * (low + high);
}

} // namespace

Drawing writeDigit(const DigitStyle &style, int digit, DigitRandom &random)
{
    std::vector<ControlStroke> strokes = chooseGlyph(style, digit, random).strokes;
    jitter(strokes, style, random);
    for (ControlStroke &stroke : strokes) {
        moveEnd(stroke.front(), stroke[1], random.normal(style.endJitter));
        moveEnd(stroke.back(), stroke[stroke.size() - 2], random.normal(style.endJitter));
    }
    const StrokePoint middle = middleOf(strokes);
    const Distortion distortion(style, random);
    const Affine affine(style, digit, random);
    Drawing drawing;
    for (const ControlStroke &stroke : strokes) {
        drawing.push_back(smoothLine(stroke));
        for (StrokePoint &point : drawing.back())
            point = affine(distortion(point - middle));
    }
    return drawing;
}

} // namespace nabla
