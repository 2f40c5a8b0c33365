// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/verified_file.h"

#include "core/files/file_error.h"
#include "tests/support/files/idx_bytes.h"
#include "tests/support/files/without_rights.h"
#include "tests/support/test_program.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

#include <csignal>

using namespace nabla;
using namespace nabla::test;

class TestVerifiedFile final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theRightContentPassesInPiecesOfAnySize_data();
    void theRightContentPassesInPiecesOfAnySize();
    void wrongContentIsRefused_data();
    void wrongContentIsRefused();
    void aBombIsStoppedAtTheExpectedSize();
    void nothingIsLeftOfAFileThatIsNotCommitted();
    void aCommittedFileReplacesTheOldOne();
    void aPartialFileOfACrashIsOverwritten();
    void twoWritersAreNotLetIntoOneFile();
    void aFullDiskIsNamed();
    void aFolderWithoutRightsIsNamed();

private:
    [[nodiscard]] std::filesystem::path target() const
    {
        return (m_dir->path() + "/file.gz").toStdString();
    }
    [[nodiscard]] QStringList files() const
    {
        return QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

namespace {

std::span<const std::uint8_t> bytesOf(const std::string &text)
{
    return {reinterpret_cast<const std::uint8_t *>(text.data()), text.size()};
}

std::string hashOf(const std::string &text)
{
    Sha256 sha;
    sha.add(bytesOf(text));
    return sha.hex();
}

template <class Action>
QString errorOf(Action action)
{
    try {
        action();
    } catch (const std::exception &error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

} // namespace

void TestVerifiedFile::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
}

void TestVerifiedFile::theRightContentPassesInPiecesOfAnySize_data()
{
    QTest::addColumn<int>("piece");
    for (const int piece : {1, 7, 100, 100'000})
        QTest::addRow("%d", piece) << piece;
}

void TestVerifiedFile::theRightContentPassesInPiecesOfAnySize()
{
    QFETCH(int, piece);
    const std::string content = idxImages(200);
    const std::string zip = gzipped(content);
    GzipContentCheck check(content.size(), hashOf(content));
    for (std::size_t at = 0; at < zip.size(); at += static_cast<std::size_t>(piece)) {
        const std::string part = zip.substr(at, static_cast<std::size_t>(piece));
        check.add(bytesOf(part));
    }
    check.finish();
}

void TestVerifiedFile::wrongContentIsRefused_data()
{
    QTest::addColumn<std::string>("sent");
    QTest::addColumn<QString>("expected");
    const std::string right = idxImages(3);
    std::string other = right;
    other.back() = '\x05';
    QTest::newRow("one byte differs") << gzipped(other) << "SHA-256";
    QTest::newRow("shorter") << gzipped(right.substr(1)) << "wrong content";
    QTest::newRow("longer") << gzipped(right + "x") << "larger";
    QTest::newRow("cut off") << gzipped(right).substr(0, 40) << "incomplete";
    QTest::newRow("nothing") << std::string() << "incomplete";
    QTest::newRow("not gzip") << right << "no sound gzip";
    QTest::newRow("more after it") << gzipped(right) + "x"
                                   << "more than the file";
}

void TestVerifiedFile::wrongContentIsRefused()
{
    QFETCH(std::string, sent);
    QFETCH(QString, expected);
    const std::string right = idxImages(3);
    GzipContentCheck check(right.size(), hashOf(right));
    const QString message = errorOf([&] {
        check.add(bytesOf(sent));
        check.finish();
    });
    QVERIFY2(message.contains(expected), qPrintable(message));
}

void TestVerifiedFile::aBombIsStoppedAtTheExpectedSize()
{
    const std::string bomb = gzipped(std::string(50'000'000, '\0'));
    GzipContentCheck check(1000, std::string(64, '0'));
    QVERIFY(errorOf([&] { check.add(bytesOf(bomb)); }).contains("larger"));
}

void TestVerifiedFile::nothingIsLeftOfAFileThatIsNotCommitted()
{
    {
        PartialFile file(target());
        file.write(bytesOf("half"));
        QCOMPARE(files(), QStringList{"file.gz.part"});
    }
    QCOMPARE(files(), QStringList());
}

void TestVerifiedFile::aCommittedFileReplacesTheOldOne()
{
    writeFile(target(), "old and long");
    {
        PartialFile file(target());
        file.write(bytesOf("wrong"));
        file.restart();
        file.write(bytesOf("new"));
        QCOMPARE(readFile(target()), std::string("old and long"));
        file.commit();
    }
    QCOMPARE(files(), QStringList{"file.gz"});
    QCOMPARE(readFile(target()), std::string("new"));
}

void TestVerifiedFile::aPartialFileOfACrashIsOverwritten()
{
    writeFile(target().string() + ".part", "left behind, and longer");
    PartialFile file(target());
    file.write(bytesOf("new"));
    file.commit();
    QCOMPARE(readFile(target()), std::string("new"));
}

void TestVerifiedFile::twoWritersAreNotLetIntoOneFile()
{
    PartialFile first(target());
    first.write(bytesOf("first"));
    QVERIFY(errorOf([&] { PartialFile second(target()); }).contains("another window"));
    first.commit();
    QCOMPARE(readFile(target()), std::string("first"));
}

void TestVerifiedFile::aFullDiskIsNamed()
{
    // A limit on the size of files stands for the full disk: the write fails in the same way.
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto oldHandler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{10'000, before.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const QString message = errorOf([&] {
        PartialFile file(target());
        file.write(bytesOf(std::string(20'000, 'x')));
    });
    ::setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, oldHandler);
    QVERIFY2(message.contains("cannot be written") && message.contains("at byte 10000"),
             qPrintable(message));
    QCOMPARE(files(), QStringList());
}

void TestVerifiedFile::aFolderWithoutRightsIsNamed()
{
    const std::filesystem::path nowhere = m_dir->path().toStdString() + "/none/file.gz";
    QVERIFY(errorOf([&] { PartialFile file(nowhere); }).contains("cannot be created"));
    QVERIFY(QFile::setPermissions(m_dir->path(), QFile::ReadOwner | QFile::ExeOwner
                                                     | QFile::ReadOther | QFile::ExeOther));
    QString message;
    {
        const WithoutRights nobody;
        message = errorOf([&] { PartialFile file(target()); });
    }
    QFile::setPermissions(m_dir->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QVERIFY2(message.contains("rights"), qPrintable(message));
}

NABLA_TEST(TestVerifiedFile)
#include "tst_verified_file.moc"
