// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/training_session.h"

class QString;
class QWidget;

namespace nabla::ui {

/// The setup of the session as a JSON file, the same that `nabla train --experiment FILE` takes.
/// Both return what went wrong, in words; empty when all is well or the person decided otherwise.
[[nodiscard]] QString openExperiment(TrainingSession &session, QWidget *parent);
[[nodiscard]] QString saveExperimentOf(const TrainingSession &session, QWidget *parent);

/// Begins the experiment of this file, as if it were chosen in the toolbar.
[[nodiscard]] QString openExperimentFile(TrainingSession &session, const QString &file);

} // namespace nabla::ui
