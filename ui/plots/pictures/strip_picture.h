// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/curves/scope_scene.h"
#include "ui/plots/pictures/magnitude_scale.h"

#include <QImage>

#include <vector>

namespace nabla::ui {

/// One number a row and column of pixels: what a strip shows. NaN where nothing was measured.
class StripPicture
{
public:
    StripPicture() = default;
    /// The means of these curves, a row each, in the part of x that is in view. A value stands
    /// until half way to its neighbours; before the first and after the last of a row by half
    /// its distance to the next, but never beyond `now`.
    StripPicture(const std::vector<SceneCurve> &curves, AxisRange view, int columns, double now);

    [[nodiscard]] int rows() const { return m_rows; }
    [[nodiscard]] int columns() const { return m_columns; }
    [[nodiscard]] double value(int row, int column) const
    {
        return m_values[static_cast<std::size_t>(row * m_columns + column)];
    }
    [[nodiscard]] bool hasValues() const;
    /// A pixel a value; the first row at the bottom. Transparent where there is none.
    [[nodiscard]] QImage image(const MagnitudeScale &scale) const;
    /// Grows until it holds all values.
    void includeIn(MagnitudeScale &scale) const;

private:
    void fillRow(int row, const SceneCurve &curve, AxisRange view, double now);

    int m_rows = 0;
    int m_columns = 0;
    std::vector<double> m_values;
};

} // namespace nabla::ui
