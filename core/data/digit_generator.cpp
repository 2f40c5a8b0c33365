// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/digit_generator.h"

#include "core/data/digit_templates.h"
#include "core/math/portable_functions.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <numbers>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

namespace nabla {

namespace {

/// splitmix64: a digit draws a few hundred numbers, for which a Mersenne Twister's state would cost
/// more than the digit.
class DigitRandom
{
public:
    DigitRandom(std::uint64_t seed, std::uint64_t index)
        : m_state(mix(mix(seed) ^ index))
    {
    }

    std::uint64_t next() { return mix(m_state += golden); }
    double uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

    /// Approximately N(0, 1): the sum of twelve uniforms. Exact in integers, hence portable.
    double normal()
    {
        std::int64_t sum = 0;
        for (int draw = 0; draw < 3; ++draw) {
            const std::uint64_t bits = next();
            for (int shift = 0; shift < 64; shift += 16)
                sum += static_cast<std::int64_t>((bits >> shift) & 0xffffU);
        }
        constexpr double twelveHalves = 12 * 32767.5;
        return (static_cast<double>(sum) - twelveHalves) / 65536.0;
    }

    double normal(double spread) { return spread * normal(); }

private:
    static constexpr std::uint64_t golden = 0x9e3779b97f4a7c15ULL;
    static std::uint64_t mix(std::uint64_t x)
    {
        x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
        x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
        return x ^ (x >> 31);
    }

    std::uint64_t m_state;
};

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

const Glyph &chooseGlyph(int digit, DigitRandom &random)
{
    const std::vector<Glyph> &glyphs = glyphTable()[static_cast<std::size_t>(digit)];
    const double draw = random.uniform();
    for (const Glyph &glyph : glyphs) {
        if (draw < glyph.cumulativeWeight)
            return glyph;
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

Drawing writeDigit(const DigitStyle &style, int digit, DigitRandom &random)
{
    std::vector<ControlStroke> strokes = chooseGlyph(digit, random).strokes;
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

Pen choosePen(const DigitStyle &style, DigitRandom &random)
{
    constexpr double thinnest = 1.0;
    Pen pen;
    pen.width = std::clamp(style.penWidth * portableExp(random.normal(style.penWidthSpread)),
                           thinnest, style.penWidthMax);
    pen.edge = std::clamp(1.3 * portableExp(random.normal(style.edgeSpread)), 0.6, 2.0);
    pen.widthVariation = std::fabs(random.normal(style.penVariation));
    pen.widthPhase = 2.0 * std::numbers::pi * random.uniform();
    return pen;
}

} // namespace

DigitStyle mildDigits()
{
    return {};
}

DigitStyle strongDigits()
{
    DigitStyle style;
    style.pointJitter = 0.048;
    style.strokeJitter = 0.034;
    style.endJitter = 0.13;
    style.warp = 0.085;
    style.bumpShift = 0.06;
    style.slantSpread = 0.26;
    style.aspectSpread = 0.25;
    style.penWidthSpread = 0.42;
    style.penVariation = 0.2;
    style.edgeSpread = 0.3;
    return style;
}

std::uint8_t generatedLabel(std::uint64_t seed, std::uint64_t index)
{
    constexpr std::uint64_t purpose = 0x6c6162656cULL; // apart from the digits' own numbers
    DigitRandom random(seed ^ purpose, index / classCount);
    std::array<std::uint8_t, classCount> order{0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    for (std::size_t i = order.size(); i > 1; --i)
        std::swap(order[i - 1], order[random.next() % i]);
    return order[index % classCount];
}

Raster generateDigit(const DigitStyle &style, std::uint64_t seed, std::uint64_t index, int digit)
{
    if (digit < 0 || digit >= classCount)
        throw std::invalid_argument("generateDigit: " + std::to_string(digit) + " is not a digit");
    DigitRandom random(seed, index);
    const Drawing drawing = writeDigit(style, digit, random);
    return rasterize(drawing, choosePen(style, random));
}

void generateRange(const DigitStyle &style, std::uint64_t seed, std::uint64_t first,
                   std::span<std::uint8_t> pixels, std::span<std::uint8_t> labels)
{
    if (pixels.size() != labels.size() * imagePixels)
        throw std::invalid_argument("generateRange: " + std::to_string(pixels.size())
                                    + " pixels for " + std::to_string(labels.size()) + " labels");
    for (std::size_t i = 0; i < labels.size(); ++i) {
        labels[i] = generatedLabel(seed, first + i);
        const Raster raster = generateDigit(style, seed, first + i, labels[i]);
        std::copy(raster.begin(), raster.end(),
                  pixels.begin() + static_cast<std::ptrdiff_t>(i * imagePixels));
    }
}

namespace {

/// Fills both spans, half of it by a second thread. False if cancelled.
bool generateInParallel(const DigitStyle &style, std::uint64_t seed, std::span<std::uint8_t> pixels,
                        std::span<std::uint8_t> labels, const ProgressFunction &progress)
{
    constexpr std::size_t chunk = 250;
    std::atomic<std::size_t> next{0};
    std::atomic<bool> canceled{false};
    const auto makeChunk = [&] {
        const std::size_t first = next.fetch_add(chunk);
        if (first >= labels.size() || canceled)
            return false;
        const std::size_t count = std::min(chunk, labels.size() - first);
        generateRange(style, seed, first, pixels.subspan(first * imagePixels, count * imagePixels),
                      labels.subspan(first, count));
        return true;
    };
    std::exception_ptr failure;
    {
        const std::jthread second([&] {
            try {
                while (makeChunk()) {}
            } catch (...) {
                failure = std::current_exception();
            }
        });
        // Joined also when progress throws: then the second thread has to stop first.
        const struct StopOnLeave
        {
            std::atomic<bool> &flag;
            ~StopOnLeave() { flag = true; }
        } stopOnLeave{canceled};
        while (makeChunk()) {
            const double started = static_cast<double>(next) / static_cast<double>(labels.size());
            if (progress && !progress(std::min(1.0, started)))
                return false;
        }
    }
    if (failure)
        std::rethrow_exception(failure);
    return true;
}

} // namespace

std::optional<Dataset> generateDataset(const DigitStyle &style, std::uint64_t seed,
                                       const ProgressFunction &progress)
{
    constexpr std::size_t forTraining = 60'000;
    constexpr std::size_t forTest = 10'000;
    std::vector<std::uint8_t> pixels((forTraining + forTest) * imagePixels);
    std::vector<std::uint8_t> labels(forTraining + forTest);
    if (!generateInParallel(style, seed, pixels, labels, progress))
        return std::nullopt;
    const std::size_t training = forTraining - validationShare(forTraining);
    const auto part = [&](std::size_t from, std::size_t to) {
        const auto pixel = [&](std::size_t i) {
            return pixels.begin() + static_cast<std::ptrdiff_t>(i * imagePixels);
        };
        const auto label = [&](std::size_t i) {
            return labels.begin() + static_cast<std::ptrdiff_t>(i);
        };
        return LabelledImages({pixel(from), pixel(to)}, {label(from), label(to)});
    };
    Dataset set;
    set.training = part(0, training);
    set.validation = part(training, forTraining);
    set.test = part(forTraining, forTraining + forTest);
    return set;
}

} // namespace nabla
