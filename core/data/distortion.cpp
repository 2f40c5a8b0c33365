// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/distortion.h"

#include "core/math/catalogue.h"
#include "core/math/portable_functions.h"
#include "core/math/random_stream.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace nabla {

namespace {

constexpr int fieldCount = 512; ///< an image takes one for x and another for y
constexpr int paddedSide = imageSide + 2; ///< a rim of paper for the interpolation
constexpr double pi = 3.14159265358979323846;

constexpr NamedDistortion catalogue[] = {
    {"none", {}},
    {"shift", {.shift = 1.0}},
    {"affine", {.shift = 1.0, .rotation = 10.0, .scaling = 0.1, .shear = 0.1}},
    {"elastic",
     {.shift = 1.0, .rotation = 7.5, .scaling = 0.1, .shear = 0.05, .elasticStrength = 1.4}},
};

/// splitmix64, the finaliser of a counter: a stream that can begin anywhere at no cost.
std::uint64_t mixed(std::uint64_t x)
{
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

constexpr std::uint64_t golden = 0x9e3779b97f4a7c15ULL;

class CounterStream
{
public:
    CounterStream(std::uint64_t seed, std::uint64_t index)
        : m_state(mixed(seed + golden * (index + 1)))
    {
    }
    std::uint64_t next() { return mixed(m_state += golden); }
    /// Uniform in +- range.
    double within(double range)
    {
        constexpr double step = 1.0 / 9007199254740992.0; // 2^-53
        return range * (2.0 * static_cast<double>(next() >> 11) * step - 1.0);
    }

private:
    std::uint64_t m_state;
};

/// The weights of a Gaussian at -radius ... radius, summing to 1.
std::vector<double> gaussian(double sigma)
{
    const int radius = static_cast<int>(std::ceil(3.0 * sigma));
    std::vector<double> weights;
    double sum = 0.0;
    for (int i = -radius; i <= radius; ++i) {
        weights.push_back(portableExp(-0.5 * i * i / (sigma * sigma)));
        sum += weights.back();
    }
    for (double &weight : weights)
        weight /= sum;
    return weights;
}

using Field = std::array<double, imagePixels>;

/// One pass of the separable filter; `step` is the distance of neighbours, 1 or imageSide.
Field smoothed(const Field &field, const std::vector<double> &weights, int step)
{
    const int radius = static_cast<int>(weights.size()) / 2;
    Field result{};
    for (int i = 0; i < imagePixels; ++i) {
        const int place = step == 1 ? i % imageSide : i / imageSide;
        const int first = std::max(-radius, -place);
        const int last = std::min(radius, imageSide - 1 - place);
        double sum = 0.0;
        for (int k = first; k <= last; ++k)
            sum += weights[static_cast<std::size_t>(k + radius)]
                   * field[static_cast<std::size_t>(i + k * step)];
        result[static_cast<std::size_t>(i)] = sum;
    }
    return result;
}

/// Where the pixels of one row of the result take their ink from.
struct RowSources
{
    std::array<std::int32_t, imageSide> at; ///< upper left of four pixels of the padded image
    std::array<float, imageSide> right; ///< share of the right ones
    std::array<float, imageSide> below; ///< share of the lower ones
};

using RowOfPlaces = std::array<float, imageSide>;

/// The loops are as small as this so that the compiler vectorises them: with a clamp and what
/// follows it in one loop it makes branches.
void keepInside(RowOfPlaces &places)
{
    constexpr float last = paddedSide - 1.001F; // its right neighbour is still in the image
    for (float &place : places)
        place = place > 0.0F ? place : 0.0F; // NaN, of a wild distortion, too
    for (float &place : places)
        place = place < last ? place : last;
}

void locateRow(const RowOfPlaces &u, const RowOfPlaces &v, RowSources &sources)
{
    for (std::size_t x = 0; x < imageSide; ++x) {
        const auto column = static_cast<float>(static_cast<std::int32_t>(u[x]));
        const auto row = static_cast<float>(static_cast<std::int32_t>(v[x]));
        sources.right[x] = u[x] - column;
        sources.below[x] = v[x] - row;
        sources.at[x] = static_cast<std::int32_t>(row * paddedSide + column); // exact
    }
}

void sampleRow(const float *ink, const RowSources &sources, std::uint8_t *result)
{
    std::array<float, imageSide> row;
    for (std::size_t x = 0; x < imageSide; ++x) {
        const float *from = ink + sources.at[x];
        const float *under = from + paddedSide;
        const float above = from[0] + sources.right[x] * (from[1] - from[0]);
        const float below = under[0] + sources.right[x] * (under[1] - under[0]);
        row[x] = above + sources.below[x] * (below - above) + 0.5F;
    }
    for (std::size_t x = 0; x < imageSide; ++x)
        result[x] = static_cast<std::uint8_t>(static_cast<std::int32_t>(row[x]));
}

} // namespace

Distortion scaled(const Distortion &distortion, double factor)
{
    Distortion result = distortion;
    for (double Distortion::*member :
         {&Distortion::shift, &Distortion::rotation, &Distortion::scaling, &Distortion::shear,
          &Distortion::elasticStrength})
        result.*member *= factor;
    result.scaling = std::min(result.scaling, 0.5); // a digit must not vanish
    return result;
}

std::span<const NamedDistortion> distortions()
{
    return catalogue;
}

const Distortion &findDistortion(std::string_view id)
{
    return findEntry<NamedDistortion>(catalogue, id, "expansion").distortion;
}

Distorter::Distorter(const Distortion &distortion, std::uint64_t seed, int epoch)
    : m_distortion(distortion)
    , m_seed(mixed(seed + golden * (static_cast<std::uint64_t>(epoch) + 1)))
{
    if (distortion.elasticStrength > 0.0)
        drawFields();
}

void Distorter::drawFields()
{
    const std::vector<double> weights = gaussian(std::max(m_distortion.elasticSmoothness, 0.5));
    RandomStream stream(m_seed, RandomPurpose::Expansion);
    m_fields.reserve(static_cast<std::size_t>(fieldCount) * imagePixels);
    for (int i = 0; i < fieldCount; ++i) {
        Field field;
        for (double &displacement : field)
            displacement = 2.0 * stream.uniform() - 1.0;
        field = smoothed(smoothed(field, weights, 1), weights, imageSide);
        double squares = 0.0;
        for (const double displacement : field)
            squares += displacement * displacement;
        const double scale = m_distortion.elasticStrength / std::sqrt(squares / imagePixels);
        for (const double displacement : field)
            m_fields.push_back(static_cast<float>(scale * displacement));
    }
}

Distorter::Map Distorter::drawMap(int index) const
{
    CounterStream stream(m_seed, static_cast<std::uint64_t>(index));
    const double angle = stream.within(m_distortion.rotation) * pi / 180.0;
    const double width = 1.0 / (1.0 + stream.within(m_distortion.scaling));
    const double height = 1.0 / (1.0 + stream.within(m_distortion.scaling));
    const double shear = stream.within(m_distortion.shear);
    const double shiftX = stream.within(m_distortion.shift);
    const double shiftY = stream.within(m_distortion.shift);
    const double c = portableCos(angle);
    const double s = portableSin(angle);
    const double xx = width * c;
    const double xy = width * (shear * c - s);
    const double yx = height * s;
    const double yy = height * (shear * s + c);
    constexpr double centre = 0.5 * (imageSide - 1);
    constexpr double rim = 1.0; // the padded image begins one pixel earlier
    Map map{static_cast<float>(xx),
            static_cast<float>(xy),
            static_cast<float>(yx),
            static_cast<float>(yy),
            static_cast<float>(rim + centre - (xx + xy) * centre - shiftX),
            static_cast<float>(rim + centre - (yx + yy) * centre - shiftY),
            nullptr,
            nullptr};
    if (!m_fields.empty()) {
        const auto field = [&] {
            return m_fields.data() + stream.next() % fieldCount * imagePixels;
        };
        map.fieldX = field();
        map.fieldY = field();
    }
    return map;
}

void Distorter::distort(std::span<const std::uint8_t> image, int index,
                        std::span<std::uint8_t> result) const
{
    std::array<float, paddedSide * paddedSide> ink{};
    for (int y = 0; y < imageSide; ++y) {
        for (int x = 0; x < imageSide; ++x)
            ink[static_cast<std::size_t>((y + 1) * paddedSide + x + 1)]
                = image[static_cast<std::size_t>(y * imageSide + x)];
    }
    const Map map = drawMap(index);
    static constexpr std::array<float, imagePixels> still{};
    const float *dx = map.fieldX ? map.fieldX : still.data();
    const float *dy = map.fieldY ? map.fieldY : still.data();
    RowOfPlaces u;
    RowOfPlaces v;
    RowSources sources;
    for (int y = 0; y < imageSide; ++y, dx += imageSide, dy += imageSide) {
        const auto row = static_cast<float>(y);
        for (int x = 0; x < imageSide; ++x) {
            const auto column = static_cast<float>(x);
            const auto at = static_cast<std::size_t>(x);
            u[at] = map.xx * column + map.xy * row + map.x0 + dx[x];
            v[at] = map.yx * column + map.yy * row + map.y0 + dy[x];
        }
        keepInside(u);
        keepInside(v);
        locateRow(u, v, sources);
        sampleRow(ink.data(), sources, result.data() + y * imageSide);
    }
}

} // namespace nabla
