// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/data_folders.h"
#include "core/sources/data_catalog.h"

#include "tests/support/files/idx_bytes.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>
#include <QTest>

#include <stdexcept>

using namespace nabla;
using namespace nabla::test;

class TestDataCatalog final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void userDataFollowTheDesktopsRules();
    void generatedSetsAreAlwaysThere();
    void mnistAppearsWhenItIsInstalled();
    void mnistThatIsNotThereSaysHowToGetIt();
    void aFolderIsLoadedByItsPath();
    void aFileOfASetStandsForItsFolder();
    void unknownNamesAreAnsweredWithTheKnownOnes();
    void loadingCanBeCancelled();

private:
    [[nodiscard]] std::filesystem::path data() const
    {
        return std::filesystem::path(m_dir->path().toStdString()) / "nablascope";
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

namespace {

bool has(const std::vector<DataSource> &sources, const std::string &id)
{
    return std::any_of(sources.begin(), sources.end(), [&](const auto &s) { return s.id == id; });
}

} // namespace

void TestDataCatalog::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", m_dir->path().toUtf8());
}

void TestDataCatalog::userDataFollowTheDesktopsRules()
{
    QCOMPARE(userDataFolder(), data());
    qputenv("XDG_DATA_HOME", "relative/is/ignored");
    const QByteArray home = qgetenv("HOME");
    qputenv("HOME", "/home/somebody");
    const auto folder = userDataFolder();
    qputenv("HOME", home);
    QCOMPARE(folder, std::filesystem::path("/home/somebody/.local/share/nablascope"));
}

void TestDataCatalog::generatedSetsAreAlwaysThere()
{
    const auto sources = availableData();
    QVERIFY(sources.size() >= 2);
    QCOMPARE(sources[0].id, std::string("builtin"));
    QCOMPARE(sources[1].id, std::string("builtin-strong"));
    QCOMPARE(sources[2].id, std::string("builtin-hands"));
    QVERIFY(sources[0].folder.empty());
}

void TestDataCatalog::mnistAppearsWhenItIsInstalled()
{
    QVERIFY(!has(availableData(), "mnist"));
    writeIdxSet(data() / "mnist", 12, 3);
    writeIdxSet(data() / "fashion-mnist", 12, 4);
    const auto sources = availableData();
    QVERIFY(has(sources, "mnist"));
    QVERIFY(has(sources, "fashion"));
    const auto set = loadData("mnist");
    QCOMPARE(set->source, std::string("mnist"));
    QCOMPARE(set->title, std::string("MNIST"));
    QCOMPARE(set->test.size(), 3);
    QCOMPARE(loadData("fashion")->test.size(), 4); // one's own goes before the system's
}

void TestDataCatalog::mnistThatIsNotThereSaysHowToGetIt()
{
    try {
        static_cast<void>(loadData("mnist"));
        QFAIL("loaded");
    } catch (const FileError &error) {
        QVERIFY(QString::fromUtf8(error.what()).contains("download"));
        QCOMPARE(error.path(), data() / "mnist");
    }
}

void TestDataCatalog::aFolderIsLoadedByItsPath()
{
    const auto folder = data() / "My set";
    writeIdxSet(folder, 12, 3);
    QVERIFY(looksLikeIdxFolder(folder));
    QVERIFY(!looksLikeIdxFolder(data()));
    const auto set = loadData(folder.string() + "/");
    QCOMPARE(set->title, std::string("My set"));
    QCOMPARE(set->source, folder.string() + "/");
    QCOMPARE(set->training.size(), 10);
}

void TestDataCatalog::aFileOfASetStandsForItsFolder()
{
    writeIdxSet(data() / "set", 12, 3);
    const auto file = data() / "set" / "t10k-labels-idx1-ubyte.gz";
    QCOMPARE(loadData(file.string())->title, std::string("set"));
}

void TestDataCatalog::unknownNamesAreAnsweredWithTheKnownOnes()
{
    for (const char *name : {"mnsit", ""}) {
        try {
            static_cast<void>(loadData(name));
            QFAIL("loaded");
        } catch (const std::invalid_argument &error) {
            QVERIFY(QString::fromUtf8(error.what())
                        .contains("builtin, builtin-strong, builtin-hands, mnist"));
        }
    }
    QVERIFY_EXCEPTION_THROWN(static_cast<void>(loadData("/no/such/folder")), FileError);
}

void TestDataCatalog::loadingCanBeCancelled()
{
    QVERIFY(!loadData("builtin", [](double) { return false; }));
}

NABLA_TEST(TestDataCatalog)
#include "tst_data_catalog.moc"
