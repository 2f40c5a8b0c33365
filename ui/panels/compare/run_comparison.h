// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/frame.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <span>
#include <vector>

namespace nabla::ui {

/// A line of the table that sets runs beside each other: a text a run, empty where there is nothing
/// to say yet.
struct ComparisonRow
{
    enum class Part
    {
        Setup, ///< a field in which the runs differ
        Outcome,
    };
    Part part = Part::Outcome;
    QString title;
    QString help; ///< what the number is
    QStringList values;
    /// The run that did best, where one did alone.
    std::optional<int> best;
    bool operator==(const ComparisonRow &) const = default;
};

/// What differs in the setup of these runs, and what came out.
[[nodiscard]] std::vector<ComparisonRow> compareRuns(std::span<const RunView> runs);

/// Tab-separated with the runs' names on top, for a spreadsheet.
[[nodiscard]] QString comparisonText(std::span<const RunView> runs);

/// "training", "finished", ...
[[nodiscard]] QString stateText(const RunStatusData &status);

} // namespace nabla::ui
