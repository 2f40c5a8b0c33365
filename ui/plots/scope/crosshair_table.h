// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/curves/scope_scene.h"

#include <QStringList>

#include <vector>

namespace nabla::ui {

/// What every curve of every run reads at the crosshair: a row a name, a column a run.
struct CrosshairTable
{
    struct Row
    {
        QColor color; ///< of the shown run's curve, where it has one
        QString name;
        QStringList values; ///< one a run; empty where that run has none
    };

    /// From top to bottom as the curves of the shown run lie, then those that only others have.
    std::vector<Row> rows;
};

/// Of the scene's crosshair, which must be set.
[[nodiscard]] CrosshairTable crosshairTable(const ScopeScene &scene);

} // namespace nabla::ui
