// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/doctor/doctor_thresholds.h"
#include "ui/session/training_session.h"

class QString;
class QWidget;

namespace nabla::ui {

/// Asks for a file and writes a report of the run as it is then into it. Empty when it is written
/// or the person decided otherwise; else what went wrong, in words.
[[nodiscard]] QString exportReport(const TrainingSession &session, QWidget *parent);

/// As the name's end says: .pdf, otherwise HTML that needs no other file. Whole or not at all.
/// Empty on success, else what went wrong, for a person.
[[nodiscard]] QString writeReport(const Frame &frame, const DoctorThresholds &thresholds,
                                  const QString &path);

} // namespace nabla::ui
