// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace nabla::ui {

/// What this is, its version and its licence. Returns when it was closed.
void showAbout(QWidget *parent);

} // namespace nabla::ui
