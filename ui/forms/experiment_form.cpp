// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/experiment_form.h"

#include "ui/forms/field_editor.h"
#include "ui/forms/field_problem.h"
#include "ui/forms/field_text.h"
#include "ui/forms/note_box.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <string_view>

namespace nabla::ui {

ExperimentForm::ExperimentForm(QWidget *parent)
    : QWidget(parent)
    , m_more(new QPushButton(this))
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
    m_more->setFlat(true);
    m_more->setObjectName(QStringLiteral("moreSettings"));
    m_reset->setObjectName(QStringLiteral("resetNow"));
    layout->addWidget(m_more, 0, Qt::AlignLeft);
    layout->addSpacing(8);
    layout->addWidget(makeNote());
    layout->addStretch(1);
    connect(m_more, &QPushButton::clicked, this, [this] { showAll(!m_showsAll); });
    connect(m_reset, &QPushButton::clicked, this, &ExperimentForm::resetRequested);
    showRows();
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
    connect(editor, &FieldEditor::edited, this,
            [this, &field](const ExperimentConfig &config) { accept(field, config); });
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
    m_shown = config;
    for (FieldEditor *editor : m_editors)
        editor->showConfig(config);
    showRows();
}

void ExperimentForm::accept(const Field &field, ExperimentConfig config)
{
    if (std::string_view(field.key) == "cost")
        fitOutputsToCost(config);
    emit edited(config);
}

void ExperimentForm::showRows()
{
    const std::vector<ConfigIssue> issues = validateCombination(m_shown);
    for (FieldEditor *editor : m_editors) {
        const auto issue = std::ranges::find(issues, editor->field().key, &ConfigIssue::field);
        editor->showMisfit(issue == issues.end() ? QString()
                                                 : misfitText(editor->field(), m_shown));
        const Field &field = editor->field();
        const bool isKeptBack = field.advanced && !m_showsAll && isDefault(field, m_shown);
        editor->setVisible(editor->hasProblem() || (isRelevant(field, m_shown) && !isKeptBack));
    }
}

void ExperimentForm::showAll(bool all)
{
    m_showsAll = all;
    showRows();
    retranslate();
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
    m_more->setText(m_showsAll ? tr("Fewer settings") : tr("More settings"));
    m_more->setToolTip(tr("Schedules, early stopping, dropout, expanded data and more."));
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
