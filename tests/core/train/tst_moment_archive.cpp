// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/moment_archive.h"
#include "core/train/trainer.h"
#include "tests/core/train/archived_moments.h"
#include "tests/support/small_data.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace nabla;
using namespace nabla::test;

namespace fs = std::filesystem;

class TestMomentArchive final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void momentsStandEverWiderApart();
    void aMomentComesBackAsItWas_data();
    void aMomentComesBackAsItWas();
    void aMillionStepsStayWithinTheBounds_data();
    void aMillionStepsStayWithinTheBounds();
    void anOrderThatIsSharedCountsOnce();
    void aMomentLargerThanTheMemoryIsKept();
    void whoWaitsForRoomLosesNothing();
    void onlyTheLastRestIsKept();
    void aMomentThatWasDueOutlastsTheRest();
    void aMomentTakesThePlaceOfOneOfItsStep();
    void anUnknownStepIsSaid();

private:
    [[nodiscard]] fs::path path(const char *name) const
    {
        return m_folder->filePath(name).toStdString();
    }
    /// Everything goes to the disk.
    [[nodiscard]] MomentLimits onDisk() const { return {1, std::uintmax_t(1) << 30, path("disk")}; }
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

std::uint64_t momentsUntil(std::uint64_t step)
{
    std::uint64_t count = 0;
    for (std::uint64_t s = 0; s <= step; s = nextMomentAfter(s))
        ++count;
    return count;
}

} // namespace

void TestMomentArchive::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestMomentArchive::momentsStandEverWiderApart()
{
    for (std::uint64_t step = 0; step < 64; ++step)
        QCOMPARE(nextMomentAfter(step), step + 1);
    QCOMPARE(nextMomentAfter(64), std::uint64_t(66));
    QCOMPARE(nextMomentAfter(96), std::uint64_t(99));
    QCOMPARE(nextMomentAfter(320'000), std::uint64_t(330'000));
    const std::uint64_t million = momentsUntil(1'000'000);
    QVERIFY2(million > 330 && million < 390, qPrintable(QString::number(million)));
    const std::uint64_t hundredMillions = momentsUntil(100'000'000);
    QVERIFY2(hundredMillions > 480 && hundredMillions < 540,
             qPrintable(QString::number(hundredMillions)));
}

void TestMomentArchive::aMomentComesBackAsItWas_data()
{
    QTest::addColumn<bool>("fromDisk");
    QTest::newRow("from memory") << false;
    QTest::newRow("from the disk") << true;
}

void TestMomentArchive::aMomentComesBackAsItWas()
{
    QFETCH(bool, fromDisk);
    HyperParameters config;
    config.layers = {784, 12, 10};
    config.regularizationParameter = 20.0;
    config.optimizer = "momentum";
    Trainer trainer(config, test::barData());
    for (int i = 0; i < 70; ++i)
        trainer.stepMiniBatch();
    MomentArchive archive(fromDisk ? onDisk() : MomentLimits{});
    archive.add(trainer.moment());
    archive.waitUntilWritten();
    QCOMPARE(archive.usage().onDisk, fromDisk ? 1 : 0);
    QCOMPARE(archive.usage().inMemory, fromDisk ? 0 : 1);

    QCOMPARE(archive.snapshot(70)->step, std::uint64_t(70));
    QCOMPARE(archive.snapshot(70)->network.digest(), trainer.network().digest());
    const Checkpoint checkpoint = archive.checkpoint(70);
    const TrainerState expected = trainer.state();
    QCOMPARE(checkpoint.network.digest(), trainer.network().digest());
    QCOMPARE(checkpoint.state.step, expected.step);
    QCOMPARE(checkpoint.state.order, expected.order);
    QCOMPARE(checkpoint.state.shuffling, expected.shuffling);
    QCOMPARE(checkpoint.state.optimizer.size(), std::size_t(1));
    QVERIFY(std::ranges::equal(checkpoint.state.optimizer[0], expected.optimizer[0]));
}

void TestMomentArchive::aMillionStepsStayWithinTheBounds_data()
{
    QTest::addColumn<int>("memoryKilobytes");
    QTest::addColumn<int>("diskKilobytes");
    QTest::addColumn<bool>("waitsForTheDisk");
    QTest::newRow("all in memory") << 65536 << 1024 << true;
    QTest::newRow("memory and disk") << 1000 << 65536 << true;
    QTest::newRow("a small disk") << 400 << 1000 << true;
    QTest::newRow("a disk that cannot keep up") << 400 << 65536 << false;
}

void TestMomentArchive::aMillionStepsStayWithinTheBounds()
{
    QFETCH(int, memoryKilobytes);
    QFETCH(int, diskKilobytes);
    QFETCH(bool, waitsForTheDisk);
    const MomentLimits limits{std::size_t(memoryKilobytes) << 10,
                              std::uintmax_t(diskKilobytes) << 10, path("disk")};
    MomentArchive archive(limits);
    const auto order = orderOf(1000);
    std::uint64_t due = 0;
    std::uint64_t last = 0;
    for (std::uint64_t step = 0; step <= 1'000'000; ++step) {
        if (step < due)
            continue;
        archive.add(momentAt(step, order));
        due = nextMomentAfter(step);
        last = step;
        if (waitsForTheDisk)
            archive.waitUntilWritten();
        const MomentUsage usage = archive.usage();
        QVERIFY(usage.memoryBytes <= limits.memoryBytes);
        QVERIFY(usage.diskBytes <= limits.diskBytes);
    }
    archive.waitUntilWritten();
    const std::vector<std::uint64_t> steps = archive.steps();
    QVERIFY(std::ranges::is_sorted(steps));
    QCOMPARE(steps.back(), last);
    QVERIFY(steps.size() > 20);
    if (diskKilobytes == 65536 && waitsForTheDisk)
        QCOMPARE(steps.size(), std::size_t(momentsUntil(1'000'000)));
    for (const std::uint64_t step : steps)
        QCOMPARE(stepSaidBy(*archive.snapshot(step)), step);
    QCOMPARE(filesBelow(path("disk")).size(), std::size_t(archive.usage().onDisk));
}

void TestMomentArchive::anOrderThatIsSharedCountsOnce()
{
    MomentArchive archive;
    const auto order = orderOf(10'000);
    archive.add(momentAt(1, order));
    const std::size_t one = archive.usage().memoryBytes;
    QVERIFY(one > 40'000);
    archive.add(momentAt(2, order));
    QCOMPARE(archive.usage().memoryBytes, one + (one - 40'000));
    archive.add(momentAt(3, orderOf(10'000))); // of the next epoch
    QCOMPARE(archive.usage().memoryBytes, 3 * (one - 40'000) + 80'000);
}

void TestMomentArchive::aMomentLargerThanTheMemoryIsKept()
{
    MomentArchive archive({1000, std::uintmax_t(1) << 30, path("disk")});
    MomentArchive without({1000, 1, path("small")}); // nor does its disk hold one
    const auto order = orderOf(10);
    for (std::uint64_t step = 0; step < 50; ++step) {
        archive.add(momentAt(step, order));
        QVERIFY(archive.usage().inMemory <= 2);
        QVERIFY(archive.has(step));
        without.add(momentAt(step, order));
        QVERIFY(without.usage().inMemory <= 2);
        without.waitUntilWritten();
        QVERIFY(without.usage().diskBytes <= 1);
    }
}

void TestMomentArchive::whoWaitsForRoomLosesNothing()
{
    const MomentLimits limits{200'000, std::uintmax_t(1) << 30, path("disk")};
    MomentArchive archive(limits);
    const auto order = orderOf(1000);
    std::uint64_t count = 0;
    for (std::uint64_t step = 0; step < 5000; step = nextMomentAfter(step)) {
        while (!archive.hasRoom())
            archive.waitUntilWritten();
        archive.add(momentAt(step, order));
        ++count;
    }
    QCOMPARE(archive.steps().size(), std::size_t(count));
    QVERIFY(archive.usage().onDisk > 0);

    std::ofstream(path("file")) << "in the way";
    MomentArchive withoutDisk({200'000, 1000, path("file")});
    for (std::uint64_t step = 0; step < 5000; step = nextMomentAfter(step)) {
        withoutDisk.add(momentAt(step, order));
        withoutDisk.waitUntilWritten();
        QVERIFY(withoutDisk.usage().onDisk == 0 && (step < 50 || withoutDisk.hasRoom()));
    }
}

void TestMomentArchive::onlyTheLastRestIsKept()
{
    MomentArchive archive;
    const auto order = orderOf(10);
    const auto rest = MomentArchive::Kind::UntilNextRest;
    archive.add(momentAt(0, order));
    archive.add(momentAt(100, order), rest);
    QCOMPARE(archive.steps(), (std::vector<std::uint64_t>{0, 100}));
    archive.add(momentAt(110, order));
    archive.add(momentAt(117, order), rest);
    QCOMPARE(archive.steps(), (std::vector<std::uint64_t>{0, 110, 117}));
    archive.add(momentAt(117, order), rest); // a knob was turned
    QCOMPARE(archive.steps(), (std::vector<std::uint64_t>{0, 110, 117}));
    QVERIFY(archive.has(117));
    QVERIFY(!archive.has(100));
}

void TestMomentArchive::aMomentThatWasDueOutlastsTheRest()
{
    MomentArchive archive;
    const auto order = orderOf(10);
    archive.add(momentAt(5, order));
    archive.add(momentAt(5, order), MomentArchive::Kind::UntilNextRest);
    archive.add(momentAt(9, order), MomentArchive::Kind::UntilNextRest);
    QCOMPARE(archive.steps(), (std::vector<std::uint64_t>{5, 9}));
}

void TestMomentArchive::aMomentTakesThePlaceOfOneOfItsStep()
{
    for (const MomentLimits &limits : {MomentLimits{}, onDisk()}) {
        MomentArchive archive(limits);
        Moment moment = momentAt(3, orderOf(10));
        archive.add(moment);
        archive.waitUntilWritten();
        moment.learningRate = 0.125;
        archive.add(moment);
        archive.waitUntilWritten();
        QCOMPARE(archive.steps(), std::vector<std::uint64_t>{3});
        QCOMPARE(archive.checkpoint(3).state.learningRate, 0.125);
        QCOMPARE(filesBelow(path("disk")).size(), std::size_t(archive.usage().onDisk));
    }
}

void TestMomentArchive::anUnknownStepIsSaid()
{
    MomentArchive archive;
    QVERIFY(archive.steps().empty());
    QVERIFY_EXCEPTION_THROWN((void)archive.snapshot(7), std::out_of_range);
    QVERIFY_EXCEPTION_THROWN((void)archive.checkpoint(7), std::out_of_range);
    QVERIFY(errorOf(archive, 7).find('7') != std::string::npos);
}

NABLA_TEST(TestMomentArchive)
#include "tst_moment_archive.moc"
