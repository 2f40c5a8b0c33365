// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/experiment_form.h"

#include "ui/forms/field_editor.h"
#include "ui/forms/field_text.h"
#include "ui/forms/note_box.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace nabla::ui {

ExperimentForm::ExperimentForm(QWidget *parent)
    : QWidget(parent)
    , m_note(new QLabel(this))
    , m_reset(new QPushButton(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(5);
    for (const Field &field : fieldTable()) {
        if (field.kind != FieldKind::Data)
            addRow(field);
    }
    layout->addSpacing(8);
    layout->addWidget(makeNote());
    layout->addStretch(1);
    connect(m_reset, &QPushButton::clicked, this, &ExperimentForm::resetRequested);
    retranslate();
    recolor();
}

void ExperimentForm::addRow(const Field &field)
{
    if (m_headings.empty() || m_headings.back().group != field.group) {
        auto *heading = new QLabel(this);
        if (!m_headings.empty())
            static_cast<QVBoxLayout *>(layout())->addSpacing(6);
        layout()->addWidget(heading);
        m_headings.push_back({heading, field.group});
    }
    auto *editor = new FieldEditor(field, this);
    connect(editor, &FieldEditor::edited, this, &ExperimentForm::edited);
    layout()->addWidget(editor);
    m_editors.push_back(editor);
}

QWidget *ExperimentForm::makeNote()
{
    auto *box = new NoteBox(this);
    m_note->setWordWrap(true);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(10, 8, 10, 8);
    layout->addWidget(m_note);
    layout->addWidget(m_reset);
    return box;
}

void ExperimentForm::showConfig(const ExperimentConfig &config)
{
    for (FieldEditor *editor : m_editors)
        editor->showConfig(config);
}

void ExperimentForm::setNeedsReset(bool needsReset)
{
    if (m_needsReset == needsReset)
        return;
    m_needsReset = needsReset;
    retranslate();
}

FieldEditor *ExperimentForm::editor(const std::string &key) const
{
    for (FieldEditor *editor : m_editors) {
        if (key == editor->field().key)
            return editor;
    }
    return nullptr;
}

void ExperimentForm::retranslate()
{
    for (const Heading &heading : m_headings)
        heading.label->setText(groupTitle(heading.group).toUpper());
    m_note->setText(
        m_needsReset
            ? tr("The changed setup applies at the next Reset.")
            : tr("η and λ can be turned while it trains. The rest takes effect at the next "
                 "Reset."));
    m_reset->setText(tr("Reset now"));
    m_reset->setToolTip(tr("Starts a new run from this setup."));
    m_reset->setVisible(m_needsReset);
}

void ExperimentForm::recolor()
{
    QFont font = this->font();
    font.setPointSizeF(font.pointSizeF() * 0.88);
    font.setLetterSpacing(QFont::PercentageSpacing, 106);
    for (const Heading &heading : m_headings) {
        heading.label->setForegroundRole(QPalette::PlaceholderText);
        heading.label->setFont(font);
    }
}

void ExperimentForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        recolor();
}

} // namespace nabla::ui
