// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/field_editor.h"

#include "ui/forms/field_problem.h"
#include "ui/forms/field_text.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

#include <stdexcept>

namespace nabla::ui {

FieldEditor::FieldEditor(const Field &field, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_title(new QLabel(this))
    , m_problem(new QLabel(this))
{
    makeInput();
    input()->setObjectName(QLatin1String(field.key));
    input()->installEventFilter(this);
    if (m_line && m_choice)
        m_line->installEventFilter(this);
    m_title->setBuddy(input());
    m_problem->setWordWrap(true);
    m_problem->setForegroundRole(QPalette::BrightText);
    m_problem->hide();

    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(8);
    layout->setVerticalSpacing(2);
    layout->addWidget(m_title, 0, 0);
    layout->addWidget(input(), 0, 1);
    layout->addWidget(m_problem, 1, 0, 1, 2);
    layout->setColumnStretch(0, 2);
    // A list of layers, or a name, needs the room more than the field's own name does.
    layout->setColumnStretch(1, field.kind == FieldKind::Layers ? 9 : m_choice ? 6 : 3);
    showConfig(ExperimentConfig());
    retranslate();
}

void FieldEditor::makeInput()
{
    const bool isList = m_field.kind == FieldKind::ChoiceList;
    if (isList || m_field.kind == FieldKind::Choice) {
        m_choice = new QComboBox(this);
        // In a list the names are typed, with commas between: there they stand as in files.
        for (const FieldChoice &choice : m_field.choices)
            m_choice->addItem(isList ? QString::fromLatin1(choice.id) : QString(),
                              QString::fromLatin1(choice.id));
        m_choice->setEditable(isList);
        m_choice->setInsertPolicy(QComboBox::NoInsert);
        m_choice->setFocusPolicy(Qt::StrongFocus);
        // The longest name must not widen the form: its beginning and the list tell enough.
        m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_choice->setMinimumContentsLength(6);
        connect(m_choice, &QComboBox::activated, this, &FieldEditor::commit);
        if (!isList)
            return;
        m_line = m_choice->lineEdit();
    } else {
        m_line = new QLineEdit(this);
        m_line->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
    m_line->setMinimumWidth(48);
    m_line->setTextMargins(4, 0, 4, 0);
    connect(m_line, &QLineEdit::editingFinished, this, &FieldEditor::commit);
    connect(m_line, &QLineEdit::textEdited, this, &FieldEditor::revise);
}

QWidget *FieldEditor::input() const
{
    return m_choice ? static_cast<QWidget *>(m_choice) : m_line;
}

bool FieldEditor::hasProblem() const
{
    return !m_problem->isHidden();
}

QString FieldEditor::problem() const
{
    return hasProblem() ? m_problem->text() : QString();
}

QString FieldEditor::currentText() const
{
    return m_line ? m_line->text() : m_choice->currentData().toString();
}

void FieldEditor::showConfig(const ExperimentConfig &config)
{
    const bool isSameValue = isSame(m_field, config, m_shown);
    m_shown = config;
    const QString text = shownText(config, m_field);
    // What is being typed, or was refused, is the person's: an echo must not wipe it out.
    if (isSameValue && text == m_shownText && currentText() != text)
        return;
    m_shownText = text;
    const QSignalBlocker blocker(input());
    const QSignalBlocker lineBlocker(m_line);
    if (m_line) {
        if (m_line->text() != text)
            m_line->setText(text);
        m_line->setCursorPosition(0);
    } else {
        m_choice->setCurrentIndex(m_choice->findData(text));
    }
    showProblem({});
}

void FieldEditor::commit()
{
    const QString text = currentText();
    if (text == m_shownText) {
        showProblem({});
        return;
    }
    const std::string typed = typedText(m_field, text);
    ExperimentConfig config = m_shown;
    try {
        setFromText(config, m_field, typed);
    } catch (const std::invalid_argument &error) {
        showProblem(fieldProblem(m_field, typed, error.what()));
        return;
    }
    showConfig(config);
    if (m_line)
        m_line->setText(m_shownText);
    if (m_line && m_line->hasFocus())
        m_line->selectAll(); // the next number replaces this one
    showProblem({});
    emit edited(config);
}

void FieldEditor::showMisfit(const QString &text)
{
    if (currentText() == m_shownText)
        showProblem(text);
}

/// While a refused text is being corrected, the words below it follow.
void FieldEditor::revise()
{
    if (!hasProblem())
        return;
    const std::string typed = typedText(m_field, m_line->text());
    try {
        ExperimentConfig scratch = m_shown;
        setFromText(scratch, m_field, typed);
        showProblem({});
    } catch (const std::invalid_argument &error) {
        showProblem(fieldProblem(m_field, typed, error.what()));
    }
}

void FieldEditor::showProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
    input()->setProperty("hasProblem", !text.isEmpty());
    input()->setAccessibleDescription(text.isEmpty() ? fieldHelp(m_field) : text);
    input()->update();
}

void FieldEditor::retranslate()
{
    const QString help = fieldHelp(m_field);
    m_title->setText(fieldTitle(m_field));
    m_title->setToolTip(help);
    input()->setToolTip(help);
    input()->setAccessibleName(fieldTitle(m_field));
    for (std::size_t i = 0; m_choice && !m_line && i < m_field.choices.size(); ++i)
        m_choice->setItemText(static_cast<int>(i),
                              QCoreApplication::translate("Experiment", m_field.choices[i].title));
    if (m_line && currentText() == m_shownText) {
        m_shownText = shownText(m_shown, m_field);
        m_line->setText(m_shownText);
    }
    if (hasProblem())
        revise();
}

void FieldEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

bool FieldEditor::eventFilter(QObject *watched, QEvent *event)
{
    // The wheel scrolls the form; it must not turn a choice that happens to lie under the pointer.
    if (event->type() == QEvent::Wheel && m_choice && !m_choice->hasFocus()) {
        event->ignore();
        return true;
    }
    // A blank is no part of a number: in these fields Space stays the key of Train.
    const bool isNumber = m_line && !m_choice && m_field.kind != FieldKind::Layers;
    if (event->type() == QEvent::ShortcutOverride && isNumber
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space) {
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::KeyPress && m_line
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape
        && currentText() != m_shownText) {
        m_line->setText(m_shownText);
        showProblem({});
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace nabla::ui
