// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/ui/panels/scopes/synthetic_runs.h"
#include "ui/panels/scope_runs.h"

#include <QTest>

using namespace nabla;
using namespace nabla::ui;

class TestScopeRuns final : public QObject
{
    Q_OBJECT

private slots:
    void aFrameOfOneRunIsThatRun();
    void allRunsKeepTheirOrderNamesAndStyles();
    void runsThatDifferInTheSeedAloneAreOneSetup();
    void aTurnedKnobMakesAnotherSetup();
    void aBranchIsNoOtherSeed();
};

void TestScopeRuns::aFrameOfOneRunIsThatRun()
{
    const RunHistory history(3, 100);
    const RunStatusData status;
    const ExperimentConfig experiment;
    const Frame frame{history, nullptr, nullptr, status, experiment, 7};
    const ScopeRuns runs = scopeRuns(frame);
    QCOMPARE(runs.runs.size(), std::size_t{1});
    QCOMPARE(runs.runs[0].runId, std::uint64_t{7});
    QCOMPARE(runs.runs[0].history, &history);
    QCOMPARE(runs.shownId, std::uint64_t{7});
    QVERIFY(!runs.moment.has_value());
}

void TestScopeRuns::allRunsKeepTheirOrderNamesAndStyles()
{
    test::SyntheticRuns synthetic;
    synthetic.add(3, "sick");
    synthetic.add(5, "cured").experiment.activation = "relu";
    const ScopeRuns runs = scopeRuns(synthetic.frame(1, 40));
    QCOMPARE(runs.runs.size(), std::size_t{2});
    QCOMPARE(runs.runs[0].name, QStringLiteral("sick"));
    QCOMPARE(runs.runs[1].style, 1);
    QCOMPARE(runs.shownId, std::uint64_t{2});
    QCOMPARE(runs.moment, std::optional<std::uint64_t>(40));
    QVERIFY(runs.runs[0].setup != runs.runs[1].setup);
}

void TestScopeRuns::runsThatDifferInTheSeedAloneAreOneSetup()
{
    test::SyntheticRuns synthetic;
    synthetic.add(3);
    synthetic.add(3).experiment.learningRate = 0.5;
    synthetic.add(3).experiment.seed = 9;
    auto &both = synthetic.add(3).experiment;
    both.learningRate = 0.5;
    both.seed = 9;
    const ScopeRuns runs = scopeRuns(synthetic.frame());
    QCOMPARE(runs.runs[0].setup, runs.runs[2].setup);
    QCOMPARE(runs.runs[1].setup, runs.runs[3].setup);
    QVERIFY(runs.runs[0].setup != runs.runs[1].setup);
}

void TestScopeRuns::aTurnedKnobMakesAnotherSetup()
{
    test::SyntheticRuns synthetic;
    synthetic.add(3);
    synthetic.add(3).experiment.seed = 2;
    auto &turned = synthetic.add(3);
    turned.experiment.seed = 3;
    turned.history.mark({5, "learningRate", 0.1, 0.2});
    const ScopeRuns runs = scopeRuns(synthetic.frame());
    QCOMPARE(runs.runs[0].setup, runs.runs[1].setup);
    QVERIFY(runs.runs[0].setup != runs.runs[2].setup);
}

void TestScopeRuns::aBranchIsNoOtherSeed()
{
    test::SyntheticRuns synthetic;
    synthetic.add(3);
    synthetic.add(3); // goes on from a moment of the first
    synthetic.add(3).experiment.seed = 2;
    synthetic.add(3).experiment.seed = 2;
    const ScopeRuns runs = scopeRuns(synthetic.frame());
    QCOMPARE(runs.runs[1].setup, 1);
    QCOMPARE(runs.runs[2].setup, 0);
    QCOMPARE(runs.runs[3].setup, 1);
}

NABLA_TEST(TestScopeRuns)
#include "tst_scope_runs.moc"
