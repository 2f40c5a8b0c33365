// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/training_session.h"

class QString;
class QWidget;

namespace nabla::ui {

/// The run as a checkpoint, the same that `nabla train --checkpoint` keeps. Both return what went
/// wrong, in words; empty when all is well or the person decided otherwise. What goes wrong while
/// it is written is said by the session.
[[nodiscard]] QString openRun(TrainingSession &session, QWidget *parent);
[[nodiscard]] QString openRunFile(TrainingSession &session, const QString &file);
/// What was measured in a run, to compare with, as `nabla train --record` writes it.
[[nodiscard]] QString openRecord(TrainingSession &session, QWidget *parent);
[[nodiscard]] QString openRecordFile(TrainingSession &session, const QString &file);
[[nodiscard]] QString saveRecordOf(const TrainingSession &session, QWidget *parent);
void saveRunOf(TrainingSession &session, QWidget *parent);

} // namespace nabla::ui
