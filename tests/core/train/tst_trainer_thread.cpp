// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/trainer_thread.h"
#include "tests/support/drained.h"
#include "tests/support/small_run.h"
#include "tests/support/test_program.h"
#include "tests/support/trainer_thread_waits.h"

#include <QTemporaryDir>
#include <QTest>

using namespace nabla;
using nabla::test::digestOfTrainerAlone;
using nabla::test::rests;
using nabla::test::waitFor;

class TestTrainerThread final : public QObject
{
    Q_OBJECT

private slots:
    void theDigestIsThatOfTheTrainerAlone();
    void theDigestIsTheSameUnderEveryReader_data();
    void theDigestIsTheSameUnderEveryReader();
    void everyStepIsInTheTelemetry();
    void stepsPauseWhereTheyWereAskedTo();
    void pauseRestsInsideAFullBatchAndStopAbandonsIt();
    void aTurnedKnobIsMarkedAndAnUnturnedOneIsNot();
    void everyRestHasADigestAndASnapshotOfTheSameStep();
    void divergenceIsAStateWithStepAndLayer();
    void evaluationsCoverTheStartAndTheEnd();
    void slowMotionAnswersAtOnce();
    void aSavedRunGoesOnToTheSameDigest_data();
    void aSavedRunGoesOnToTheSameDigest();
    void aRunThatStopsWritesItsCheckpointFirst();
    void aCheckpointThatCannotBeWrittenIsSaid();

private:
    QTemporaryDir m_folder;
};

namespace {

HyperParameters small()
{
    HyperParameters config = test::smallRun();
    config.regularizationParameter = 1.0;
    config.epochs = 5;
    return config;
}

} // namespace

void TestTrainerThread::theDigestIsThatOfTheTrainerAlone()
{
    TrainerThread thread(small(), test::barData());
    thread.post(RunCommand{});
    QVERIFY(waitFor([&] { return rests(thread, RunState::Finished); }));
    QCOMPARE(thread.status().digest, digestOfTrainerAlone(small()));
    QCOMPARE(thread.status().step, std::uint64_t(300));
    QCOMPARE(thread.status().epoch, 5);
}

void TestTrainerThread::theDigestIsTheSameUnderEveryReader_data()
{
    QTest::addColumn<int>("reader");
    QTest::newRow("nobody looks") << 0;
    QTest::newRow("a greedy reader of everything") << 1;
    QTest::newRow("a reader that holds on to what it got and stalls") << 2;
    QTest::newRow("paused and resumed again and again") << 3;
    QTest::newRow("step by step") << 4;
}

void TestTrainerThread::theDigestIsTheSameUnderEveryReader()
{
    QFETCH(int, reader);
    TrainerThread thread(small(), test::barData());
    std::vector<std::shared_ptr<const Snapshot>> held;
    if (reader != 4)
        thread.post(RunCommand{});
    if (reader == 2) { // takes once, then never again until the run is over
        thread.snapshots().request();
        held.push_back(thread.snapshots().latest());
        static_cast<void>(test::drained(thread.telemetry()));
    }
    QVERIFY(waitFor([&] {
        if (reader == 1) {
            thread.snapshots().request();
            held.push_back(thread.snapshots().latest());
            static_cast<void>(test::drained(thread.telemetry()));
            static_cast<void>(thread.takeEvaluations());
        } else if (reader == 3) {
            thread.post(PauseCommand{});
            const bool rested = waitFor([&] { return thread.status().state != RunState::Running; });
            thread.post(RunCommand{});
            return !rested || !waitFor([&] { return thread.status().state != RunState::Paused; })
                   || rests(thread, RunState::Finished);
        } else if (reader == 4 && !rests(thread, RunState::Finished)) {
            const std::uint64_t before = thread.status().step;
            thread.post(StepMiniBatchesCommand{13});
            return !waitFor(
                [&] { return thread.status().step > before && thread.status().hasDigest; });
        }
        return rests(thread, RunState::Finished);
    }));
    QCOMPARE(thread.status().digest, digestOfTrainerAlone(small()));
}

void TestTrainerThread::everyStepIsInTheTelemetry()
{
    TrainerThread thread(small(), test::barData());
    RunHistory history = thread.emptyHistory();
    thread.post(RunCommand{});
    QVERIFY(waitFor([&] {
        history.absorb(test::drained(thread.telemetry()));
        return rests(thread, RunState::Finished);
    }));
    history.absorb(test::drained(thread.telemetry()));
    for (const MetricId id : stepMetrics(2)) {
        QCOMPARE(history.series(id).count(), std::uint64_t(300));
        QCOMPARE(history.series(id).buckets().front().firstStep, std::uint64_t(1));
    }
    Trainer trainer(small(), test::barData());
    trainer.stepMiniBatch();
    QCOMPARE(history.series({Metric::MiniBatchCost}).buckets().front().last, trainer.report().cost);
    QCOMPARE(history.series({Metric::LearningSpeed, 1}).buckets().front().last,
             trainer.report().learningSpeed.front());
}

void TestTrainerThread::stepsPauseWhereTheyWereAskedTo()
{
    TrainerThread thread(small(), test::barData());
    thread.post(StepMiniBatchesCommand{1});
    QVERIFY(waitFor([&] { return rests(thread, RunState::Paused); }));
    QCOMPARE(thread.status().step, std::uint64_t(1));
    thread.post(StepEpochCommand{});
    QVERIFY(waitFor([&] { return rests(thread, RunState::Paused) && thread.status().step > 1; }));
    QCOMPARE(thread.status().step, std::uint64_t(60));
    thread.post(StepEpochCommand{});
    QVERIFY(waitFor([&] { return rests(thread, RunState::Paused) && thread.status().step > 60; }));
    QCOMPARE(thread.status().step, std::uint64_t(120));
}

void TestTrainerThread::pauseRestsInsideAFullBatchAndStopAbandonsIt()
{
    HyperParameters config = small();
    config.layers = {784, 1000, 1000, 10}; // a step over all digits takes long
    config.miniBatchSize = 5000;
    config.epochs = 1000;
    const auto data = test::barData(5000, 10, 10);
    TrainerThread thread(config, data);
    thread.post(RunCommand{});
    QVERIFY(waitFor([&] { return thread.status().state == RunState::Running; }));
    thread.post(PauseCommand{});
    QVERIFY(waitFor([&] { return rests(thread, RunState::Paused); }));
    QCOMPARE(thread.status().step, std::uint64_t(0)); // it did not wait for the step to end
    thread.post(RunCommand{});
    QVERIFY(waitFor([&] { return thread.status().state == RunState::Running; }));
    // The destructor stops in the middle of the step; a hang here is the failure.
}

void TestTrainerThread::aTurnedKnobIsMarkedAndAnUnturnedOneIsNot()
{
    TrainerThread thread(small(), test::barData());
    thread.post(StepMiniBatchesCommand{10});
    QVERIFY(waitFor([&] { return rests(thread, RunState::Paused); }));
    thread.post(SetLearningRateCommand{0.5}); // as it was
    thread.post(SetLearningRateCommand{0.25});
    thread.post(SetRegularizationParameterCommand{0.0});
    thread.post(RunCommand{});
    QVERIFY(waitFor([&] { return rests(thread, RunState::Finished); }));
    const std::vector<KnobMark> expected{{10, "learningRate", 0.5, 0.25},
                                         {10, "regularizationParameter", 1.0, 0.0}};
    QCOMPARE(thread.takeMarks(), expected);
    QVERIFY(thread.takeMarks().empty());

    Trainer trainer(small(), test::barData());
    while (!trainer.finished()) {
        if (trainer.step() == 10) {
            trainer.setLearningRate(0.25);
            trainer.setRegularizationParameter(0.0);
        }
        trainer.stepMiniBatch();
    }
    QCOMPARE(thread.status().digest, trainer.network().digest());
}

void TestTrainerThread::everyRestHasADigestAndASnapshotOfTheSameStep()
{
    TrainerThread thread(small(), test::barData());
    QVERIFY(waitFor([&] { return rests(thread, RunState::Idle); }));
    QCOMPARE(thread.snapshots().latest()->network.digest(), thread.status().digest);
    thread.post(StepMiniBatchesCommand{17});
    QVERIFY(waitFor([&] { return rests(thread, RunState::Paused); }));
    QCOMPARE(thread.snapshots().latest()->step, std::uint64_t(17));
    QCOMPARE(thread.status().digestStep, std::uint64_t(17));
    QCOMPARE(thread.snapshots().latest()->network.digest(), thread.status().digest);
}

void TestTrainerThread::divergenceIsAStateWithStepAndLayer()
{
    HyperParameters config = small();
    config.activation = "relu";
    config.layers = {784, 30, 30, 30, 30, 10};
    config.learningRate = 100.0;
    config.regularizationParameter = 0.0; // its decay would tame the rate
    config.epochs = 100;
    TrainerThread thread(config, test::barData());
    thread.post(RunCommand{});
    QVERIFY(waitFor([&] { return rests(thread, RunState::Diverged); }));
    QVERIFY(thread.status().divergedLayer >= 1);
    thread.post(RunCommand{}); // changes nothing
    thread.post(StepEpochCommand{});
    thread.post(SetPaceCommand{10.0});
    thread.waitForEvaluations();
    QVERIFY(rests(thread, RunState::Diverged));
}

void TestTrainerThread::evaluationsCoverTheStartAndTheEnd()
{
    TrainerThread thread(small(), test::barData());
    thread.post(RunCommand{});
    QVERIFY(waitFor([&] { return rests(thread, RunState::Finished); }));
    thread.waitForEvaluations();
    const auto results = thread.takeEvaluations();
    QVERIFY(results.size() >= 2);
    QCOMPARE(results.front().step, std::uint64_t(0));
    QCOMPARE(results.back().step, std::uint64_t(300));
    QVERIFY(*results.back().value({Metric::ValidationAccuracy})
            > *results.front().value({Metric::ValidationAccuracy}));
    QVERIFY(std::is_sorted(results.begin(), results.end(),
                           [](const auto &a, const auto &b) { return a.step < b.step; }));
}

void TestTrainerThread::slowMotionAnswersAtOnce()
{
    // One mini-batch in a quarter of an hour: only commands can move it, so the test proves that
    // they wake the rest.
    TrainerThread thread(small(), test::barData(), 1.0 / 900.0);
    thread.post(RunCommand{});
    QVERIFY(waitFor([&] { return thread.status().step == 1; }));
    thread.post(PauseCommand{});
    QVERIFY(waitFor([&] { return rests(thread, RunState::Paused); }));
    thread.post(RunCommand{});
    QVERIFY(waitFor([&] { return thread.status().step == 2; }));
    thread.post(SetPaceCommand{TrainerThread::flatOut});
    QVERIFY(waitFor([&] { return rests(thread, RunState::Finished); }));
    QCOMPARE(thread.status().digest, digestOfTrainerAlone(small()));
}

namespace {

/// Asks for a checkpoint and waits for what becomes of it.
std::string errorOfSaving(TrainerThread &thread, const std::filesystem::path &file)
{
    thread.post(SaveCheckpointCommand{file, {}});
    std::vector<SavedCheckpoint> saved;
    const bool isTold = waitFor([&] {
        saved = thread.takeSavedCheckpoints();
        return !saved.empty();
    });
    return isTold ? saved.front().error : "nothing was told";
}

} // namespace

void TestTrainerThread::aSavedRunGoesOnToTheSameDigest_data()
{
    QTest::addColumn<int>("miniBatchSize");
    QTest::addColumn<bool>("pauses");
    QTest::newRow("mini-batches, running") << 10 << false;
    QTest::newRow("mini-batches, paused") << 10 << true;
    QTest::newRow("full batch, running") << 600 << false;
    QTest::newRow("full batch, paused inside it") << 600 << true;
}

void TestTrainerThread::aSavedRunGoesOnToTheSameDigest()
{
    QFETCH(int, miniBatchSize);
    QFETCH(bool, pauses);
    HyperParameters config = small();
    config.miniBatchSize = miniBatchSize;
    config.optimizer = "momentum";
    config.epochs = miniBatchSize == 10 ? 5 : 40;
    const auto file = std::filesystem::path(m_folder.filePath("run").toStdString());
    {
        TrainerThread thread(config, test::barData());
        thread.post(StepMiniBatchesCommand{7});
        QVERIFY(waitFor([&] { return rests(thread, RunState::Paused); }));
        thread.post(RunCommand{});
        if (pauses)
            thread.post(PauseCommand{});
        QCOMPARE(errorOfSaving(thread, file), std::string());
        thread.post(RunCommand{});
        QVERIFY(waitFor([&] { return rests(thread, RunState::Finished); }));
        QCOMPARE(thread.status().digest, digestOfTrainerAlone(config));
    }
    const Checkpoint checkpoint = loadCheckpoint(file);
    QVERIFY(checkpoint.state.step >= 7);
    TrainerThread resumed(config, test::barData(), TrainerThread::flatOut, &checkpoint);
    QCOMPARE(resumed.status().step, checkpoint.state.step);
    QCOMPARE(resumed.snapshots().latest()->network.digest(), checkpoint.network.digest());
    resumed.post(RunCommand{});
    QVERIFY(waitFor([&] { return rests(resumed, RunState::Finished); }));
    QCOMPARE(resumed.status().digest, digestOfTrainerAlone(config));
}

void TestTrainerThread::aRunThatStopsWritesItsCheckpointFirst()
{
    HyperParameters config = small();
    config.miniBatchSize = 600;
    config.epochs = 100000;
    const auto file = std::filesystem::path(m_folder.filePath("last").toStdString());
    {
        TrainerThread thread(config, test::barData());
        thread.post(RunCommand{});
        QVERIFY(waitFor([&] { return thread.status().step > 0; }));
        thread.post(SaveCheckpointCommand{file, {{"experiment", "mine"}}});
    }
    QCOMPARE(loadCheckpoint(file).metadata.at("experiment"), std::string("mine"));
}

void TestTrainerThread::aCheckpointThatCannotBeWrittenIsSaid()
{
    TrainerThread thread(small(), test::barData());
    const std::string error = errorOfSaving(thread, "/nowhere/run.checkpoint");
    QVERIFY2(error.find("/nowhere/run.checkpoint") != std::string::npos, error.c_str());

    HyperParameters wild = small();
    wild.learningRate = 1e30;
    wild.activation = "linear";
    wild.cost = "quadratic";
    TrainerThread diverging(wild, test::barData());
    diverging.post(RunCommand{});
    QVERIFY(waitFor([&] { return diverging.status().state == RunState::Diverged; }));
    const std::string path = m_folder.filePath("diverged").toStdString();
    QVERIFY(errorOfSaving(diverging, path).find("diverged") != std::string::npos);
    QVERIFY(!std::filesystem::exists(path));
}

NABLA_TEST(TestTrainerThread)
#include "tst_trainer_thread.moc"
