// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace nabla::ui {

/// A button of a panel's tool row or header. A click leaves the focus where the person works: a
/// tool button takes it by Tab alone. Whoever lays it out owns it.
[[nodiscard]] inline QToolButton *flatButton(QAction *action)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    return button;
}

} // namespace nabla::ui
