// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "tests/ui/session/bars.h"
#include "ui/session/comparison.h"
#include "ui/session/next_run.h"
#include "ui/session/sources/my_digits.h"
#include "ui/session/teacher.h"
#include "ui/session/time_machine.h"
#include "ui/session/training_session.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace nabla;
using namespace nabla::ui;
using namespace nabla::ui::test;

class TestTeacher final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void whatIsMissingIsSaid();
    void aTaughtRunGoesOnFromTheShownOne();
    void aFinishedRunGetsMoreEpochs();
    void teachingAgainMixesIntoTheOldDataNotTheMixed();
    void anotherRunThatIsShownMeanwhileEndsIt();
    void fourRunsAreEnough();
    void theTaughtNetworkReadsWhatItWasTaught();

private:
    void makeReady();
    void keepSome();
    void teach();
    [[nodiscard]] RunState state() const { return m_session->frame().status.state; }

    std::optional<QTemporaryDir> m_folder;
    std::unique_ptr<TrainingSession> m_session;
};

namespace {

/// Standing and lying lines, which no bar of the old data looks like.
Drawing drawingOf(int label)
{
    return label == 1 ? Drawing{{{0.5, 0.2}, {0.5, 0.8}}} : Drawing{{{0.2, 0.2}, {0.8, 0.8}}};
}

} // namespace

void TestTeacher::init()
{
    m_folder.emplace();
    qputenv("XDG_DATA_HOME", m_folder->path().toUtf8());
    m_session = std::make_unique<TrainingSession>(barLoader());
    m_session->nextRun().changeSetup(smallExperiment());
}

void TestTeacher::cleanup()
{
    m_session.reset();
}

void TestTeacher::makeReady()
{
    m_session->nextRun().start();
    QTRY_VERIFY(m_session->frame().status.hasDigest);
    QTRY_VERIFY(!m_session->timeMachine().steps().empty());
    m_session->myDigits().open();
    QTRY_VERIFY(m_session->myDigits().isOpen());
}

void TestTeacher::keepSome()
{
    QVERIFY(m_session->myDigits().keep(drawingOf(1), 1));
    QVERIFY(m_session->myDigits().keep(drawingOf(7), 7));
}

void TestTeacher::teach()
{
    const std::uint64_t before = m_session->frame().runId;
    m_session->teacher().teach();
    QVERIFY(m_session->teacher().isTeaching());
    QTRY_VERIFY(!m_session->teacher().isTeaching());
    QVERIFY(m_session->frame().runId != before);
}

void TestTeacher::whatIsMissingIsSaid()
{
    QSignalSpy problems(m_session.get(), &TrainingSession::problem);
    m_session->teacher().teach();
    QCOMPARE(problems.size(), 1);
    makeReady();
    m_session->teacher().teach();
    QCOMPARE(problems.size(), 2);
    QVERIFY(!m_session->teacher().isTeaching());
    QVERIFY(!m_session->frame().teaching);
}

void TestTeacher::aTaughtRunGoesOnFromTheShownOne()
{
    makeReady();
    keepSome();
    m_session->stepMiniBatch();
    QTRY_COMPARE(m_session->frame().status.step, std::uint64_t(1));
    QTRY_COMPARE(m_session->timeMachine().steps().back(), std::uint64_t(1));
    const std::uint64_t digest = m_session->frame().snapshot->network.digest();
    QSignalSpy changes(&m_session->teacher(), &Teacher::teachingChanged);
    teach();
    QCOMPARE(changes.size(), 2);
    const Frame frame = m_session->frame();
    QVERIFY(frame.teaching);
    QCOMPARE(frame.teaching->before->step, std::uint64_t(1));
    QCOMPARE(frame.teaching->before->network.digest(), digest);
    QCOMPARE(frame.teaching->digests.size(), std::size_t(2));
    QCOMPARE(frame.data->source, std::string("bars+mine"));
    QCOMPARE(frame.data->training.size(), 400);
    QCOMPARE(m_session->nextRun().setup().data, std::string("bars+mine"));
    QCOMPARE(frame.runs.size(), std::size_t(2));
    QVERIFY(frame.runs[1].name.contains("my digits"));
    QTRY_COMPARE(state(), RunState::Finished);
    QCOMPARE(m_session->frame().status.step, std::uint64_t(120));
}

void TestTeacher::aFinishedRunGetsMoreEpochs()
{
    makeReady();
    keepSome();
    m_session->train();
    QTRY_COMPARE(state(), RunState::Finished);
    QTRY_COMPARE(m_session->timeMachine().steps().back(), std::uint64_t(120));
    teach();
    QCOMPARE(m_session->frame().experiment.epochs, 6);
    QTRY_COMPARE(state(), RunState::Finished);
    QCOMPARE(m_session->frame().status.step, std::uint64_t(240));
}

void TestTeacher::teachingAgainMixesIntoTheOldDataNotTheMixed()
{
    makeReady();
    keepSome();
    teach();
    // bars cannot be had from the catalogue: it says so, and the run stays.
    QSignalSpy problems(m_session.get(), &TrainingSession::problem);
    const std::uint64_t shown = m_session->frame().runId;
    m_session->teacher().teach();
    QTRY_COMPARE(problems.size(), 1);
    QVERIFY(problems.front().at(0).toString().contains("\"bars\""));
    QVERIFY(!m_session->teacher().isTeaching());
    QCOMPARE(m_session->frame().runId, shown);
}

void TestTeacher::anotherRunThatIsShownMeanwhileEndsIt()
{
    makeReady();
    keepSome();
    m_session->comparison().compareSetup();
    const std::uint64_t other = m_session->frame().runs[1].runId;
    m_session->teacher().teach();
    m_session->comparison().showRun(other);
    QTRY_VERIFY(!m_session->teacher().isTeaching());
    QCOMPARE(m_session->frame().runs.size(), std::size_t(2));
}

void TestTeacher::fourRunsAreEnough()
{
    makeReady();
    keepSome();
    m_session->comparison().compareSeeds();
    QSignalSpy problems(m_session.get(), &TrainingSession::problem);
    m_session->teacher().teach();
    QCOMPARE(problems.size(), 1);
    QVERIFY(!m_session->teacher().isTeaching());
}

void TestTeacher::theTaughtNetworkReadsWhatItWasTaught()
{
    makeReady();
    keepSome();
    m_session->train();
    QTRY_COMPARE(state(), RunState::Finished);
    QTRY_COMPARE(m_session->timeMachine().steps().back(), std::uint64_t(120));
    teach();
    QTRY_COMPARE(state(), RunState::Finished);
    QTRY_COMPARE(m_session->frame().snapshot->step, std::uint64_t(240));
    Workspace workspace;
    for (const int label : {1, 7}) {
        const Raster raster = makeOwnDigit(drawingOf(label), label)->raster;
        const auto outputs
            = m_session->frame().snapshot->network.forward(InputBatch::ofPixels(raster), workspace);
        QCOMPARE(answer(outputs.col(0).data(), 10), label);
    }
}

NABLA_WINDOW_TEST(TestTeacher)
#include "tst_teacher.moc"
