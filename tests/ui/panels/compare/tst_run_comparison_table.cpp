// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/compare/compare_panel.h"

#include "tests/support/test_program.h"
#include "tests/ui/session/bars.h"
#include "ui/plots/number_text.h"
#include "ui/session/comparison.h"
#include "ui/session/next_run.h"
#include "ui/session/training_session.h"

#include <QApplication>
#include <QHeaderView>
#include <QLocale>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <array>

using namespace nabla;
using namespace nabla::ui;
using namespace nabla::ui::test;

namespace {

QString percent(double fraction)
{
    return percentText(fraction, 2, QLocale());
}

} // namespace

/// The table that sets runs beside each other, and the panel that shows it.
class TestRunComparisonTable final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void fieldsThatDifferAreListedAndNoOthers();
    void accuraciesAreComparedAtTheSameEpochs();
    void theBestIsNamedOnlyWhereItIsAlone();
    void nothingToCompareGivesNoRows();
    void theTextIsTabSeparated();
    void thePanelShowsARunWhenItsHeadIsClicked();

private:
    [[nodiscard]] std::vector<RunView> views() const;
    [[nodiscard]] QStringList valuesOf(const QString &title) const;

    std::array<RunHistory, 3> m_histories;
    std::array<RunStatusData, 3> m_states;
    std::array<ExperimentConfig, 3> m_configs;
};

void TestRunComparisonTable::init()
{
    for (std::size_t i = 0; i < 3; ++i) {
        m_histories[i] = RunHistory(3, 10);
        m_states[i] = {};
        m_configs[i] = {};
    }
}

std::vector<RunView> TestRunComparisonTable::views() const
{
    std::vector<RunView> runs;
    for (std::size_t i = 0; i < 3; ++i)
        runs.push_back({i + 1, static_cast<int>(i), QString(QChar(u'A' + static_cast<int>(i))),
                        &m_histories[i], &m_states[i], &m_configs[i]});
    return runs;
}

QStringList TestRunComparisonTable::valuesOf(const QString &title) const
{
    for (const ComparisonRow &row : compareRuns(views())) {
        if (row.title == title)
            return row.values;
    }
    return {};
}

void TestRunComparisonTable::fieldsThatDifferAreListedAndNoOthers()
{
    m_configs[1].learningRate = 0.5;
    m_configs[2].momentumCoefficient = 0.5; // of no effect with SGD
    const auto rows = compareRuns(views());
    const auto ofSetup = std::ranges::count_if(
        rows, [](const ComparisonRow &row) { return row.part == ComparisonRow::Part::Setup; });
    QCOMPARE(ofSetup, 1);
    QCOMPARE(rows.front().values, QStringList({"0.1", "0.5", "0.1"}));
}

void TestRunComparisonTable::accuraciesAreComparedAtTheSameEpochs()
{
    const MetricId accuracy{Metric::ValidationAccuracy};
    for (std::size_t i = 0; i < 3; ++i) {
        m_histories[i].append(accuracy, 10, 0.1 * static_cast<double>(i + 1));
        m_histories[i].append(accuracy, 30, 0.9);
    }
    m_histories[0].append(accuracy, 40, 0.95);
    QCOMPARE(valuesOf("Validation accuracy after epoch 1"),
             QStringList({percent(0.1), percent(0.2), percent(0.3)}));
    QCOMPARE(valuesOf("Validation accuracy after epoch 3"),
             QStringList({percent(0.9), percent(0.9), percent(0.9)}));
    QVERIFY(valuesOf("Validation accuracy after epoch 4").isEmpty());
    QCOMPARE(valuesOf("Best validation accuracy"),
             QStringList({percent(0.95), percent(0.9), percent(0.9)}));
}

void TestRunComparisonTable::theBestIsNamedOnlyWhereItIsAlone()
{
    for (std::size_t i = 0; i < 3; ++i) {
        m_histories[i].append({Metric::TestAccuracy}, 10, i == 1 ? 0.5 : 0.7);
        m_histories[i].append({Metric::TrainingAccuracy}, 10, i == 1 ? 0.8 : 0.7);
        m_histories[i].append({Metric::ValidationCost}, 10, static_cast<double>(i));
    }
    for (const ComparisonRow &row : compareRuns(views())) {
        if (row.title == "Training accuracy")
            QCOMPARE(row.best, std::optional(1));
        else
            QVERIFY2(!row.best, qPrintable(row.title));
    }
}

void TestRunComparisonTable::nothingToCompareGivesNoRows()
{
    QVERIFY(compareRuns({}).empty());
    QCOMPARE(valuesOf("Test accuracy"), QStringList({"", "", ""})); // nothing was measured
}

void TestRunComparisonTable::theTextIsTabSeparated()
{
    m_configs[2].seed = 7;
    const QStringList lines = comparisonText(views()).split('\n');
    QCOMPARE(lines.front(), QStringLiteral("\tA\tB\tC"));
    QCOMPARE(lines[1], QStringLiteral("Seed\t1\t1\t7"));
    QCOMPARE(lines.back(), QString());
}

void TestRunComparisonTable::thePanelShowsARunWhenItsHeadIsClicked()
{
    TrainingSession session(barLoader());
    session.nextRun().changeSetup(smallExperiment());
    ComparePanel panel(session);
    panel.resize(500, 400);
    panel.show();
    auto *table = panel.findChild<QTableWidget *>();
    QVERIFY(!table->isVisible());
    session.nextRun().start();
    QTRY_VERIFY(session.frame().status.hasDigest);
    ExperimentConfig other = smallExperiment();
    other.activation = "relu";
    session.comparison().compareWith(other, "ReLU");
    QVERIFY(table->isVisible());
    QCOMPARE(table->columnCount(), 3);
    QCOMPARE(table->horizontalHeaderItem(2)->text(), QStringLiteral("B"));
    QCOMPARE(table->item(0, 1)->text(), QStringLiteral("sigmoid"));
    QCOMPARE(table->item(0, 2)->text(), QStringLiteral("ReLU"));
    const QHeaderView *heads = table->horizontalHeader();
    QTest::mouseClick(heads->viewport(), Qt::LeftButton, {},
                      {heads->sectionViewportPosition(2) + 5, heads->height() / 2});
    QCOMPARE(session.frame().runId, session.frame().runs[1].runId);
    QVERIFY(table->horizontalHeaderItem(2)->font().bold());
}

NABLA_WINDOW_TEST(TestRunComparisonTable)
#include "tst_run_comparison_table.moc"
