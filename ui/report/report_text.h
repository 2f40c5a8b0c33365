// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace nabla {
struct ExperimentConfig;
struct Field;
struct RunStatusData;
} // namespace nabla

namespace nabla::ui {

/// Only a place for tr(): all texts of a report have one context.
struct Report
{
    Q_DECLARE_TR_FUNCTIONS(Report)
};

/// "finished", "diverged at step 1,234 in layer 2".
[[nodiscard]] QString runStateText(const RunStatusData &status);
/// "12.5 s", "3 min 20 s".
[[nodiscard]] QString durationText(double seconds);
/// A field's value as a person says it: "cross-entropy", "0.1", "Built-in digits".
[[nodiscard]] QString valueText(const ExperimentConfig &experiment, const Field &field);
/// What was not measured is a dash.
[[nodiscard]] QString costText(std::optional<double> cost);
[[nodiscard]] QString accuracyText(std::optional<double> fraction);

} // namespace nabla::ui
