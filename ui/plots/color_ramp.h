// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace nabla::ui {

/// The colours that magnitudes have in all pictures, on light and on dark: an ordered ramp from
/// dark blue over teal to pale yellow, whose lightness only rises, also for eyes that do not tell
/// red from green. It shares no hue with the layers' ramp. share: 0 ... 1, clamped.
[[nodiscard]] QRgb magnitudeColor(double share);

/// Of an exact zero where magnitudes are logarithmic: a red, which the ramp does not have.
[[nodiscard]] QRgb zeroColor();

} // namespace nabla::ui
