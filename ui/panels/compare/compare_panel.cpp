// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/compare/compare_panel.h"

#include "ui/plots/scope/run_icon.h"
#include "ui/session/comparison.h"
#include "ui/session/run_set.h"
#include "ui/session/training_session.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace nabla::ui {

namespace {

constexpr int fillMilliseconds = 200; // numbers that change faster cannot be read

QTableWidgetItem *itemAt(QTableWidget &table, int line, int column)
{
    QTableWidgetItem *item = table.item(line, column);
    if (!item) {
        item = new QTableWidgetItem;
        table.setItem(line, column, item);
    }
    return item;
}

} // namespace

ComparePanel::ComparePanel(TrainingSession &session, QWidget *parent)
    : Panel(parent)
    , m_session(session)
    , m_comparison(session.comparison())
    , m_addSetup(new QToolButton(this))
    , m_addSeeds(new QToolButton(this))
    , m_dropOthers(new QToolButton(this))
    , m_hint(new QLabel(this))
    , m_table(new QTableWidget(this))
{
    makeButtons();
    m_hint->setWordWrap(true);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTextElideMode(Qt::ElideRight);
    m_table->setWordWrap(false);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(1);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionsClickable(true);
    m_table->horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &ComparePanel::openMenu);
    connect(m_table->horizontalHeader(), &QWidget::customContextMenuRequested, this,
            &ComparePanel::openMenu);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int column) {
        if (const auto id = runAt(column))
            m_comparison.showRun(*id);
    });
    auto *buttons = new QHBoxLayout;
    for (QToolButton *button : {m_addSetup, m_addSeeds, m_dropOthers})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(buttons);
    layout->addWidget(m_hint);
    layout->addWidget(m_table, 1);
    connect(&session.runs(), &RunSet::changed, this, &ComparePanel::showRuns);
    retranslate();
    fill({});
}

void ComparePanel::makeButtons()
{
    connect(m_addSetup, &QToolButton::clicked, &m_comparison, &Comparison::compareSetup);
    connect(m_addSeeds, &QToolButton::clicked, &m_comparison, &Comparison::compareSeeds);
    connect(m_dropOthers, &QToolButton::clicked, &m_comparison, &Comparison::dropOthers);
}

QString ComparePanel::subtitle() const
{
    return m_runIds.empty() ? QString() : tr("%n runs", nullptr, static_cast<int>(m_runIds.size()));
}

void ComparePanel::showFrame(const Frame &frame)
{
    if (m_sinceFilled.isValid() && m_sinceFilled.elapsed() < fillMilliseconds
        && frame.status.state == RunState::Running && frame.runId == m_shownId)
        return;
    m_sinceFilled.start();
    m_shownId = frame.runId;
    fill(frame.runs);
}

void ComparePanel::showRuns()
{
    m_sinceFilled.invalidate();
    showFrame(m_session.frame());
    updateButtons();
    emit subtitleChanged();
}

void ComparePanel::fill(std::span<const RunView> runs)
{
    m_runIds.clear();
    for (const RunView &run : runs)
        m_runIds.push_back(run.runId);
    m_hint->setVisible(runs.empty());
    m_table->setVisible(!runs.empty());
    std::vector<ComparisonRow> rows = compareRuns(runs);
    m_table->setColumnCount(static_cast<int>(runs.size()) + 1);
    m_table->setRowCount(static_cast<int>(rows.size()));
    fillHeads(runs);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i >= m_rows.size() || rows[i] != m_rows[i])
            fillRow(static_cast<int>(i), rows[i]);
    }
    m_rows = std::move(rows);
    updateButtons();
}

void ComparePanel::fillHeads(std::span<const RunView> runs)
{
    QHeaderView *heads = m_table->horizontalHeader();
    for (int column = 0; column < m_table->columnCount(); ++column) {
        QTableWidgetItem *head = m_table->horizontalHeaderItem(column);
        if (!head) {
            head = new QTableWidgetItem;
            m_table->setHorizontalHeaderItem(column, head);
        }
        head->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        if (column == 0) {
            head->setText({});
            continue;
        }
        const RunView &run = runs[static_cast<std::size_t>(column - 1)];
        QFont font = m_table->font();
        font.setBold(run.runId == m_shownId);
        head->setFont(font);
        head->setText(run.name.section(QStringLiteral(" · "), 0, 0)); // the letter; all below
        head->setToolTip(run.runId == m_shownId ? tr("%1 is shown").arg(run.name)
                                                : tr("Show %1 in all panels").arg(run.name));
        head->setIcon(runIcon(run.style, palette().color(QPalette::Text), devicePixelRatioF()));
    }
    heads->setIconSize(runIconSize);
    // The values are what is compared: where there is little room, the titles are cut.
    heads->setSectionResizeMode(QHeaderView::Stretch);
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 6);
}

void ComparePanel::fillRow(int line, const ComparisonRow &row)
{
    QTableWidgetItem *title = itemAt(*m_table, line, 0);
    title->setText(row.title);
    title->setToolTip(row.help.isEmpty() ? row.title : row.title + u'\n' + row.help);
    title->setForeground(palette().color(QPalette::PlaceholderText));
    for (int i = 0; i < row.values.size(); ++i) {
        QTableWidgetItem *cell = itemAt(*m_table, line, i + 1);
        QFont font = m_table->font();
        font.setBold(row.best == i);
        cell->setFont(font);
        cell->setText(row.values[i].isEmpty() ? QStringLiteral("–") : row.values[i]);
        cell->setToolTip(cell->text());
        cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
}

std::optional<std::uint64_t> ComparePanel::runAt(int column) const
{
    if (column < 1 || column > static_cast<int>(m_runIds.size()))
        return std::nullopt;
    return m_runIds[static_cast<std::size_t>(column - 1)];
}

void ComparePanel::openMenu(const QPoint &position)
{
    QMenu menu(this);
    if (const auto id = runAt(m_table->columnAt(position.x()))) {
        const QString name
            = m_session.frame()
                  .runs[static_cast<std::size_t>(m_table->columnAt(position.x()) - 1)]
                  .name;
        menu.addAction(tr("Show %1").arg(name), this, [this, id] { m_comparison.showRun(*id); })
            ->setEnabled(*id != m_shownId);
        menu.addAction(tr("Remove %1").arg(name), this, [this, id] { m_comparison.dropRun(*id); });
        menu.addSeparator();
    }
    menu.addAction(tr("Copy the table"), this, [this] {
        QGuiApplication::clipboard()->setText(comparisonText(m_session.frame().runs));
    });
    menu.exec(QCursor::pos());
}

void ComparePanel::updateButtons()
{
    m_addSetup->setEnabled(m_session.runs().hasRoom());
    m_addSeeds->setEnabled(m_session.runs().hasRoom());
    m_dropOthers->setEnabled(m_runIds.size() > 1);
}

void ComparePanel::retranslate()
{
    m_addSetup->setText(tr("Setup beside"));
    m_addSetup->setToolTip(
        tr("Train the setup of the form beside the shown run, from the same seed and digits"));
    m_addSeeds->setText(tr("Other seeds"));
    m_addSeeds->setToolTip(
        tr("Train the shown run's setup from other seeds: how much of it is chance?"));
    m_dropOthers->setText(tr("Remove others"));
    m_dropOthers->setToolTip(tr("Keep the shown run alone"));
    m_hint->setText(
        tr("Only one run so far. Change the setup and press Setup beside, or let the doctor try a "
           "remedy: both runs draw the same mini-batches from the same seed."));
    m_table->setAccessibleName(tr("The runs beside each other"));
}

void ComparePanel::changeEvent(QEvent *event)
{
    Panel::changeEvent(event);
    if (!changesLook(*event))
        return;
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    m_rows.clear();
    m_sinceFilled.invalidate();
    if (m_session.frame().runId != 0)
        showFrame(m_session.frame());
    emit subtitleChanged();
}

Panel *createComparePanel(TrainingSession &session, Selection &, QWidget *parent)
{
    return new ComparePanel(session, parent);
}

} // namespace nabla::ui
