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
/// Settings that have no effect in this experiment, and the seldom needed ones while they have
/// their defaults, are kept back. It holds no setup of its own: it shows a configuration and
/// reports what a person entered.
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
    void accept(const Field &field, ExperimentConfig config);
    void showRows();
    void showAll(bool all);
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
    QPushButton *m_more;
    QLabel *m_note;
    QPushButton *m_reset;
    ExperimentConfig m_shown;
    bool m_needsReset = false;
    bool m_showsAll = false;
};

} // namespace nabla::ui
