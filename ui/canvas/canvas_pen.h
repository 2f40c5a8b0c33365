// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vision/mnist_raster.h"

namespace nabla::ui {

/// The pen that a drawing on the canvas's unit square is turned into pixels with: a tap stays a dot
/// instead of being blown up to a whole digit.
[[nodiscard]] inline Pen canvasPen()
{
    Pen pen;
    pen.dotExtent = 1.0 / 30.0;
    return pen;
}

} // namespace nabla::ui
