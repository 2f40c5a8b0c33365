// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace nabla::ui {

/// The first minute, and the keys. Returns when it was closed.
void showHelp(QWidget *parent);

} // namespace nabla::ui
