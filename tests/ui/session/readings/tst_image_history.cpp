// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/readings/image_history.h"

#include "core/nn/digit_scores.h"
#include "core/train/moment_archive.h"
#include "core/train/trainer.h"
#include "tests/support/frames.h"
#include "tests/support/small_data.h"
#include "tests/support/test_program.h"
#include "tests/ui/session/readings/steps_of.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

using namespace nabla;
using namespace nabla::ui;
using namespace nabla::ui::test;

class TestImageHistory final : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void withoutAnImageNothingIsRead();
    void theWholePastIsThereAsItWouldHaveBeenRead_data();
    void theWholePastIsThereAsItWouldHaveBeenRead();
    void itGrowsWithTheRun();
    void whatPassedUnseenIsReadLater();
    void theImageBeforeStandsUntilTheNewestHasItsAnswer();
    void theNewestOfManyImagesWins();
    void anotherRunForgetsAll();
    void aNetworkThatReadsNoDigitsIsNotAsked();
    void inThePastThePresentIsNotMixedIn();
    void lostMomentsAreLeftOut();
    void itDoesNotHoldTheRunsFiles();
    void itEndsWhileItReads();

private:
    /// So many steps more; a moment of each.
    void train(int steps);
    [[nodiscard]] Frame frame() const;
    void waitUntilRead();
    [[nodiscard]] std::filesystem::path path(const char *name) const
    {
        return m_folder.filePath(name).toStdString();
    }
    [[nodiscard]] std::shared_ptr<MomentArchive> momentsOnDisk(const char *name) const
    {
        return std::make_shared<MomentArchive>(
            MomentLimits{1, std::uintmax_t(1) << 30, path(name)});
    }
    /// What the network of a step says, computed from a run of its own.
    [[nodiscard]] static std::array<float, 10> expected(const Raster &image, std::uint64_t step);

    QTemporaryDir m_folder;
    FrameSource m_source;
    std::unique_ptr<Trainer> m_trainer;
    std::shared_ptr<MomentArchive> m_moments;
    std::unique_ptr<ImageHistory> m_history;
};

namespace {

ExperimentConfig smallExperiment()
{
    ExperimentConfig config;
    config.layers = {784, 6, 10};
    config.learningRate = 0.5;
    config.data = "bars";
    return config;
}

std::unique_ptr<Trainer> newTrainer()
{
    return std::make_unique<Trainer>(smallExperiment(), nabla::test::barData(60, 10, 10));
}

/// A bar at one of 28 columns.
Raster barAt(int column)
{
    Raster image{};
    for (int row = 4; row < 24; ++row)
        image[static_cast<std::size_t>(row * 28 + column)] = 255;
    return image;
}

} // namespace

void TestImageHistory::init()
{
    m_history = std::make_unique<ImageHistory>();
    m_source = {};
    m_trainer = newTrainer();
    m_moments = std::make_shared<MomentArchive>();
    m_moments->add(m_trainer->moment());
    train(0);
}

void TestImageHistory::train(int steps)
{
    for (int i = 0; i < steps; ++i) {
        (void)m_trainer->stepMiniBatch();
        if (!m_moments)
            continue;
        m_moments->add(m_trainer->moment());
        m_moments->waitUntilWritten();
    }
    m_source.snapshot
        = std::make_shared<const Snapshot>(Snapshot{m_trainer->network(), m_trainer->step()});
}

Frame TestImageHistory::frame() const
{
    Frame frame = m_source.frame();
    frame.moments = m_moments;
    return frame;
}

void TestImageHistory::waitUntilRead()
{
    QTRY_VERIFY(!m_history->isReading());
}

std::array<float, 10> TestImageHistory::expected(const Raster &image, std::uint64_t step)
{
    const std::unique_ptr<Trainer> trainer = newTrainer();
    while (trainer->step() < step)
        (void)trainer->stepMiniBatch();
    Workspace workspace;
    return scoresOf(trainer->network(), {&image, 1}, workspace).front();
}

void TestImageHistory::withoutAnImageNothingIsRead()
{
    m_history->follow(frame());
    QVERIFY(m_history->readings().empty() && !m_history->isReading());
    m_history->setImage(barAt(3));
    waitUntilRead();
    QVERIFY(!m_history->readings().empty());
    m_history->setImage(std::nullopt);
    QVERIFY(m_history->readings().empty() && !m_history->isReading());
    train(1);
    m_history->follow(frame());
    QVERIFY(m_history->readings().empty());
}

void TestImageHistory::theWholePastIsThereAsItWouldHaveBeenRead_data()
{
    QTest::addColumn<bool>("fromDisk");
    QTest::newRow("memory") << false;
    QTest::newRow("disk") << true;
}

void TestImageHistory::theWholePastIsThereAsItWouldHaveBeenRead()
{
    QFETCH(bool, fromDisk);
    if (fromDisk) {
        m_moments = momentsOnDisk("past");
        m_moments->add(m_trainer->moment());
        m_moments->waitUntilWritten();
    }
    train(40);
    m_history->follow(frame());
    const Raster image = barAt(9);
    QSignalSpy grown(m_history.get(), &ImageHistory::grown);
    m_history->setImage(image);
    waitUntilRead();
    QVERIFY(!grown.isEmpty());
    const std::vector<ImageReading> all = m_history->readings().all();
    QCOMPARE(all.size(), std::size_t(41));
    for (const std::size_t step : {0, 1, 17, 40}) {
        QCOMPARE(all[step].step, std::uint64_t(step));
        QCOMPARE(all[step].scores, expected(image, step));
    }
}

void TestImageHistory::itGrowsWithTheRun()
{
    m_moments = nullptr;
    m_history->follow(frame());
    const Raster image = barAt(5);
    m_history->setImage(image);
    QCOMPARE(nabla::ui::test::stepsOf(m_history->readings()), std::vector<std::uint64_t>{0}); // at once
    train(3);
    m_history->follow(frame());
    m_history->follow(frame());
    train(4);
    m_history->follow(frame());
    QCOMPARE(nabla::ui::test::stepsOf(m_history->readings()), (std::vector<std::uint64_t>{0, 3, 7}));
    QCOMPARE(m_history->readings().all().back().scores, expected(image, 7));
}

void TestImageHistory::whatPassedUnseenIsReadLater()
{
    m_history->setImage(barAt(5));
    m_history->follow(frame());
    waitUntilRead();
    train(30);
    m_history->follow(frame());
    waitUntilRead();
    QCOMPARE(m_history->readings().all().size(), std::size_t(31));
    QCOMPARE(m_history->readings().momentSteps().size(), std::size_t(31));
}

void TestImageHistory::theImageBeforeStandsUntilTheNewestHasItsAnswer()
{
    train(10);
    m_history->follow(frame());
    m_history->setImage(barAt(5));
    waitUntilRead();
    const std::vector<ImageReading> before = m_history->readings().all();
    m_history->setImage(barAt(20));
    QCOMPARE(m_history->readings().all(), before);
    waitUntilRead();
    QCOMPARE(m_history->readings().all().back().scores, expected(barAt(20), 10));
}

void TestImageHistory::theNewestOfManyImagesWins()
{
    train(10);
    m_history->follow(frame());
    for (int column = 0; column < 28; ++column)
        m_history->setImage(barAt(column));
    QTRY_COMPARE(m_history->readings().all().size(), std::size_t(11));
    QTRY_COMPARE(m_history->readings().all().front().scores, expected(barAt(27), 0));
    waitUntilRead();
    QCOMPARE(m_history->readings().all().front().scores, expected(barAt(27), 0));
    QCOMPARE(m_history->readings().all().back().scores, expected(barAt(27), 10));
}

void TestImageHistory::anotherRunForgetsAll()
{
    train(10);
    m_history->follow(frame());
    m_history->setImage(barAt(5));
    waitUntilRead();
    m_trainer = newTrainer();
    m_moments = std::make_shared<MomentArchive>();
    train(2);
    Frame other = frame();
    other.runId = 2;
    m_history->follow(other);
    QVERIFY(m_history->readings().empty());
    waitUntilRead();
    QCOMPARE(nabla::ui::test::stepsOf(m_history->readings()), (std::vector<std::uint64_t>{1, 2}));
}

void TestImageHistory::aNetworkThatReadsNoDigitsIsNotAsked()
{
    m_history->setImage(barAt(5));
    m_source.snapshot = std::make_shared<const Snapshot>(Snapshot{blankNetwork({784, 3}), 1});
    m_history->follow(frame());
    QVERIFY(!m_history->isReading() && m_history->readings().empty());
}

void TestImageHistory::inThePastThePresentIsNotMixedIn()
{
    train(10);
    Frame then = frame();
    then.moment = 4;
    const std::shared_ptr<const Snapshot> ofFour = m_moments->snapshot(4);
    then.snapshot = ofFour;
    m_history->setImage(barAt(5));
    m_history->follow(then);
    waitUntilRead();
    QCOMPARE(m_history->readings().all().size(), std::size_t(11)); // later moments are known too
    QCOMPARE(m_history->readings().momentSteps().size(), std::size_t(11));
    train(5); // it goes on meanwhile
    m_source.status.step = 15;
    m_history->follow(then);
    waitUntilRead();
    QCOMPARE(m_history->readings().all().back().step, std::uint64_t(15));
    m_history->follow(frame());
    QCOMPARE(m_history->readings().all().size(), std::size_t(16));
}

void TestImageHistory::lostMomentsAreLeftOut()
{
    m_moments = momentsOnDisk("lost");
    train(10);
    int removed = 0;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(path("lost"))) {
        if (entry.path().filename().string().starts_with("step-3-"))
            removed += std::filesystem::remove(entry.path()) ? 1 : 0;
    }
    QCOMPARE(removed, 1);
    m_history->follow(frame());
    m_history->setImage(barAt(5));
    waitUntilRead();
    QCOMPARE(nabla::ui::test::stepsOf(m_history->readings()),
             (std::vector<std::uint64_t>{1, 2, 4, 5, 6, 7, 8, 9, 10}));
}

void TestImageHistory::itDoesNotHoldTheRunsFiles()
{
    train(5);
    m_history->follow(frame());
    m_history->setImage(barAt(5));
    waitUntilRead();
    const std::weak_ptr<MomentArchive> moments = m_moments;
    m_moments.reset();
    QTRY_VERIFY(moments.expired());
}

void TestImageHistory::itEndsWhileItReads()
{
    train(40);
    m_history->follow(frame());
    m_history->setImage(barAt(5));
    QVERIFY(m_history->isReading());
    m_history.reset();
    QVERIFY(!m_history);
}

NABLA_WINDOW_TEST(TestImageHistory)
#include "tst_image_history.moc"
