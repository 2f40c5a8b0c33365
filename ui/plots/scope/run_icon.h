// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QSize>

class QColor;

namespace nabla::ui {

inline constexpr QSize runIconSize(26, 10);

/// A piece of the line that a run has in the scopes, in `runIconSize`.
[[nodiscard]] QIcon runIcon(int style, const QColor &color, double devicePixelRatio);

} // namespace nabla::ui
