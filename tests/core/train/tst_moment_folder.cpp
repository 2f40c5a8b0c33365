// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/moment_folder.h"

#include "core/files/file_error.h"
#include "tests/support/files/without_rights.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>
#include <QTest>

#include <cstring>
#include <fstream>
#include <string>

using namespace nabla;

namespace fs = std::filesystem;

class TestMomentFolder final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void itIsOnesOwnAndGoesAtTheEnd();
    void twoOfThemAreTwo();
    void leftoversOfACrashGoAndLivingFoldersStay();
    void aFolderWithoutRightsIsNamed();
    void aFileProvesItself();
    void aFileThatCannotBeReadIsNamed();

private:
    [[nodiscard]] fs::path parent() const { return m_folder->filePath("moments").toStdString(); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

std::vector<std::byte> bytesOf(const std::string &text)
{
    std::vector<std::byte> bytes(text.size());
    std::memcpy(bytes.data(), text.data(), text.size());
    return bytes;
}

} // namespace

void TestMomentFolder::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestMomentFolder::itIsOnesOwnAndGoesAtTheEnd()
{
    {
        const MomentFolder folder(parent());
        QCOMPARE(folder.path().parent_path(), parent());
        // Nobody else may look into it.
        QCOMPARE(fs::status(folder.path()).permissions()
                     & (fs::perms::group_all | fs::perms::others_all),
                 fs::perms::none);
        writeWhole(folder.path() / "file", bytesOf("content"));
    }
    QVERIFY(fs::exists(parent()));
    QVERIFY(fs::is_empty(parent()));
}

void TestMomentFolder::twoOfThemAreTwo()
{
    const MomentFolder first(parent());
    {
        const MomentFolder second(parent());
        QVERIFY(first.path() != second.path());
    }
    QVERIFY(fs::exists(first.path()));
}

void TestMomentFolder::leftoversOfACrashGoAndLivingFoldersStay()
{
    MomentFolder::removeLeftovers(parent()); // there is not even the parent
    const MomentFolder living(parent());
    writeWhole(living.path() / "step-1-1", bytesOf("numbers"));
    const fs::path crashed = parent() / "moments-crash1";
    const fs::path foreign = parent() / "letters";
    for (const fs::path &folder : {crashed, foreign}) {
        fs::create_directories(folder);
        std::ofstream(folder / "lock");
        std::ofstream(folder / "step-12-1") << "numbers";
    }
    MomentFolder::removeLeftovers(parent());
    QVERIFY(!fs::exists(crashed));
    QVERIFY(fs::exists(foreign / "step-12-1"));
    QVERIFY(fs::exists(living.path() / "step-1-1"));
}

void TestMomentFolder::aFolderWithoutRightsIsNamed()
{
    fs::create_directory(parent());
    fs::permissions(parent(), fs::perms::owner_read | fs::perms::owner_exec);
    const test::WithoutRights withoutRights;
    try {
        const MomentFolder folder(parent());
        QFAIL("nobody may write there");
    } catch (const FileError &error) {
        QVERIFY2(std::string(error.what()).find(m_folder->path().toStdString())
                     != std::string::npos,
                 error.what());
    }
}

void TestMomentFolder::aFileProvesItself()
{
    const MomentFolder folder(parent());
    const fs::path file = folder.path() / "file";
    const FileMark mark = writeWhole(file, bytesOf("123456789"));
    QCOMPARE(mark.bytes, std::uintmax_t(9));
    QCOMPARE(mark.checksum, std::uint32_t(0xcbf43926)); // the check value of CRC-32
    QVERIFY(markOf(file) == mark);
    std::ofstream(file) << "123456780";
    QVERIFY(!(markOf(file) == mark));
    std::ofstream(file) << "";
    QCOMPARE(markOf(file).bytes, std::uintmax_t(0));
}

void TestMomentFolder::aFileThatCannotBeReadIsNamed()
{
    QVERIFY_EXCEPTION_THROWN((void)markOf(parent() / "nowhere"), FileError);
}

NABLA_TEST(TestMomentFolder)
#include "tst_moment_folder.moc"
