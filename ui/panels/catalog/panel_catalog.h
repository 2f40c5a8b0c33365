// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>

class QWidget;

namespace nabla::ui {

class Panel;
class Selection;
class TrainingSession;

/// One line a panel: dock, View menu entry, layout and smoke test follow from it.
struct PanelEntry
{
    const char *id; ///< in saved layouts: never changed once released
    const char *title; ///< translate under the context "Panel"
    Panel *(*create)(TrainingSession &session, Selection &selection, QWidget *parent);
    bool isShownAtFirst = true; ///< otherwise the View menu brings it
};

[[nodiscard]] std::span<const PanelEntry> panelCatalog();
[[nodiscard]] QString panelTitle(const PanelEntry &entry);

} // namespace nabla::ui
