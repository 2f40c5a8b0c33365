// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiments/experiment_config.h"

class QString;
class QWidget;

namespace nabla::ui {

class NextRun;

/// The setup of the next run as a JSON file, the same that `nabla train --experiment FILE` takes.
/// Both return what went wrong, in words; empty when all is well or the person decided otherwise.
[[nodiscard]] QString openExperiment(NextRun &next, QWidget *parent);
[[nodiscard]] QString saveExperimentOf(const ExperimentConfig &setup, QWidget *parent);

/// Begins the experiment of this file, as if it were chosen in the toolbar.
[[nodiscard]] QString openExperimentFile(NextRun &next, const QString &file);

} // namespace nabla::ui
