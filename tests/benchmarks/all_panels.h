// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/main_window.h"
#include "ui/window/panel_area.h"
#include "ui/window/panel_dock.h"

namespace nabla::ui {

/// Every panel of the catalogue on the screen.
inline void showAllPanels(const MainWindow &window)
{
    for (PanelDock *dock : window.panels().docks()) {
        if (dock->isShown())
            continue;
        dock->setFloating(true); // there is no place left in the window for all of them
        dock->show();
    }
}

} // namespace nabla::ui
