// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiments/field_table.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace nabla::ui {

/// One row of the form: the field's name, its editor, and below it in words what is wrong with what
/// was typed. A refused text stays where it is until the person changes it; it is never handed on.
class FieldEditor final : public QWidget
{
    Q_OBJECT

public:
    explicit FieldEditor(const Field &field, QWidget *parent = nullptr);

    [[nodiscard]] const Field &field() const { return m_field; }
    /// Shows the field's value. A text that was refused stays, unless this field's value is a new
    /// one.
    void showConfig(const ExperimentConfig &config);
    [[nodiscard]] bool hasProblem() const;
    [[nodiscard]] QString problem() const;
    /// Says in words why the value, valid by itself, does not fit the others; empty: it does. A
    /// text that was refused keeps its own words.
    void showMisfit(const QString &text);
    /// The line edit or the combo box.
    [[nodiscard]] QWidget *input() const;

signals:
    /// The person entered another, valid value: the configuration that was shown, with it.
    void edited(const nabla::ExperimentConfig &config);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeInput();
    void commit();
    void revise();
    void showProblem(const QString &text);
    void retranslate();
    [[nodiscard]] QString currentText() const;

    const Field &m_field;
    ExperimentConfig m_shown;
    QString m_shownText;
    QLabel *m_title;
    QLabel *m_problem;
    QLineEdit *m_line = nullptr;
    QComboBox *m_choice = nullptr;
};

} // namespace nabla::ui
