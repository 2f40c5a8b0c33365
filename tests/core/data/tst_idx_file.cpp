// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/idx_file.h"

#include "core/files/file_error.h"
#include "tests/support/files/idx_bytes.h"
#include "tests/support/files/without_rights.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>
#include <QTest>

using namespace nabla;
using namespace nabla::test;

class TestIdxFile final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void readsPlainAndGzippedFilesAlike_data();
    void readsPlainAndGzippedFilesAlike();
    void everythingWrongWithImagesIsNamed_data();
    void everythingWrongWithImagesIsNamed();
    void everythingWrongWithLabelsIsNamed_data();
    void everythingWrongWithLabelsIsNamed();
    void aDecompressionBombIsRefusedBeforeItIsRead();
    void namesWhatIsNotAFile();
    void aFileWithoutRightsIsNamed();
    void findsBothSpellingsOfTheNames();
    void namesTheFilesThatAFolderLacks();
    void aFolderWithoutRightsIsNamed();
    void keepsTheLastSixthForValidation();
    void labelsThatDoNotMatchTheImagesAreNamed();
    void aSetTooSmallToSplitIsNamed();
    void readingCanBeCancelled();
    void realMnistHasTheBooksSplit();

private:
    [[nodiscard]] std::filesystem::path folder() const { return m_dir->path().toStdString(); }
    [[nodiscard]] std::filesystem::path write(const std::string &bytes) const
    {
        const auto path = folder() / "file";
        writeFile(path, bytes);
        return path;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

namespace {

/// The message of the FileError that the action throws; empty if it throws none.
template <class Action>
QString errorOf(Action action, std::uint64_t *offset = nullptr)
{
    try {
        static_cast<void>(action());
    } catch (const FileError &error) {
        if (offset)
            *offset = error.offset();
        return QString::fromStdString(error.what());
    }
    return {};
}

std::string withWord(std::string bytes, std::size_t at, std::uint32_t value)
{
    return bytes.replace(at, 4, bigEndian(value));
}

void addRows(const std::string &good, std::size_t header)
{
    QTest::newRow("empty") << std::string() << "before its magic number" << 0;
    QTest::newRow("cut in the header") << good.substr(0, 6) << "before its count" << 6;
    QTest::newRow("wrong magic") << withWord(good, 0, 0x00000903) << "begins with 0x00000903" << 0;
    QTest::newRow("none") << withWord(good, 4, 0) << "declares no" << 4;
    QTest::newRow("absurd count") << withWord(good, 4, 0xffffffff) << "declares 4294967295" << 4;
    QTest::newRow("more than there is") << withWord(good, 4, 11) << "cut off" << int(good.size());
    QTest::newRow("one byte short")
        << good.substr(0, good.size() - 1) << "cut off" << int(good.size() - 1);
    QTest::newRow("one byte long") << good + "x"
                                   << "more content" << int(good.size());
    QTest::newRow("fewer than there are")
        << withWord(good, 4, 9) << "more content" << int(header + (good.size() - header) / 10 * 9);
    const std::string zip = gzipped(good);
    QTest::newRow("gzip, cut off") << zip.substr(0, zip.size() / 2) << "cut off" << -1;
    QTest::newRow("gzip, cut in its trailer") << zip.substr(0, zip.size() - 2) << "cut off" << -1;
    std::string wrongSum = zip;
    wrongSum[wrongSum.size() - 6] = static_cast<char>(wrongSum[wrongSum.size() - 6] ^ 1);
    QTest::newRow("gzip, wrong checksum") << wrongSum << "damaged" << -1;
    QTest::newRow("gzip, one byte long") << gzipped(good + "x") << "more content" << -1;
    QTest::newRow("gzip, one byte short")
        << gzipped(good.substr(0, good.size() - 1)) << "cut off" << -1;
    QTest::newRow("gzip of nothing") << gzipped({}) << "before its magic number" << -1;
}

void addColumns()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<int>("offset"); // -1: not checked
}

} // namespace

void TestIdxFile::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    std::filesystem::permissions(folder(), std::filesystem::perms(0755)); // for WithoutRights
}

void TestIdxFile::readsPlainAndGzippedFilesAlike_data()
{
    QTest::addColumn<bool>("compressed");
    QTest::newRow("plain") << false;
    QTest::newRow("gzipped") << true;
}

void TestIdxFile::readsPlainAndGzippedFilesAlike()
{
    QFETCH(bool, compressed);
    const auto packed = [&](const std::string &bytes) {
        return compressed ? gzipped(bytes) : bytes;
    };
    const std::vector<std::uint8_t> pixels = readIdxImages(write(packed(idxImages(25))));
    QCOMPARE(pixels.size(), std::size_t(25 * imagePixels));
    QCOMPARE(int(pixels[24 * imagePixels]), 25);
    const std::vector<std::uint8_t> labels = readIdxLabels(write(packed(idxLabels(25))));
    QCOMPARE(labels.size(), std::size_t(25));
    QCOMPARE(int(labels[19]), 9);
}

void TestIdxFile::everythingWrongWithImagesIsNamed_data()
{
    addColumns();
    const std::string good = idxImages(10);
    addRows(good, 16);
    QTest::newRow("labels instead") << idxLabels(10) << "mixed up" << 0;
    QTest::newRow("wrong side") << withWord(good, 8, 32) << "28 x 32 pixels" << 8;
    QTest::newRow("no columns") << good.substr(0, 13) << "number of columns" << 13;
    QTest::newRow("overflowing sides")
        << withWord(withWord(good, 8, 0xffffffff), 12, 0xffffffff) << "4294967295" << 8;
}

void TestIdxFile::everythingWrongWithImagesIsNamed()
{
    QFETCH(std::string, bytes);
    QFETCH(QString, expected);
    QFETCH(int, offset);
    std::uint64_t at = 0;
    const auto path = write(bytes);
    const QString message = errorOf([&] { return readIdxImages(path); }, &at);
    QVERIFY2(message.contains(expected), qPrintable(message));
    QVERIFY(message.startsWith(QString::fromStdString(path.string())));
    if (offset >= 0)
        QCOMPARE(at, std::uint64_t(offset));
}

void TestIdxFile::everythingWrongWithLabelsIsNamed_data()
{
    addColumns();
    const std::string good = idxLabels(10);
    addRows(good, 8);
    QTest::newRow("images instead") << idxImages(10) << "mixed up" << 0;
    std::string ten = good;
    ten[12] = '\x0a';
    QTest::newRow("label 10") << ten << "label number 5 is 10" << 12;
    ten[8] = '\xff';
    QTest::newRow("label 255") << gzipped(ten) << "label number 1 is 255" << 8;
}

void TestIdxFile::everythingWrongWithLabelsIsNamed()
{
    QFETCH(std::string, bytes);
    QFETCH(QString, expected);
    QFETCH(int, offset);
    std::uint64_t at = 0;
    const QString message = errorOf([&] { return readIdxLabels(write(bytes)); }, &at);
    QVERIFY2(message.contains(expected), qPrintable(message));
    if (offset >= 0)
        QCOMPARE(at, std::uint64_t(offset));
}

void TestIdxFile::aDecompressionBombIsRefusedBeforeItIsRead()
{
    // 200,000 images declared: 157 MB, from a file of a few hundred bytes.
    const auto path = write(gzipped(withWord(idxImages(100), 4, 200'000)));
    const QString message = errorOf([&] { return readIdxImages(path); });
    QVERIFY2(message.contains("compressed bytes"), qPrintable(message));
}

void TestIdxFile::namesWhatIsNotAFile()
{
    QVERIFY(errorOf([&] { return readIdxLabels(folder() / "none"); }).contains("no such file"));
    QVERIFY(errorOf([&] { return readIdxLabels(folder()); }).contains("is a folder"));
    QVERIFY(errorOf([&] { return readIdxLabels("/dev/zero"); }).contains("not a plain file"));
    QVERIFY(errorOf([&] { return findIdxFiles(write("x")); }).contains("is a file"));
    QVERIFY(errorOf([&] { return findIdxFiles("/none/at/all"); }).contains("no such folder"));
}

void TestIdxFile::aFileWithoutRightsIsNamed()
{
    const auto path = write(idxLabels(3));
    std::filesystem::permissions(path, std::filesystem::perms::none);
    const WithoutRights nobody;
    const QString message = errorOf([&] { return readIdxLabels(path); });
    QVERIFY2(message.contains("rights"), qPrintable(message));
}

void TestIdxFile::findsBothSpellingsOfTheNames()
{
    writeIdxSet(folder(), 12, 3);
    std::filesystem::rename(folder() / "train-images-idx3-ubyte.gz",
                            folder() / "train-images.idx3-ubyte.gz");
    std::filesystem::remove(folder() / "t10k-labels-idx1-ubyte.gz");
    writeFile(folder() / "t10k-labels.idx1-ubyte", idxLabels(3));
    const IdxFolder files = findIdxFiles(folder());
    QCOMPARE(files.trainingImages, folder() / "train-images.idx3-ubyte.gz");
    QCOMPARE(files.trainingLabels, folder() / "train-labels-idx1-ubyte.gz");
    QCOMPARE(files.testLabels, folder() / "t10k-labels.idx1-ubyte");
    QCOMPARE(readIdxFolder(folder())->test.size(), 3);
}

void TestIdxFile::namesTheFilesThatAFolderLacks()
{
    writeIdxSet(folder(), 12, 3);
    std::filesystem::remove(folder() / "train-labels-idx1-ubyte.gz");
    const QString message = errorOf([&] { return findIdxFiles(folder()); });
    QVERIFY2(message.contains("lacks train-labels-idx1-ubyte (each"), qPrintable(message));
    std::filesystem::remove(folder() / "t10k-images-idx3-ubyte.gz");
    QVERIFY(errorOf([&] {
                return findIdxFiles(folder());
            }).contains("lacks train-labels-idx1-ubyte, t10k-images-idx3-ubyte (each"));
}

void TestIdxFile::aFolderWithoutRightsIsNamed()
{
    const auto closed = folder() / "closed";
    writeIdxSet(closed / "inner", 12, 3);
    std::filesystem::permissions(closed, std::filesystem::perms::none);
    QString outer;
    QString inner;
    {
        const WithoutRights nobody;
        outer = errorOf([&] { return findIdxFiles(closed); });
        inner = errorOf([&] { return findIdxFiles(closed / "inner"); });
    }
    std::filesystem::permissions(closed, std::filesystem::perms::owner_all);
    QVERIFY2(outer.contains("cannot be read"), qPrintable(outer));
    QVERIFY2(inner.contains("rights"), qPrintable(inner));
}

void TestIdxFile::keepsTheLastSixthForValidation()
{
    writeIdxSet(folder() / "mine", 60, 10);
    const auto set = readIdxFolder(folder() / "mine");
    QVERIFY(set.has_value());
    QCOMPARE(set->training.size(), 50);
    QCOMPARE(set->validation.size(), 10);
    QCOMPARE(set->test.size(), 10);
    QCOMPARE(int(set->training.image(49)[0]), 50);
    QCOMPARE(int(set->validation.image(0)[0]), 51);
    QCOMPARE(int(set->validation.label(3)), 3);
    QCOMPARE(set->title, std::string("mine"));
}

void TestIdxFile::labelsThatDoNotMatchTheImagesAreNamed()
{
    writeIdxSet(folder(), 12, 3);
    writeFile(folder() / "train-labels-idx1-ubyte.gz", gzipped(idxLabels(11)));
    const QString message = errorOf([&] { return readIdxFolder(folder()); });
    QVERIFY2(message.contains("11 labels") && message.contains("12 images"), qPrintable(message));
}

void TestIdxFile::aSetTooSmallToSplitIsNamed()
{
    writeIdxSet(folder(), 5, 1);
    const QString message = errorOf([&] { return readIdxFolder(folder()); });
    QVERIFY2(message.contains("at least 6"), qPrintable(message));
    writeIdxSet(folder(), 6, 1);
    QCOMPARE(readIdxFolder(folder())->validation.size(), 1);
}

void TestIdxFile::readingCanBeCancelled()
{
    writeIdxSet(folder(), 60, 10);
    QVERIFY(!readIdxFolder(folder(), [](double) { return false; }).has_value());
    double last = 0.0;
    QVERIFY(readIdxFolder(folder(), [&](double done) {
                const bool grows = done >= last;
                last = done;
                return grows;
            }).has_value());
    QCOMPARE(last, 1.0);
}

void TestIdxFile::realMnistHasTheBooksSplit()
{
    const std::filesystem::path mnist = qgetenv("NABLA_MNIST_DIR").toStdString();
    if (!std::filesystem::exists(mnist / "train-images-idx3-ubyte.gz"))
        QSKIP("the real MNIST is not here: set NABLA_MNIST_DIR to its folder");
    const auto set = readIdxFolder(mnist);
    QVERIFY(set.has_value());
    QCOMPARE(set->training.size(), 50'000);
    QCOMPARE(set->validation.size(), 10'000);
    QCOMPARE(set->test.size(), 10'000);
    QCOMPARE(int(set->training.label(0)), 5);
    QCOMPARE(int(set->test.label(0)), 7);
    QVERIFY(std::abs(set->training.density() - 0.191) < 0.001);
}

NABLA_TEST(TestIdxFile)
#include "tst_idx_file.moc"
