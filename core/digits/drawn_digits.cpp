// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/digits/drawn_digits.h"

#include "core/digits/digit_generator.h"
#include "core/digits/digit_random.h"
#include "core/digits/digit_writer.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace nabla {

namespace {

constexpr double smallestDigit = 0.2; // of the sheet's side
constexpr double largestDigit = 0.9;

struct Bounds
{
    StrokePoint low;
    StrokePoint high;
};

Bounds boundsOf(const Drawing &drawing)
{
    Bounds bounds{drawing.front().front(), drawing.front().front()};
    for (const Stroke &stroke : drawing) {
        for (const StrokePoint point : stroke) {
            bounds.low = {std::min(bounds.low.x, point.x), std::min(bounds.low.y, point.y)};
            bounds.high = {std::max(bounds.high.x, point.x), std::max(bounds.high.y, point.y)};
        }
    }
    return bounds;
}

void placeOnSheet(Drawing &drawing, DigitRandom &random)
{
    const Bounds bounds = boundsOf(drawing);
    const double width = bounds.high.x - bounds.low.x;
    const double height = bounds.high.y - bounds.low.y;
    const double side = smallestDigit + (largestDigit - smallestDigit) * random.uniform();
    const double scale = side / std::max({width, height, 1e-6});
    const double left = random.uniform() * (1.0 - scale * width);
    const double top = random.uniform() * (1.0 - scale * height);
    for (Stroke &stroke : drawing) {
        for (StrokePoint &point : stroke)
            point
                = {left + scale * (point.x - bounds.low.x), top + scale * (point.y - bounds.low.y)};
    }
}

} // namespace

std::vector<LabelledDrawing> drawDigits(const DigitStyle &style, std::uint64_t seed, int count)
{
    constexpr std::uint64_t purpose = 0x63616e766173ULL; // apart from the generated sets' numbers
    std::vector<LabelledDrawing> drawings;
    drawings.reserve(static_cast<std::size_t>(std::max(0, count)));
    for (int i = 0; i < count; ++i) {
        const auto index = static_cast<std::uint64_t>(i);
        DigitRandom random(seed ^ purpose, index);
        const std::uint8_t label = generatedLabel(seed ^ purpose, index);
        Drawing drawing = writeDigit(style, label, random);
        placeOnSheet(drawing, random);
        drawings.push_back({std::move(drawing), label});
    }
    return drawings;
}

LabelledImages imagesOf(std::span<const LabelledDrawing> drawings, const Pen &pen,
                        const Normalization &steps)
{
    std::vector<std::uint8_t> pixels;
    std::vector<std::uint8_t> labels;
    pixels.reserve(drawings.size() * imagePixels);
    for (const LabelledDrawing &drawing : drawings) {
        const Raster raster = rasterize(drawing.drawing, pen, Sheet{}, steps);
        pixels.insert(pixels.end(), raster.begin(), raster.end());
        labels.push_back(drawing.label);
    }
    return {std::move(pixels), std::move(labels)};
}

} // namespace nabla
