// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiments/field_table.h"

#include <QString>

namespace nabla::ui {

/// The field's value as the form shows it: numbers through the locale, layers separated by blanks.
[[nodiscard]] QString shownText(const ExperimentConfig &config, const Field &field);

/// What a choice is called; an id that is no choice of the field as it is.
[[nodiscard]] QString choiceTitle(const Field &field, const std::string &id);
/// As shownText(), but one choice is called by its title: "cross-entropy", "ReLU".
[[nodiscard]] QString namedText(const ExperimentConfig &config, const Field &field);

/// What a person typed, as setFromText() reads it: a number in the person's locale or in the form
/// 1e-3 becomes the latter. What is no number stays as it is, to be refused by name.
[[nodiscard]] std::string typedText(const Field &field, const QString &text);

[[nodiscard]] QString fieldTitle(const Field &field);
/// Help, range and unit, for the tooltip.
[[nodiscard]] QString fieldHelp(const Field &field);
[[nodiscard]] QString groupTitle(FieldGroup group);

} // namespace nabla::ui
