// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace nabla::ui {

/// The colour of a digit, 0 ... 9, where curves of several digits lie over each other. They tell
/// ten curves apart and have no order; a curve that matters is named as well.
[[nodiscard]] QColor digitColor(int digit, bool dark);

} // namespace nabla::ui
