// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/teach/my_digits_panel.h"

#include "core/nn/digit_scores.h"
#include "ui/panels/flat_button.h"
#include "ui/panels/squeezable_area.h"
#include "ui/panels/teach/digit_grid.h"
#include "ui/plots/number_text.h"
#include "ui/session/run_set.h"
#include "ui/session/sources/my_digits.h"
#include "ui/session/teacher.h"
#include "ui/session/training_session.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <unordered_map>

namespace nabla::ui {

namespace {

// What the filter lets through, as the data of its entries: a label, or one of these.
constexpr int allDigits = -1;
constexpr int wrongDigits = -2;

void add(ReadingChange &change, int label, bool wasRight, bool isRight)
{
    const auto i = static_cast<std::size_t>(label);
    ++change.digits[i];
    change.before[i] += wasRight ? 1 : 0;
    change.now[i] += isRight ? 1 : 0;
}

ReadingChange changeOf(const Confusion &before, const Confusion &now)
{
    ReadingChange change;
    for (std::size_t label = 0; label < classCount; ++label) {
        for (const int images : now[label])
            change.digits[label] += images;
        change.before[label] = before[label][label];
        change.now[label] = now[label][label];
    }
    return change;
}

} // namespace

MyDigitsPanel::MyDigitsPanel(TrainingSession &session, QWidget *parent)
    : Panel(parent)
    , m_runs(session.runs())
    , m_digits(session.myDigits())
    , m_teacher(session.teacher())
    , m_test(new DigitsTest(this))
    , m_measured(new QLabel(this))
    , m_filter(new QComboBox(this))
    , m_grid(new DigitGrid(this))
    , m_hint(new QLabel(this))
    , m_relabel(new QToolButton(this))
    , m_export(new QToolButton(this))
    , m_labels(new QMenu(this))
    , m_formats(new QMenu(this))
    , m_remove(new QAction(this))
    , m_undo(new QAction(this))
    , m_redo(new QAction(this))
    , m_exported(new QLabel(this))
    , m_teach(new QPushButton(this))
    , m_result(new TeachingResult)
    , m_resultArea(new SqueezableArea(m_result, this))
{
    for (QLabel *label : {m_measured, m_hint, m_exported})
        label->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_exported->setForegroundRole(QPalette::PlaceholderText);
    m_exported->hide();
    auto *head = new QHBoxLayout;
    head->addWidget(m_measured, 1);
    head->addWidget(m_filter, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_grid, 1);
    layout->addWidget(m_hint, 1);
    layout->addLayout(makeTools());
    layout->addWidget(m_exported);
    layout->addWidget(m_resultArea);
    setMinimumWidth(280);
    makeMenus();
    makeActions();
    fillFilter();
    connect(&m_digits, &MyDigits::changed, this, [this] {
        ask();
        showDigits();
        showResult();
    });
    connect(m_test, &DigitsTest::answered, this, [this] {
        showDigits();
        showResult();
    });
    connect(&m_teacher, &Teacher::teachingChanged, this, &MyDigitsPanel::updateActions);
    connect(&m_runs, &RunSet::changed, this, &MyDigitsPanel::updateActions);
    retranslate();
}

QLayout *MyDigitsPanel::makeTools()
{
    auto *tools = new QHBoxLayout;
    tools->setSpacing(2);
    for (QToolButton *button : {m_relabel, m_export}) {
        button->setPopupMode(QToolButton::InstantPopup);
        button->setAutoRaise(true);
    }
    m_relabel->setMenu(m_labels);
    m_export->setMenu(m_formats);
    tools->addWidget(m_relabel);
    for (QAction *action : {m_remove, m_undo, m_redo})
        tools->addWidget(flatButton(action));
    tools->addWidget(m_export);
    tools->addStretch(1);
    tools->addWidget(m_teach);
    return tools;
}

void MyDigitsPanel::makeMenus()
{
    for (int label = 0; label < classCount; ++label)
        m_labels->addAction(QString(), this, [this, label] { relabelSelected(label); });
    m_formats->addAction(QString(), this, [this] { exportTo(&MyDigits::exportAsIdx); });
    m_formats->addAction(QString(), this, [this] { exportTo(&MyDigits::exportAsPng); });
}

void MyDigitsPanel::makeActions()
{
    m_undo->setShortcut(QKeySequence::Undo);
    m_redo->setShortcut(QKeySequence::Redo);
    for (QAction *action : {m_undo, m_redo})
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addActions({m_undo, m_redo});
    m_grid->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_grid->addActions({m_labels->menuAction(), m_remove});
    connect(m_remove, &QAction::triggered, this, &MyDigitsPanel::removeSelected);
    connect(m_undo, &QAction::triggered, m_digits.undoStack(), &QUndoStack::undo);
    connect(m_redo, &QAction::triggered, m_digits.undoStack(), &QUndoStack::redo);
    connect(m_digits.undoStack(), &QUndoStack::indexChanged, this, &MyDigitsPanel::updateActions);
    connect(m_grid, &DigitGrid::relabelWanted, this, &MyDigitsPanel::relabelSelected);
    connect(m_grid, &DigitGrid::removeWanted, this, &MyDigitsPanel::removeSelected);
    connect(m_grid, &DigitGrid::selectionMoved, this, &MyDigitsPanel::updateActions);
    connect(m_filter, &QComboBox::currentIndexChanged, this, &MyDigitsPanel::showDigits);
    connect(m_teach, &QPushButton::clicked, &m_teacher, &Teacher::teach);
    connect(&m_digits, &MyDigits::exported, this, [this](const QString &folder) {
        m_exported->setText(tr("Exported to %1").arg(folder));
        m_exported->show();
    });
}

void MyDigitsPanel::showFrame(const Frame &frame)
{
    m_snapshot = frame.snapshot;
    m_data = frame.data;
    m_teaching = frame.teaching;
    ask();
    showResult();
    updateActions();
}

void MyDigitsPanel::ask()
{
    m_test->ask({m_digits.digits(), m_snapshot, m_teaching ? m_teaching->before : nullptr,
                 m_teaching ? m_data : nullptr});
}

bool MyDigitsPanel::isWanted(const DigitCell &cell) const
{
    const int filter = m_filter->currentData().toInt();
    return filter == allDigits
           || (filter == wrongDigits ? cell.isWrong() : cell.digit->label == filter);
}

void MyDigitsPanel::showDigits()
{
    std::unordered_map<const OwnDigit *, int> answers;
    const DigitsTest::Answer &answer = m_test->answer();
    for (std::size_t i = 0; i < answer.now.answers.size(); ++i)
        answers[answer.digits[i].get()] = answer.now.answers[i];
    std::vector<DigitCell> cells;
    for (std::size_t i = m_digits.digits().size(); i-- > 0;) { // the newest first
        const auto &digit = m_digits.digits()[i];
        const auto found = answers.find(digit.get());
        DigitCell cell{digit, static_cast<int>(i),
                       found == answers.end() ? std::nullopt : std::optional(found->second)};
        if (isWanted(cell))
            cells.push_back(std::move(cell));
    }
    const bool isEmpty = cells.empty();
    m_grid->setCells(std::move(cells));
    m_grid->setVisible(!isEmpty);
    m_hint->setVisible(isEmpty);
    m_hint->setText(m_digits.digits().empty()
                        ? tr("You have kept no digits yet. Draw one in “Draw a digit”, then say "
                             "under it what it was.")
                        : tr("None of your digits is like that."));
    showMeasured();
    updateActions();
    emit subtitleChanged();
}

void MyDigitsPanel::showMeasured()
{
    const DigitsTest::Answer &answer = m_test->answer();
    int right = 0;
    for (std::size_t i = 0; i < answer.now.answers.size(); ++i)
        right += answer.now.answers[i] == answer.digits[i]->label ? 1 : 0;
    const auto read = static_cast<int>(answer.now.answers.size());
    if (m_snapshot && !readsDigits(m_snapshot->network))
        m_measured->setText(tr("This network cannot read digits: it must take 784 pixels and give "
                               "10 outputs."));
    else if (read == 0)
        m_measured->setText({});
    else
        m_measured->setText(tr("The network reads %1 of %2 of your digits (%3).")
                                .arg(QLocale().toString(right), QLocale().toString(read),
                                     percentText(static_cast<double>(right) / read, 0, QLocale())));
}

QString MyDigitsPanel::measured() const
{
    return m_measured->text();
}

void MyDigitsPanel::showResult()
{
    const DigitsTest::Answer &answer = m_test->answer();
    const bool isThere = m_teaching && answer.before.snapshot == m_teaching->before
                         && answer.before.test && answer.now.test
                         && answer.before.answers.size() == answer.now.answers.size();
    m_resultArea->setVisible(isThere);
    if (!isThere)
        return;
    TeachingChange change;
    for (std::size_t i = 0; i < answer.now.answers.size(); ++i) {
        const OwnDigit &digit = *answer.digits[i];
        add(m_teaching->digests.contains(digit.digest) ? change.taught : change.keptOut,
            digit.label, answer.before.answers[i] == digit.label,
            answer.now.answers[i] == digit.label);
    }
    change.test = changeOf(*answer.before.test, *answer.now.test);
    m_result->setChange(change);
}

void MyDigitsPanel::updateActions()
{
    const bool isAnySelected = !m_grid->selectionModel()->selectedIndexes().isEmpty();
    m_remove->setEnabled(isAnySelected);
    m_relabel->setEnabled(isAnySelected);
    m_labels->menuAction()->setEnabled(isAnySelected);
    const QUndoStack &undo = *m_digits.undoStack();
    m_undo->setEnabled(undo.canUndo());
    m_undo->setToolTip(undo.canUndo() ? tr("Undo: %1").arg(undo.undoText()) : QString());
    m_redo->setEnabled(undo.canRedo());
    m_redo->setToolTip(undo.canRedo() ? tr("Redo: %1").arg(undo.redoText()) : QString());
    m_export->setEnabled(!m_digits.digits().empty());
    m_teach->setEnabled(!m_digits.digits().empty() && m_snapshot && !m_teacher.isTeaching()
                        && m_runs.hasRoom());
    m_teach->setText(m_teacher.isTeaching() ? tr("Mixing them in…") : tr("Train on them too"));
}

void MyDigitsPanel::relabelSelected(int label)
{
    m_digits.relabel(m_grid->selectedPlaces(), label);
}

void MyDigitsPanel::removeSelected()
{
    m_digits.remove(m_grid->selectedPlaces());
}

void MyDigitsPanel::exportTo(ExportSlot slot)
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Export your digits to"));
    if (!folder.isEmpty())
        (m_digits.*slot)(folder);
}

QString MyDigitsPanel::subtitle() const
{
    return m_digits.digits().empty()
               ? QString()
               : tr("%1 kept").arg(QLocale().toString(qulonglong(m_digits.digits().size())));
}

void MyDigitsPanel::fillFilter()
{
    m_filter->addItem(QString(), allDigits);
    m_filter->addItem(QString(), wrongDigits);
    for (int label = 0; label < classCount; ++label)
        m_filter->addItem(QString(), label);
}

void MyDigitsPanel::retranslate()
{
    m_filter->setItemText(0, tr("All"));
    m_filter->setItemText(1, tr("Read wrong"));
    m_filter->setAccessibleName(tr("Which of your digits to show"));
    for (int label = 0; label < classCount; ++label) {
        const QString digit = QLocale().toString(label);
        m_filter->setItemText(label + 2, tr("Label %1").arg(digit));
        m_labels->actions().at(label)->setText(tr("As %1").arg(digit));
    }
    m_grid->setAccessibleName(tr("Your digits"));
    m_labels->setTitle(tr("Relabel"));
    m_relabel->setText(tr("Relabel"));
    m_relabel->setToolTip(tr("Say what the selected digits are; the keys 0 to 9 do the same"));
    m_remove->setText(tr("Delete"));
    m_remove->setToolTip(tr("Delete the selected digits (Del)"));
    m_undo->setText(tr("Undo"));
    m_redo->setText(tr("Redo"));
    m_export->setText(tr("Export"));
    m_export->setToolTip(tr("Write all your digits to a folder"));
    m_formats->actions().at(0)->setText(tr("As IDX, MNIST's format…"));
    m_formats->actions().at(1)->setText(tr("As PNG pictures…"));
    m_teach->setToolTip(
        tr("Goes on with the network as it is, in a run beside this one, on the same data with a "
           "tenth of the training digits replaced by yours. From ten of yours on about a fifth is "
           "kept out of it, to test with."));
    showDigits();
}

void MyDigitsPanel::changeEvent(QEvent *event)
{
    Panel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MyDigitsPanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    m_digits.open();
}

Panel *createMyDigitsPanel(TrainingSession &session, Selection &, QWidget *parent)
{
    return new MyDigitsPanel(session, parent);
}

} // namespace nabla::ui
