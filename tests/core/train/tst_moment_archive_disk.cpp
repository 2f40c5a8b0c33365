// SPDX-License-Identifier: GPL-3.0-or-later
// What an archive does when its disk is spoiled, full or gone.
#include "core/train/moment_archive.h"
#include "tests/core/train/archived_moments.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fstream>
#include <optional>

#include <sys/resource.h>

using namespace nabla;
using namespace nabla::test;

namespace fs = std::filesystem;

class TestMomentArchiveDisk final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aFileThatSomebodySpoiledIsSaid_data();
    void aFileThatSomebodySpoiledIsSaid();
    void withoutADiskTheMomentsGetFewer_data();
    void withoutADiskTheMomentsGetFewer();

private:
    [[nodiscard]] fs::path path(const char *name) const
    {
        return m_folder->filePath(name).toStdString();
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

/// Files grow to 20,000 bytes only, as on a full disk.
class SmallFiles
{
public:
    SmallFiles()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit small = m_before;
        small.rlim_cur = 20'000;
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallFiles() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    SmallFiles(const SmallFiles &) = delete;
    SmallFiles &operator=(const SmallFiles &) = delete;

private:
    rlimit m_before{};
};

} // namespace

void TestMomentArchiveDisk::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestMomentArchiveDisk::aFileThatSomebodySpoiledIsSaid_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"a byte is another", "cut", "empty", "deleted", "a folder"})
        QTest::newRow(what) << what;
}

void TestMomentArchiveDisk::aFileThatSomebodySpoiledIsSaid()
{
    QFETCH(QString, what);
    MomentArchive archive({1, std::uintmax_t(1) << 30, path("disk")}); // everything goes there
    const auto order = orderOf(10);
    for (const std::uint64_t step : {1, 2, 3}) {
        archive.add(momentAt(step, order));
        archive.waitUntilWritten();
    }
    fs::path spoiled;
    for (const fs::path &file : filesBelow(path("disk"))) {
        if (file.filename().string().starts_with("step-2-"))
            spoiled = file;
    }
    QVERIFY(!spoiled.empty());
    if (what == QStringLiteral("a byte is another")) {
        std::fstream file(spoiled, std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(-1, std::ios::end); // in the numbers, where nothing else would notice
        file.put('\x55');
    } else if (what == QStringLiteral("cut")) {
        fs::resize_file(spoiled, fs::file_size(spoiled) / 2);
    } else if (what == QStringLiteral("empty")) {
        fs::resize_file(spoiled, 0);
    } else {
        fs::remove(spoiled);
        if (what == QStringLiteral("a folder"))
            fs::create_directory(spoiled);
    }
    const std::string error = errorOf(archive, 2);
    QVERIFY2(error.find(spoiled.string()) != std::string::npos, error.c_str());
    // Offered no more, and nothing else is lost.
    QCOMPARE(archive.steps(), (std::vector<std::uint64_t>{1, 3}));
    QCOMPARE(stepSaidBy(*archive.snapshot(1)), std::uint64_t(1));
    QCOMPARE(archive.checkpoint(3).state.step, std::uint64_t(3));
    archive.add(momentAt(4, order));
    archive.waitUntilWritten();
    QCOMPARE(stepSaidBy(*archive.snapshot(4)), std::uint64_t(4));
}

void TestMomentArchiveDisk::withoutADiskTheMomentsGetFewer_data()
{
    QTest::addColumn<QString>("why");
    QTest::newRow("no folder can be made") << "no folder";
    QTest::newRow("the disk is full") << "full";
    QTest::newRow("somebody removed the folder") << "removed";
}

void TestMomentArchiveDisk::withoutADiskTheMomentsGetFewer()
{
    QFETCH(QString, why);
    MomentLimits limits{400'000, std::uintmax_t(1) << 30, path("disk")};
    if (why == QStringLiteral("no folder")) {
        std::ofstream(path("file")) << "in the way";
        limits.folder = path("file") / "disk";
    }
    std::optional<SmallFiles> small;
    if (why == QStringLiteral("full"))
        small.emplace();
    MomentArchive archive(limits);
    std::vector<std::string> problems;
    const auto order = orderOf(5000); // a file of more than 20,000 bytes
    std::uint64_t last = 0;
    for (std::uint64_t step = 0; step <= 1'000'000; step = nextMomentAfter(step)) {
        if (why == QStringLiteral("removed") && archive.usage().onDisk == 3)
            fs::remove_all(limits.folder);
        archive.add(momentAt(step, order));
        archive.waitUntilWritten();
        QVERIFY(archive.usage().memoryBytes <= limits.memoryBytes);
        if (const auto problem = archive.takeProblem())
            problems.push_back(*problem);
        last = step;
    }
    QCOMPARE(problems.size(), std::size_t(1));
    QVERIFY2(problems[0].find(m_folder->path().toStdString()) != std::string::npos,
             problems[0].c_str());
    const std::vector<std::uint64_t> steps = archive.steps();
    QCOMPARE(steps.front(), std::uint64_t(0));
    QCOMPARE(steps.back(), last);
    QVERIFY(steps.size() > 20);
    QCOMPARE(stepSaidBy(*archive.snapshot(last)), last);
}

NABLA_TEST(TestMomentArchiveDisk)
#include "tst_moment_archive_disk.moc"
