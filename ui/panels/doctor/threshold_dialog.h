// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/doctor/doctor_thresholds.h"

#include <QDialog>

#include <vector>

class QLabel;
class QLineEdit;
class QPushButton;

namespace nabla::ui {

/// The numbers that the doctor judges by, each with its unit, its standard and who says so.
class ThresholdDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ThresholdDialog(const DoctorThresholds &thresholds, QWidget *parent = nullptr);

    /// As typed; what is refused keeps its old value, and the dialog cannot be accepted.
    [[nodiscard]] const DoctorThresholds &thresholds() const { return m_thresholds; }

private:
    [[nodiscard]] QWidget *makeRow(const ThresholdInfo &info);
    void revise(const ThresholdInfo &info);
    void resetAll();
    void showValues();

    struct Row
    {
        QLineEdit *value;
        QLabel *problem;
    };

    DoctorThresholds m_thresholds;
    std::vector<Row> m_rows;
    QPushButton *m_accept = nullptr;
};

} // namespace nabla::ui
