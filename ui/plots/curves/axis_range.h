// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace nabla::ui {

struct AxisRange
{
    double lower = 0.0;
    double upper = 1.0;
    bool operator==(const AxisRange &) const = default;
};

/// The y ranges of the scopes follow the data in jumps: each takes the range shown now and keeps it
/// while the data fit and do not look lost in it, so that the axis rests from frame to frame.

/// From zero to a round number above `largest`.
[[nodiscard]] AxisRange rangeFromZero(AxisRange current, double largest);
/// 0 to 100 %; the last tenth, or the last hundredth, when everything lies there.
[[nodiscard]] AxisRange fractionRange(AxisRange current, double smallest);
/// Half decades around positive numbers.
[[nodiscard]] AxisRange logRange(AxisRange current, double smallest, double largest);

} // namespace nabla::ui
