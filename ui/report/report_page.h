// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/doctor/doctor_thresholds.h"
#include "ui/report/report_pictures.h"
#include "ui/session/frame.h"

#include <QDateTime>
#include <QString>

namespace nabla::ui {

enum class ReportMedium
{
    Browser, ///< one file: the pictures stand in it
    Paper ///< for QTextDocument: the pictures are its resources, see pictureName()
};

/// A report of the frame's run: setup, scopes, numbers, and the runs that are compared with it. In
/// the language of the program.
[[nodiscard]] QString reportPage(const Frame &frame, const DoctorThresholds &thresholds,
                                 const std::vector<ReportPicture> &pictures, ReportMedium medium,
                                 const QDateTime &now);

/// Of a picture on paper.
[[nodiscard]] QString pictureName(std::size_t index);

} // namespace nabla::ui
