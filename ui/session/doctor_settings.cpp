// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/doctor_settings.h"

namespace nabla::ui {

DoctorSettings::DoctorSettings(QObject *parent)
    : QObject(parent)
{
}

void DoctorSettings::setThresholds(const DoctorThresholds &thresholds)
{
    if (thresholds == m_thresholds)
        return;
    m_thresholds = thresholds;
    emit thresholdsChanged();
}

} // namespace nabla::ui
