// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/pictures/strip_picture.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace nabla::ui {

namespace {

/// What has no neighbour to reach half way to is at least seen.
constexpr int aloneWidth = 3;

} // namespace

StripPicture::StripPicture(const std::vector<SceneCurve> &curves, AxisRange view, int columns,
                           double now)
    : m_rows(static_cast<int>(curves.size()))
    , m_columns(std::max(1, columns))
    , m_values(curves.size() * static_cast<std::size_t>(m_columns),
               std::numeric_limits<double>::quiet_NaN())
{
    for (int row = 0; row < m_rows; ++row)
        fillRow(row, curves[static_cast<std::size_t>(row)], view, now);
}

void StripPicture::fillRow(int row, const SceneCurve &curve, AxisRange view, double now)
{
    const std::size_t count = curve.columns.size();
    if (count == 0)
        return;
    const auto pixelOf = [&](double x) {
        const double share = (x - view.lower) / (view.upper - view.lower);
        return static_cast<int>(std::clamp(share, 0.0, 1.0) * m_columns + 0.5);
    };
    const auto fill = [&](int from, int to, double value) {
        const auto begin = m_values.begin() + static_cast<std::ptrdiff_t>(row) * m_columns;
        std::fill(begin + std::clamp(from, 0, m_columns), begin + std::clamp(to, 0, m_columns),
                  value);
    };
    if (count == 1) {
        const int index = curve.columns.front().index;
        if (index >= 0) // it is not one of those that lie outside
            fill(index, index + aloneWidth, curve.line.front());
        return;
    }
    const std::vector<double> &x = curve.x;
    double from = x[0] - (x[1] - x[0]) / 2.0;
    for (std::size_t i = 0; i < count; ++i) {
        const double reach = i + 1 < count ? (x[i + 1] - x[i]) / 2.0 : (x[i] - x[i - 1]) / 2.0;
        const double to = std::min(x[i] + reach, std::max(now, x[i]));
        fill(pixelOf(from), pixelOf(to), curve.line[i]);
        from = to;
    }
    for (std::size_t i = 0; i < count; ++i) // each is at least seen where it was measured
        fill(curve.columns[i].index, curve.columns[i].index + 1, curve.line[i]);
}

bool StripPicture::hasValues() const
{
    return std::any_of(m_values.begin(), m_values.end(),
                       [](double value) { return std::isfinite(value); });
}

QImage StripPicture::image(const MagnitudeScale &scale) const
{
    QImage image(std::max(1, m_columns), std::max(1, m_rows), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    for (int row = 0; row < m_rows; ++row) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(m_rows - 1 - row));
        for (int column = 0; column < m_columns; ++column) {
            const bool isRepeated = column > 0 && value(row, column) == value(row, column - 1);
            line[column] = isRepeated ? line[column - 1] : scale.colorOf(value(row, column));
        }
    }
    return image;
}

void StripPicture::includeIn(MagnitudeScale &scale) const
{
    double smallest = std::numeric_limits<double>::infinity();
    double largest = 0.0;
    for (const double value : m_values) {
        if (value > 0.0) {
            smallest = std::min(smallest, value);
            largest = std::max(largest, value);
        }
    }
    scale.include(smallest);
    scale.include(largest);
}

} // namespace nabla::ui
