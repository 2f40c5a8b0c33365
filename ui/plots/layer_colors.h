// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

class QPalette;

namespace nabla::ui {

/// The colour that a layer has everywhere: an ordered ramp from the first hidden layer (dark
/// violet) to the output layer (yellow), darkened for light backgrounds. Layer 1 ... layerCount,
/// where layerCount includes the output layer; the input, layer 0, is a neutral grey.
[[nodiscard]] QColor layerColor(int layer, int layerCount, bool dark);

[[nodiscard]] bool isDark(const QPalette &palette);

} // namespace nabla::ui
