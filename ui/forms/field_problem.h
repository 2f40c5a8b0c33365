// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiments/field_table.h"

#include <QString>

#include <string>

namespace nabla::ui {

/// What is wrong with a text that the core refused for a field, and what would be right, in the
/// language of the window. `text` is what setFromText() was given, `reason` what it said in
/// English.
[[nodiscard]] QString fieldProblem(const Field &field, const std::string &text,
                                   const std::string &reason);

/// Why the field's value does not fit the others (see validateCombination()), in words for the
/// person.
[[nodiscard]] QString misfitText(const Field &field, const ExperimentConfig &config);

} // namespace nabla::ui
