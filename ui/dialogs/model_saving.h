// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/frame.h"

class QString;
class QWidget;

namespace nabla::ui {

/// Asks for a file and writes the frame's network into it. Empty when it is saved or the person
/// decided otherwise; else what went wrong, in words.
[[nodiscard]] QString saveModelOf(const Frame &frame, QWidget *parent);

} // namespace nabla::ui
