// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vision/gray_image.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace nabla {

namespace {

constexpr int side = 28;
constexpr int boxSide = 20;
/// Less than so many levels between ink and paper is noise.
constexpr double faintestInk = 24.0;
/// Of the darkest ink; what is fainter is a shadow, not a stroke.
constexpr double shadow = 0.25;

/// The paper's brightness, a + b x + c y, as the picture's rim shows it.
struct Paper
{
    double a = 0.0, b = 0.0, c = 0.0;
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
    return paper;
}

/// How much darker than the paper (or brighter, where that is the ink) every pixel is.
std::vector<double> inkOf(const GrayImage &image)
{
    const Paper paper = fitPaper(image);
    std::vector<double> ink;
    ink.reserve(image.pixels.size());
    double dark = 0.0;
    double bright = 0.0;
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x) {
            const double difference = paper.at(x, y) - brightness(image, x, y);
            (difference > 0.0 ? dark : bright) += difference * difference;
            ink.push_back(difference);
        }
    }
    for (double &value : ink)
        value = std::max(0.0, dark >= bright ? value : -value);
    return ink;
}

struct Box
{
    int left, top, right, bottom; ///< right and bottom are beyond
};

/// The share of source pixel `index` in the interval from ... to.
double overlap(int index, double from, double to)
{
    return std::max(0.0, std::min(to, index + 1.0) - std::max(from, static_cast<double>(index)));
}

/// The mean ink of a rectangle of the source.
double meanInk(const std::vector<double> &ink, int width, double left, double top, double right,
               double bottom)
{
    double sum = 0.0;
    for (int y = static_cast<int>(top); y < std::ceil(bottom); ++y) {
        double row = 0.0;
        for (int x = static_cast<int>(left); x < std::ceil(right); ++x)
            row += overlap(x, left, right)
                   * ink[static_cast<std::size_t>(y) * static_cast<std::size_t>(width)
                         + static_cast<std::size_t>(x)];
        sum += overlap(y, top, bottom) * row;
    }
    return sum / ((right - left) * (bottom - top));
}

Raster shrink(const std::vector<double> &ink, int width, const Box &box, double fullInk)
{
    const int w = box.right - box.left;
    const int h = box.bottom - box.top;
    const double step = static_cast<double>(std::max(w, h)) / boxSide; // source pixels a pixel
    const int columns = std::max(1, static_cast<int>(std::lround(w / step)));
    const int rows = std::max(1, static_cast<int>(std::lround(h / step)));
    const double stepX = static_cast<double>(w) / columns;
    const double stepY = static_cast<double>(h) / rows;
    Raster raster{};
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const double left = box.left + column * stepX;
            const double top = box.top + row * stepY;
            const double value
                = meanInk(ink, width, left, top, std::min(left + stepX, 1.0 * box.right),
                          std::min(top + stepY, 1.0 * box.bottom));
            raster[static_cast<std::size_t>((row + (side - rows) / 2) * side + column
                                            + (side - columns) / 2)]
                = static_cast<std::uint8_t>(std::min(255.0, 255.0 * value / fullInk + 0.5));
        }
    }
    return raster;
}

bool isPreparedAlready(const GrayImage &image)
{
    if (image.width != side || image.height != side)
        return false;
    bool hasBlackRim = true;
    eachRimPixel(
        image, [&](int x, int y) { hasBlackRim = hasBlackRim && brightness(image, x, y) == 0.0; });
    return hasBlackRim && std::ranges::max(image.pixels) > 127;
}

} // namespace

std::vector<std::uint8_t> normalizeDigit(const GrayImage &image)
{
    if (image.width < 1 || image.height < 1)
        return {};
    if (isPreparedAlready(image))
        return image.pixels;
    std::vector<double> ink = inkOf(image);
    std::vector<double> sorted = ink;
    const std::size_t almostAll = sorted.size() - 1 - sorted.size() / 1000; // not one stray pixel
    std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(almostAll),
                     sorted.end());
    const double fullInk = sorted[almostAll];
    if (fullInk < faintestInk)
        return {};
    Box box{image.width, image.height, 0, 0};
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x) {
            double &value = ink[static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width)
                                + static_cast<std::size_t>(x)];
            if (value < shadow * fullInk) {
                value = 0.0;
                continue;
            }
            box = {std::min(box.left, x), std::min(box.top, y), std::max(box.right, x + 1),
                   std::max(box.bottom, y + 1)};
        }
    }
    const Raster raster = centerByMass(shrink(ink, image.width, box, fullInk));
    return {raster.begin(), raster.end()};
}

} // namespace nabla
