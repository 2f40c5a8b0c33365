// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vision/ink_image.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace nabla {

namespace {

constexpr int longestSide = 2048;
/// Less than so many levels between ink and paper is noise.
constexpr float faintestInk = 24.0F;
/// Of the darkest ink; what is fainter is a shadow, not a stroke.
constexpr double shadow = 0.25;
/// In a picture of few pixels, on paper without any grain, a stroke's palest rim belongs to it too,
/// and the box is MNIST's own. In a large one that rim is no width to speak of, and as pale are the
/// waves that JPEG lays around every stroke.
constexpr double palestRim = 0.04;
constexpr int fewPixels = 60; ///< the ink's height
constexpr double grains = 5.0; ///< standard deviations of the paper that are still paper

/// The paper's brightness, a + b x + c y, as the picture's rim shows it.
struct Paper
{
    double a = 0.0, b = 0.0, c = 0.0;
    double deviation = 0.0; ///< of the rim from it, root mean square
    [[nodiscard]] double at(int x, int y) const { return a + b * x + c * y; }
};

template <class Function>
void eachRimPixel(const GrayImage &image, Function function)
{
    for (int x = 0; x < image.width; ++x) {
        function(x, 0);
        function(x, image.height - 1);
    }
    for (int y = 1; y + 1 < image.height; ++y) {
        function(0, y);
        function(image.width - 1, y);
    }
}

double brightness(const GrayImage &image, int x, int y)
{
    return image.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width)
                        + static_cast<std::size_t>(x)];
}

/// Least squares over the rim, from the middle of the picture, where x and y do not interact.
Paper fitPaper(const GrayImage &image)
{
    const double middleX = 0.5 * (image.width - 1);
    const double middleY = 0.5 * (image.height - 1);
    double count = 0.0, sum = 0.0, xx = 0.0, yy = 0.0, xv = 0.0, yv = 0.0;
    eachRimPixel(image, [&](int x, int y) {
        const double v = brightness(image, x, y);
        const double dx = x - middleX;
        const double dy = y - middleY;
        count += 1.0;
        sum += v;
        xx += dx * dx;
        yy += dy * dy;
        xv += dx * v;
        yv += dy * v;
    });
    Paper paper;
    paper.b = xx > 0.0 ? xv / xx : 0.0;
    paper.c = yy > 0.0 ? yv / yy : 0.0;
    paper.a = sum / count - paper.b * middleX - paper.c * middleY;
    double squares = 0.0;
    eachRimPixel(image, [&](int x, int y) {
        const double difference = paper.at(x, y) - brightness(image, x, y);
        squares += difference * difference;
    });
    paper.deviation = std::sqrt(squares / count);
    return paper;
}

/// Averages of whole blocks of pixels.
GrayImage reduced(const GrayImage &image, int factor)
{
    GrayImage small{image.width / factor, image.height / factor, {}};
    small.pixels.reserve(static_cast<std::size_t>(small.width)
                         * static_cast<std::size_t>(small.height));
    for (int y = 0; y < small.height; ++y) {
        for (int x = 0; x < small.width; ++x) {
            double sum = 0.0;
            for (int v = 0; v < factor; ++v) {
                for (int u = 0; u < factor; ++u)
                    sum += brightness(image, x * factor + u, y * factor + v);
            }
            small.pixels.push_back(static_cast<std::uint8_t>(sum / (factor * factor) + 0.5));
        }
    }
    return small;
}

void subtractPaper(InkImage &result, const GrayImage &image, const Paper &paper)
{
    double dark = 0.0;
    double bright = 0.0;
    result.ink.reserve(image.pixels.size());
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x) {
            const double difference = paper.at(x, y) - brightness(image, x, y);
            (difference > 0.0 ? dark : bright) += difference * difference;
            result.ink.push_back(static_cast<float>(difference));
        }
    }
    for (float &value : result.ink)
        value = std::max(0.0F, dark >= bright ? value : -value);
}

/// All but a thousandth of the pixels are paler: not one stray pixel.
float fullInk(const InkImage &image)
{
    std::vector<float> sorted = image.ink;
    const std::size_t almostAll = sorted.size() - 1 - sorted.size() / 1000;
    std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(almostAll),
                     sorted.end());
    return sorted[almostAll];
}

/// Rows from the first to the last with ink of at least this.
int heightOfInk(const InkImage &image, float least)
{
    const auto isInk = [least](float value) {
        return value >= least;
    };
    const auto first = std::ranges::find_if(image.ink, isInk) - image.ink.begin();
    const auto last
        = image.ink.rend() - std::find_if(image.ink.rbegin(), image.ink.rend(), isInk) - 1;
    return static_cast<int>(last / image.width - first / image.width) + 1;
}

void leaveOutShadows(InkImage &image, const Paper &paper)
{
    const bool isSmall = heightOfInk(image, static_cast<float>(shadow) * image.full) <= fewPixels;
    const double grain = grains * paper.deviation / static_cast<double>(image.full);
    const double faintest = isSmall ? std::clamp(grain, palestRim, shadow) : shadow;
    for (float &value : image.ink) {
        if (value < static_cast<float>(faintest) * image.full)
            value = 0.0F;
    }
}

/// The share of source pixel `index` in the interval from ... to.
double overlap(int index, double from, double to)
{
    return std::max(0.0, std::min(to, index + 1.0) - std::max(from, static_cast<double>(index)));
}

/// The mean ink of a rectangle of the box; beyond the box is paper.
double meanInk(const InkImage &image, const PixelBox &box, StrokePoint low, StrokePoint high)
{
    constexpr double rounding = 1e-9; // a sliver is no pixel
    const int firstX = std::max(box.left, static_cast<int>(std::floor(low.x + rounding)));
    const int firstY = std::max(box.top, static_cast<int>(std::floor(low.y + rounding)));
    const int lastX = std::min(box.right, static_cast<int>(std::ceil(high.x - rounding)));
    const int lastY = std::min(box.bottom, static_cast<int>(std::ceil(high.y - rounding)));
    double sum = 0.0;
    for (int y = firstY; y < lastY; ++y) {
        double row = 0.0;
        for (int x = firstX; x < lastX; ++x)
            row += overlap(x, low.x, high.x) * static_cast<double>(image.at(x, y));
        sum += overlap(y, low.y, high.y) * row;
    }
    return sum / ((high.x - low.x) * (high.y - low.y));
}

/// Where ink comes from, and the pixels of the frame that it goes to.
struct Laying
{
    double left = 0.0; ///< of the first pixel, in the picture's pixels
    double top = 0.0;
    double stepX = 1.0; ///< pixels of the picture a pixel of the frame
    double stepY = 1.0;
    int columns = rasterSide; ///< in the middle of the frame
    int rows = rasterSide;
};

Raster lay(const InkImage &image, const PixelBox &box, const Laying &laying)
{
    // An average over at least one source pixel: what is enlarged is interpolated, not blocky.
    const double reachX = 0.5 * std::max(1.0, laying.stepX);
    const double reachY = 0.5 * std::max(1.0, laying.stepY);
    Raster raster{};
    for (int row = 0; row < laying.rows; ++row) {
        const double y = laying.top + (row + 0.5) * laying.stepY;
        for (int column = 0; column < laying.columns; ++column) {
            const double x = laying.left + (column + 0.5) * laying.stepX;
            const double value
                = meanInk(image, box, {x - reachX, y - reachY}, {x + reachX, y + reachY});
            raster[static_cast<std::size_t>((row + (rasterSide - laying.rows) / 2) * rasterSide
                                            + column + (rasterSide - laying.columns) / 2)]
                = static_cast<std::uint8_t>(
                    std::min(255.0, 255.0 * value / static_cast<double>(image.full) + 0.5));
        }
    }
    return raster;
}

} // namespace

InkImage inkOf(const GrayImage &image)
{
    if (image.width < 1 || image.height < 1)
        return {};
    const int factor = 1 + (std::max(image.width, image.height) - 1) / longestSide;
    if (factor > 1 && std::min(image.width, image.height) >= factor) {
        InkImage result = inkOf(reduced(image, factor));
        result.reduction = factor;
        return result;
    }
    const Paper paper = fitPaper(image);
    InkImage result{image.width, image.height, {}, 0.0F, 1};
    subtractPaper(result, image, paper);
    result.full = fullInk(result);
    if (result.full < faintestInk)
        return {};
    leaveOutShadows(result, paper);
    return result;
}

PixelBox boxOfInk(const InkImage &image)
{
    PixelBox box{image.width, image.height, 0, 0};
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x) {
            if (image.at(x, y) > 0.0F)
                box = {std::min(box.left, x), std::min(box.top, y), std::max(box.right, x + 1),
                       std::max(box.bottom, y + 1)};
        }
    }
    return box;
}

Raster inkOnPaper(const InkImage &image)
{
    if (image.width < 1 || image.height < 1)
        return {};
    const double step = static_cast<double>(std::max(image.width, image.height)) / rasterSide;
    return lay(image, {0, 0, image.width, image.height},
               {0.5 * (image.width - rasterSide * step), 0.5 * (image.height - rasterSide * step),
                step, step});
}

Raster fitInk(const InkImage &image, const PixelBox &box, BoxShape shape)
{
    const int w = box.right - box.left;
    const int h = box.bottom - box.top;
    if (w < 1 || h < 1)
        return {};
    const double step = static_cast<double>(std::max(w, h)) / boxSide; // source pixels a pixel
    const auto pixels = [&](int length) {
        return shape == BoxShape::Square
                   ? boxSide
                   : std::max(1, static_cast<int>(std::lround(length / step)));
    };
    const int columns = pixels(w);
    const int rows = pixels(h);
    return lay(image, box,
               {static_cast<double>(box.left), static_cast<double>(box.top),
                static_cast<double>(w) / columns, static_cast<double>(h) / rows, columns, rows});
}

Raster normalizeInk(const InkImage &image, const PixelBox &box)
{
    return centerByMass(fitInk(image, box, BoxShape::Kept));
}

} // namespace nabla
