// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiments/field_table.h"

#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;

namespace nabla::ui {

class FieldEditor;

/// The setup as a form, one row a field of the field table (the data set is chosen in the toolbar).
/// It holds no state of its own: it shows a configuration and reports what a person entered.
class ExperimentForm final : public QWidget
{
    Q_OBJECT

public:
    explicit ExperimentForm(QWidget *parent = nullptr);

    void showConfig(const ExperimentConfig &config);
    /// Tells that the setup differs from the run in something that needs a reset.
    void setNeedsReset(bool needsReset);
    /// Null for a field that has no row.
    [[nodiscard]] FieldEditor *editor(const std::string &key) const;

signals:
    /// Valid.
    void edited(const nabla::ExperimentConfig &config);
    void resetRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void addRow(const Field &field);
    [[nodiscard]] QWidget *makeNote();
    void retranslate();
    void recolor();

    struct Heading
    {
        QLabel *label;
        FieldGroup group;
    };
    std::vector<Heading> m_headings;
    std::vector<FieldEditor *> m_editors;
    QLabel *m_note;
    QPushButton *m_reset;
    bool m_needsReset = false;
};

} // namespace nabla::ui
