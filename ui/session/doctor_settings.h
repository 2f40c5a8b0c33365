// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/doctor/doctor_thresholds.h"

#include <QObject>

namespace nabla::ui {

/// What all runs of the session are judged by.
class DoctorSettings final : public QObject
{
    Q_OBJECT

public:
    explicit DoctorSettings(QObject *parent = nullptr);

    [[nodiscard]] const DoctorThresholds &thresholds() const { return m_thresholds; }
    void setThresholds(const DoctorThresholds &thresholds);

signals:
    void thresholdsChanged();

private:
    DoctorThresholds m_thresholds;
};

} // namespace nabla::ui
