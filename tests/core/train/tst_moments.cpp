// SPDX-License-Identifier: GPL-3.0-or-later
// The moments of a run on its thread.
#include "core/train/trainer_thread.h"
#include "tests/support/small_run.h"
#include "tests/support/test_program.h"
#include "tests/support/trainer_thread_waits.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace nabla;
using nabla::test::digestOfTrainerAlone;
using nabla::test::rests;
using nabla::test::waitFor;

class TestMoments final : public QObject
{
    Q_OBJECT

private slots:
    void aRunGoesOnFromAnyMomentToTheSameDigest_data();
    void aRunGoesOnFromAnyMomentToTheSameDigest();
    void theStartIsAMomentAndSoIsTheEnd();
    void whereItRestsIsAMoment();
    void aKnobTurnedAtAMomentIsPartOfIt();
    void aResumedRunHasMomentsFromThereOn();
    void aDivergedRunGoesOnFromBeforeWithASmallerRate();
    void whoLooksBackChangesNothing();
    void theArchiveOutlivesItsRun();

private:
    [[nodiscard]] MomentLimits onDisk() const
    {
        return {1, std::uintmax_t(1) << 30, m_folder.filePath("moments").toStdString()};
    }
    QTemporaryDir m_folder;
};

namespace {

HyperParameters shortRun()
{
    HyperParameters config;
    config.layers = {784, 16, 12, 10};
    config.learningRate = 0.5;
    config.regularizationParameter = 10.0;
    config.epochs = 3;
    return config;
}

/// To its end; 0 when it does not come.
std::uint64_t digestAtTheEnd(TrainerThread &thread)
{
    thread.post(RunCommand{});
    return waitFor([&] { return rests(thread, RunState::Finished); }) ? thread.status().digest : 0;
}

/// To its end, resting at every moment until it is where it belongs: a run flat out leaves a disk
/// behind.
bool goFromMomentToMoment(TrainerThread &thread)
{
    while (!rests(thread, RunState::Finished)) {
        const std::uint64_t step = thread.status().step;
        thread.post(StepMiniBatchesCommand{nextMomentAfter(step) - step});
        const bool isThere = waitFor([&] {
            return rests(thread, RunState::Finished)
                   || (rests(thread, RunState::Paused) && thread.status().step > step);
        });
        if (!isThere)
            return false;
        thread.moments()->waitUntilWritten();
    }
    return true;
}

} // namespace

void TestMoments::aRunGoesOnFromAnyMomentToTheSameDigest_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<bool>("fromDisk");
    for (const char *what :
         {"plain, the decay aside", "momentum", "adam", "dropout", "batch normalization",
          "expansion", "full batch", "a plateau", "everything"}) {
        for (const bool fromDisk : {false, true})
            QTest::addRow("%s, from %s", what, fromDisk ? "the disk" : "memory")
                << what << fromDisk;
    }
}

void TestMoments::aRunGoesOnFromAnyMomentToTheSameDigest()
{
    QFETCH(QString, what);
    QFETCH(bool, fromDisk);
    const bool isAll = what == QStringLiteral("everything");
    HyperParameters config = shortRun();
    if (what == QStringLiteral("momentum") || what == QStringLiteral("adam"))
        config.optimizer = what.toStdString();
    if (isAll || what == QStringLiteral("dropout"))
        config.dropout = 0.3;
    if (isAll || what == QStringLiteral("batch normalization"))
        config.normalization = "batch";
    if (isAll || what == QStringLiteral("expansion"))
        config.expansion = "elastic";
    if (what == QStringLiteral("full batch")) {
        config.miniBatchSize = 600;
        config.epochs = 80;
    }
    if (what == QStringLiteral("a plateau")) {
        config.schedule = "plateau";
        config.scheduleEpochs = 1;
    }
    if (isAll)
        config.optimizer = "adam";
    TrainerThread whole(config, test::barData(), TrainerThread::flatOut, nullptr,
                        fromDisk ? onDisk() : MomentLimits{});
    QVERIFY(goFromMomentToMoment(whole));
    const std::uint64_t digest = whole.status().digest;
    QCOMPARE(digest, digestOfTrainerAlone(config));
    whole.moments()->waitUntilWritten();
    QCOMPARE(whole.moments()->usage().inMemory == 0, fromDisk);
    const std::vector<std::uint64_t> steps = whole.moments()->steps();
    QVERIFY(steps.size() >= 3);
    for (std::size_t i = 0; i < steps.size(); i += 1 + steps.size() / 4) {
        const Checkpoint from = whole.moments()->checkpoint(steps[i]);
        TrainerThread branch(config, test::barData(), TrainerThread::flatOut, &from);
        QCOMPARE(branch.status().step, steps[i]);
        QCOMPARE(branch.snapshots().latest()->network.digest(),
                 whole.moments()->snapshot(steps[i])->network.digest());
        QCOMPARE(digestAtTheEnd(branch), digest);
    }
}

void TestMoments::theStartIsAMomentAndSoIsTheEnd()
{
    TrainerThread thread(shortRun(), test::barData());
    QVERIFY(waitFor([&] { return rests(thread, RunState::Idle); }));
    QCOMPARE(thread.moments()->steps(), std::vector<std::uint64_t>{0});
    QVERIFY(digestAtTheEnd(thread) != 0);
    std::vector<std::uint64_t> expected;
    for (std::uint64_t step = 0; step < 180; step = nextMomentAfter(step))
        expected.push_back(step);
    expected.push_back(180);
    QCOMPARE(thread.moments()->steps(), expected);
    QCOMPARE(thread.moments()->snapshot(180)->network.digest(), thread.status().digest);
}

void TestMoments::whereItRestsIsAMoment()
{
    TrainerThread thread(shortRun(), test::barData());
    thread.post(StepMiniBatchesCommand{101});
    QVERIFY(waitFor([&] { return rests(thread, RunState::Paused); }));
    QVERIFY(nextMomentAfter(99) != 101 && nextMomentAfter(100) != 101);
    QVERIFY(thread.moments()->has(101));
    QCOMPARE(thread.moments()->snapshot(101)->network.digest(), thread.status().digest);
    thread.post(StepMiniBatchesCommand{2});
    QVERIFY(waitFor([&] { return rests(thread, RunState::Paused) && thread.status().step > 101; }));
    QVERIFY(!thread.moments()->has(101));
    QVERIFY(thread.moments()->has(103));
}

void TestMoments::aKnobTurnedAtAMomentIsPartOfIt()
{
    TrainerThread thread(shortRun(), test::barData());
    thread.post(StepMiniBatchesCommand{50});
    QVERIFY(waitFor([&] { return rests(thread, RunState::Paused); }));
    thread.post(SetLearningRateCommand{0.125});
    thread.post(SetRegularizationParameterCommand{2.0});
    const std::uint64_t digest = digestAtTheEnd(thread);
    const Checkpoint from = thread.moments()->checkpoint(50);
    QCOMPARE(from.state.learningRate, 0.125);
    QCOMPARE(from.state.regularizationParameter, 2.0);
    TrainerThread branch(shortRun(), test::barData(), TrainerThread::flatOut, &from);
    QCOMPARE(digestAtTheEnd(branch), digest);
    QCOMPARE(thread.moments()->checkpoint(49).state.learningRate, 0.5);
}

void TestMoments::aResumedRunHasMomentsFromThereOn()
{
    TrainerThread first(shortRun(), test::barData());
    QVERIFY(digestAtTheEnd(first) != 0);
    const std::vector<std::uint64_t> steps = first.moments()->steps();
    const std::uint64_t start = steps[steps.size() - 5];
    const Checkpoint from = first.moments()->checkpoint(start);
    TrainerThread second(shortRun(), test::barData(), TrainerThread::flatOut, &from);
    QVERIFY(waitFor([&] { return rests(second, RunState::Paused); }));
    QCOMPARE(second.moments()->steps(), std::vector<std::uint64_t>{start});
    QVERIFY(digestAtTheEnd(second) != 0);
    std::vector<std::uint64_t> expected;
    for (std::uint64_t step = start; step < 180; step = nextMomentAfter(step))
        expected.push_back(step);
    expected.push_back(180);
    QCOMPARE(second.moments()->steps(), expected);
}

void TestMoments::aDivergedRunGoesOnFromBeforeWithASmallerRate()
{
    HyperParameters config = shortRun();
    config.activation = "relu";
    config.layers = {784, 30, 30, 30, 30, 10};
    config.learningRate = 100.0;
    config.regularizationParameter = 0.0;
    config.epochs = 100;
    TrainerThread thread(config, test::barData());
    thread.post(RunCommand{});
    QVERIFY(waitFor([&] { return rests(thread, RunState::Diverged); }));
    const std::vector<std::uint64_t> steps = thread.moments()->steps();
    QVERIFY(!steps.empty());
    QCOMPARE(steps.back(), thread.status().step); // the last step whose numbers are numbers
    for (const std::uint64_t step : steps) {
        const std::shared_ptr<const Snapshot> snapshot = thread.moments()->snapshot(step);
        for (const Scalar number : snapshot->network.buffer())
            QVERIFY(std::isfinite(number));
    }
    const Checkpoint start = thread.moments()->checkpoint(0);
    TrainerThread branch(config, test::barData(), TrainerThread::flatOut, &start);
    branch.post(SetLearningRateCommand{0.01});
    branch.post(StepMiniBatchesCommand{200});
    QVERIFY(waitFor([&] { return rests(branch, RunState::Paused) && branch.status().step > 0; }));
    QCOMPARE(branch.status().step, std::uint64_t(200));
}

void TestMoments::whoLooksBackChangesNothing()
{
    for (const MomentLimits &limits : {MomentLimits{}, onDisk()}) {
        TrainerThread thread(shortRun(), test::barData(), TrainerThread::flatOut, nullptr, limits);
        thread.post(RunCommand{});
        std::size_t seen = 0;
        QVERIFY(waitFor([&] {
            for (const std::uint64_t step : thread.moments()->steps()) {
                try {
                    seen += thread.moments()->snapshot(step)->step == step ? 1 : 0;
                } catch (const std::exception &) {
                    // It went meanwhile.
                }
            }
            return rests(thread, RunState::Finished);
        }));
        QVERIFY(seen > 0);
        QCOMPARE(thread.status().digest, digestOfTrainerAlone(shortRun()));
    }
}

void TestMoments::theArchiveOutlivesItsRun()
{
    auto thread = std::make_unique<TrainerThread>(shortRun(), test::barData());
    const std::uint64_t digest = digestAtTheEnd(*thread);
    const std::shared_ptr<MomentArchive> moments = thread->moments();
    thread.reset();
    QCOMPARE(moments->snapshot(180)->network.digest(), digest);
}

NABLA_TEST(TestMoments)
#include "tst_moments.moc"
