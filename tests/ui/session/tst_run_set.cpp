// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/run_set.h"

#include "tests/support/test_program.h"
#include "tests/ui/session/bars.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace nabla;
using namespace nabla::ui;
using namespace nabla::ui::test;

/// Without a session: the runs rest, and nobody polls them.
class TestRunSet final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_runs = std::make_unique<RunSet>(); }
    void cleanup() { m_runs.reset(); }

    void anEmptySetShowsNothing();
    void theFirstRunIsShown();
    void aRunThatIsReplacedHandsOnItsStyle();
    void aRunTakesTheFirstStyleThatIsFree();
    void fourAreTheMost();
    void everyRunHasAnIdOfItsOwn();
    void aSetupThatCannotBeRunIsSaid();
    void aRecordIsNeverShownInstead();
    void whatHappenedIsTold();
    void aRunThatIsOverSaysSo();

private:
    [[nodiscard]] std::unique_ptr<Run> make() { return m_runs->make(smallExperiment(), m_data); }
    [[nodiscard]] std::unique_ptr<Run> makeRecord() { return m_runs->makeOf({}); }
    void fill();

    std::shared_ptr<const Dataset> m_data = loadBars("bars", {});
    std::unique_ptr<RunSet> m_runs;
};

/// One run and three records.
void TestRunSet::fill()
{
    m_runs->replaceShown(make());
    for (const char *remark : {"", "second", "third"})
        m_runs->add(makeRecord(), remark);
}

void TestRunSet::anEmptySetShowsNothing()
{
    QVERIFY(!m_runs->shown() && !m_runs->otherThanShown() && !m_runs->find(1));
    QCOMPARE(m_runs->state(), RunState::Idle);
    QVERIFY(!m_runs->isAnyTraining());
    QVERIFY(!m_runs->hasRoom()); // beside what?
    QVERIFY(m_runs->views().empty());
    QVERIFY(!m_runs->poll(true));
}

void TestRunSet::theFirstRunIsShown()
{
    m_runs->replaceShown(make());
    QCOMPARE(m_runs->shown()->id(), std::uint64_t(1));
    QCOMPARE(m_runs->shown()->title, QStringLiteral("A"));
    QVERIFY(m_runs->views().empty()); // nothing to compare
    QVERIFY(m_runs->hasRoom());
}

void TestRunSet::aRunThatIsReplacedHandsOnItsStyle()
{
    m_runs->replaceShown(make());
    m_runs->addAndShow(make(), "branch");
    const std::uint64_t branch = m_runs->shown()->id();
    m_runs->replaceShown(make());
    QVERIFY(!m_runs->find(branch));
    QCOMPARE(m_runs->shown()->style, 1);
    QCOMPARE(m_runs->shown()->title, QStringLiteral("B")); // what it was about is gone with it
    QCOMPARE(m_runs->views().size(), std::size_t(2));
}

void TestRunSet::aRunTakesTheFirstStyleThatIsFree()
{
    fill();
    QCOMPARE(m_runs->views()[1].name, QStringLiteral("B"));
    QCOMPARE(m_runs->views()[2].name, QStringLiteral("C · second"));
    m_runs->remove(m_runs->views()[1].runId);
    m_runs->add(makeRecord(), "new");
    QCOMPARE(m_runs->views()[1].name, QStringLiteral("B · new"));
    QCOMPARE(m_runs->views()[1].style, 1);
    m_runs->removeOthers();
    QVERIFY(m_runs->views().empty());
    QCOMPARE(m_runs->shown()->style, 0);
}

void TestRunSet::fourAreTheMost()
{
    const QSignalSpy problems(m_runs.get(), &RunSet::problem);
    m_runs->replaceShown(make());
    QVERIFY(m_runs->checkRoom());
    QVERIFY(problems.isEmpty());
    m_runs->removeOthers();
    fill();
    QVERIFY(!m_runs->hasRoom());
    QVERIFY(!m_runs->checkRoom());
    QCOMPARE(problems.size(), 1);
}

void TestRunSet::everyRunHasAnIdOfItsOwn()
{
    m_runs->replaceShown(make());
    m_runs->add(makeRecord(), {});
    m_runs->replaceShown(make());
    QCOMPARE(m_runs->shown()->id(), std::uint64_t(3));
    QVERIFY(!m_runs->find(1));
    QVERIFY(m_runs->find(2)->isRecord());
    QCOMPARE(m_runs->find(3), std::as_const(*m_runs).shown());
}

void TestRunSet::aSetupThatCannotBeRunIsSaid()
{
    const QSignalSpy problems(m_runs.get(), &RunSet::problem);
    ExperimentConfig config = smallExperiment();
    config.layers = {3, 10}; // the pictures have more pixels
    QVERIFY(!m_runs->make(config, m_data));
    QCOMPARE(problems.size(), 1);
    QCOMPARE(make()->id(), std::uint64_t(1)); // no id is lost
}

void TestRunSet::aRecordIsNeverShownInstead()
{
    fill();
    QVERIFY(!m_runs->otherThanShown());
    m_runs->removeOthers();
    m_runs->add(makeRecord(), {});
    m_runs->add(make(), {});
    QCOMPARE(m_runs->otherThanShown()->id(), m_runs->views()[2].runId);
}

void TestRunSet::whatHappenedIsTold()
{
    QString heard;
    connect(m_runs.get(), &RunSet::shownChanged, this, [&heard] { heard += "shown "; });
    connect(m_runs.get(), &RunSet::changed, this, [&heard] { heard += "changed "; });
    connect(m_runs.get(), &RunSet::stateChanged, this, [&heard] { heard += "state "; });
    connect(m_runs.get(), &RunSet::moved, this, [&heard] { heard += "moved "; });
    const auto told = [&heard] {
        return std::exchange(heard, {}).trimmed();
    };
    m_runs->replaceShown(make());
    QCOMPARE(told(), QStringLiteral("shown changed state"));
    m_runs->add(make(), {});
    QCOMPARE(told(), QStringLiteral("changed moved"));
    m_runs->addAndShow(make(), {});
    QCOMPARE(told(), QStringLiteral("shown changed state moved"));
    m_runs->show(m_runs->views()[0].runId);
    QCOMPARE(told(), QStringLiteral("shown changed state moved"));
    m_runs->remove(m_runs->views()[1].runId);
    QCOMPARE(told(), QStringLiteral("changed moved"));
    m_runs->removeOthers();
    QCOMPARE(told(), QStringLiteral("changed moved"));
}

void TestRunSet::aRunThatIsOverSaysSo()
{
    const QSignalSpy problems(m_runs.get(), &RunSet::problem);
    m_runs->replaceShown(make());
    m_runs->train();
    QTRY_VERIFY((static_cast<void>(m_runs->poll(false)), m_runs->state() == RunState::Finished));
    QVERIFY(!m_runs->isAnyTraining());
    QVERIFY(problems.isEmpty());
    m_runs->train();
    QCOMPARE(problems.size(), 1);
    QVERIFY(problems[0][0].toString().contains("finished"));
}

NABLA_WINDOW_TEST(TestRunSet)
#include "tst_run_set.moc"
