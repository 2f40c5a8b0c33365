// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/moment_loader.h"

#include "core/train/moment_archive.h"
#include "tests/support/test_program.h"
#include "tests/ui/session/short_epochs.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

using namespace nabla;
using namespace nabla::ui;
using namespace nabla::ui::test;

class TestMomentLoader final : public QObject
{
    Q_OBJECT

private slots:
    void theNewestWishIsShown();
    void aDeletedFileIsSaidAndTheViewStays();
    void anotherRunIsSeenAtItsPresent();

private:
    QTemporaryDir m_folder;
};

namespace {

/// An archive that holds the first steps of a run on the disk.
std::shared_ptr<MomentArchive> storedMoments(const std::filesystem::path &folder, int steps)
{
    const MomentLimits limits{1, std::uintmax_t(1) << 30, folder};
    auto moments = std::make_shared<MomentArchive>(limits);
    Trainer trainer(thirtyShortEpochs(), nabla::test::barData(60, 10, 10));
    for (int i = 0; i < steps; ++i) {
        moments->add(trainer.moment());
        moments->waitUntilWritten();
        (void)trainer.stepMiniBatch();
    }
    return moments;
}

/// Waits for what the worker brings.
MomentLoader::News newsOf(MomentLoader &loader)
{
    MomentLoader::News news;
    const bool isTold = QTest::qWaitFor([&] {
        news = loader.poll();
        return news.hasMoved || news.checkpoint || !news.error.empty();
    });
    return isTold ? news : MomentLoader::News{};
}

} // namespace

void TestMomentLoader::theNewestWishIsShown()
{
    MomentLoader loader;
    QVERIFY(loader.steps().empty());
    loader.watch(storedMoments(m_folder.filePath("wish").toStdString(), 20));
    QVERIFY(!loader.shown() && !loader.wanted());
    for (std::uint64_t step = 0; step < 20; ++step)
        loader.goTo(step);
    QTRY_VERIFY((static_cast<void>(loader.poll()), loader.shown() && loader.shown()->step == 19));
    QCOMPARE(loader.shown()->network.digest(), digestAt(19));
    loader.requestCheckpoint(7);
    QCOMPARE(newsOf(loader).checkpoint->state.step, std::uint64_t(7));
    QCOMPARE(loader.shown()->step, std::uint64_t(19));
    loader.goTo({});
    QVERIFY(!loader.shown());
}

void TestMomentLoader::aDeletedFileIsSaidAndTheViewStays()
{
    const std::filesystem::path folder = m_folder.filePath("deleted").toStdString();
    MomentLoader loader;
    loader.watch(storedMoments(folder, 4));
    loader.goTo(1);
    QVERIFY(newsOf(loader).hasMoved);
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().filename().string().starts_with("step-2-"))
            std::filesystem::remove(entry.path());
    }
    loader.goTo(2);
    const std::string error = newsOf(loader).error;
    QVERIFY2(error.find("step-2-") != std::string::npos, error.c_str());
    QCOMPARE(loader.wanted(), std::optional<std::uint64_t>(1));
    QCOMPARE(loader.shown()->step, std::uint64_t(1));
    QCOMPARE(loader.steps(), (std::vector<std::uint64_t>{0, 1, 3}));
    loader.goTo(3);
    QTRY_VERIFY((static_cast<void>(loader.poll()), loader.shown()->step == 3));
}

void TestMomentLoader::anotherRunIsSeenAtItsPresent()
{
    MomentLoader loader;
    loader.watch(storedMoments(m_folder.filePath("first").toStdString(), 3));
    loader.goTo(2);
    loader.watch(storedMoments(m_folder.filePath("second").toStdString(), 2));
    QVERIFY(!loader.wanted() && !loader.shown());
    QCOMPARE(loader.steps(), (std::vector<std::uint64_t>{0, 1}));
    loader.goTo(1);
    QVERIFY(newsOf(loader).hasMoved);
    QCOMPARE(loader.shown()->step, std::uint64_t(1)); // nothing of the first run came late
}

NABLA_WINDOW_TEST(TestMomentLoader)
#include "tst_moment_loader.moc"
