// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/own_digits_store.h"

#include "core/sources/data_catalog.h"
#include "core/vision/strokes_file.h"
#include "tests/support/files/idx_folder.h"
#include "tests/support/test_program.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <optional>
#include <random>
#include <sstream>

using namespace nabla;
using namespace nabla::test;

class TestOwnDigitsStore final : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void noFileIsNoDigits();
    void whatIsSavedComesBackToTheLastBit();
    void picturesAndPressureAreKept();
    void theFileIsOneOfDrawingsForTheReader();
    void damagedLinesAreNamedAndTheFileIsKeptAside_data();
    void damagedLinesAreNamedAndTheFileIsKeptAside();
    void aFileOfAnotherProgramIsKeptAside();
    void aFileThatCannotBeReadIsNotWrittenOver();
    void thereIsAnEndToHowManyAreKept();
    void mutatedLinesNeverLoseTheFile();
    void theyAreADataSetBesideTheOld();

private:
    [[nodiscard]] std::string content(const std::filesystem::path &file) const;
    void write(const std::string &text) const;
    [[nodiscard]] std::filesystem::path aside(int number) const;

    std::optional<QTemporaryDir> m_folder;
    std::filesystem::path m_file;
};

namespace {

OwnDigits threeDigits()
{
    return {makeOwnDigit({{{0.1, 1.0 / 3.0}, {0.7, 0.9}}}, 1),
            makeOwnDigit({{{0.2, 0.2}, {0.8, 0.2}}, {{0.8, 0.2}, {0.4, 0.9}}}, 7),
            makeOwnDigit({{{1e-17, 0.5}, {0.5, 0.123456789012345678}}}, 0)};
}

std::string lineOf(const OwnDigits &digits, std::size_t i)
{
    return strokesLine({digits[i]->drawing, digits[i]->label});
}

bool areEqual(const OwnDigits &a, const OwnDigits &b)
{
    return std::ranges::equal(a, b, [](const auto &left, const auto &right) {
        return left->drawing == right->drawing && left->label == right->label
               && left->raster == right->raster && left->digest == right->digest;
    });
}

} // namespace

void TestOwnDigitsStore::init()
{
    m_folder.emplace();
    m_file = std::filesystem::path(m_folder->path().toStdString()) / "below" / "mine.jsonl";
}

std::string TestOwnDigitsStore::content(const std::filesystem::path &file) const
{
    std::ifstream input(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(input), {}};
}

void TestOwnDigitsStore::write(const std::string &text) const
{
    std::filesystem::create_directories(m_file.parent_path());
    std::ofstream(m_file, std::ios::binary) << text;
}

std::filesystem::path TestOwnDigitsStore::aside(int number) const
{
    return m_file.string() + ".kept-" + std::to_string(number);
}

void TestOwnDigitsStore::noFileIsNoDigits()
{
    OwnDigitsStore store(m_file);
    const auto opened = store.open();
    QVERIFY(opened.digits.empty());
    QVERIFY(opened.warning.empty());
    QVERIFY(!std::filesystem::exists(m_file));
}

void TestOwnDigitsStore::whatIsSavedComesBackToTheLastBit()
{
    OwnDigitsStore store(m_file);
    (void)store.open();
    QCOMPARE(store.save(threeDigits()), std::string());
    QCOMPARE(store.save(threeDigits()), std::string()); // its own file is no other program's
    QVERIFY(!std::filesystem::exists(aside(1)));
    const auto opened = OwnDigitsStore(m_file).open();
    QVERIFY(areEqual(opened.digits, threeDigits()));
    QCOMPARE(store.save({}), std::string());
    QVERIFY(OwnDigitsStore(m_file).open().digits.empty());
}

void TestOwnDigitsStore::picturesAndPressureAreKept()
{
    Raster picture{};
    picture[400] = 255;
    picture[401] = 17;
    const OwnDigits digits{makeOwnDigit({{{0.1, 0.2, 0.25}, {0.7, 0.9, 0.75}}}, 1),
                           makeOwnPicture(picture, 4)};
    (void)OwnDigitsStore(m_file).save(digits);
    const auto opened = OwnDigitsStore(m_file).open();
    QVERIFY(opened.warning.empty());
    QVERIFY(areEqual(opened.digits, digits));
    QCOMPARE(opened.digits[0]->drawing[0][1].pressure, 0.75);
    QCOMPARE(opened.digits[1]->raster, picture);
}

void TestOwnDigitsStore::theFileIsOneOfDrawingsForTheReader()
{
    OwnDigitsStore store(m_file);
    (void)store.save(threeDigits());
    std::ifstream input(m_file);
    const auto drawings = readStrokes(input, "mine");
    QCOMPARE(drawings.size(), std::size_t(3));
    QCOMPARE(drawings[1], threeDigits()[1]->drawing);
}

void TestOwnDigitsStore::damagedLinesAreNamedAndTheFileIsKeptAside_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("problem");
    QTest::newRow("cut off") << R"({"strokes": [[[0.1, 0.2], [0.)"
                             << "no JSON";
    QTest::newRow("no label") << R"({"strokes": [[[0.1, 0.2]]]})"
                              << "has no label";
    QTest::newRow("no digit") << R"({"strokes": [[[0.1, 0.2]]], "label": 10})"
                              << "0 ... 9";
    QTest::newRow("no number") << R"({"strokes": [[[0.1, 0.2]]], "label": "7"})"
                               << "0 ... 9";
    QTest::newRow("half") << R"({"strokes": [[[0.1, 0.2]]], "label": 7.5})"
                          << "0 ... 9";
    QTest::newRow("nothing drawn") << R"({"strokes": [], "label": 7})"
                                   << "nothing is drawn";
    const QString zeros = QStringLiteral("0,").repeated(783);
    QTest::newRow("no ink") << R"({"pixels": [)" + zeros + R"(0], "label": 7})"
                            << "nothing is drawn";
    QTest::newRow("a bright pixel") << R"({"pixels": [)" + zeros + R"(256], "label": 7})"
                                    << "pixel 784";
    QTest::newRow("few pixels") << R"({"pixels": [1, 2], "label": 7})"
                                << "784 pixels, not 2";
    QTest::newRow("both") << R"({"pixels": [1, 2], "strokes": [], "label": 7})"
                          << "unknown key";
    QTest::newRow("two")
        << R"([{"strokes": [[[0, 1]]], "label": 7}, {"strokes": [[[0, 1]]], "label": 7}])"
        << "one drawing";
    QTest::newRow("bytes") << QString("\x01\x02 7") << "no JSON";
    QTest::newRow("deep") << QString(5000, '[') << "no JSON";
}

void TestOwnDigitsStore::damagedLinesAreNamedAndTheFileIsKeptAside()
{
    QFETCH(QString, line);
    QFETCH(QString, problem);
    const OwnDigits digits = threeDigits();
    const std::string text = lineOf(digits, 0) + "\n" + line.toStdString() + "\n\n"
                             + lineOf(digits, 2); // no end of line: a hand wrote it
    write(text);
    OwnDigitsStore store(m_file);
    const auto opened = store.open();
    QVERIFY(areEqual(opened.digits, {digits[0], digits[2]}));
    const QString warning = QString::fromStdString(opened.warning);
    QVERIFY2(warning.contains("mine.jsonl, line 2: "), qPrintable(warning));
    QVERIFY2(warning.contains(problem), qPrintable(warning));
    QVERIFY2(warning.contains("mine.jsonl.kept-1"), qPrintable(warning));
    QCOMPARE(content(aside(1)), text);
    // What is left is sound: it is not kept aside again.
    QVERIFY(OwnDigitsStore(m_file).open().warning.empty());
    QVERIFY(!std::filesystem::exists(aside(2)));
    QCOMPARE(store.save(opened.digits), std::string());
}

void TestOwnDigitsStore::aFileOfAnotherProgramIsKeptAside()
{
    OwnDigitsStore store(m_file);
    (void)store.open();
    OwnDigitsStore other(m_file);
    (void)other.open();
    QCOMPARE(other.save(threeDigits()), std::string());
    const std::string theirs = content(m_file);
    const std::string warning = store.save({threeDigits()[1]});
    QVERIFY2(warning.find("kept-1") != std::string::npos, warning.c_str());
    QCOMPARE(content(aside(1)), theirs);
    QCOMPARE(readOwnDigits(m_file).digits.size(), std::size_t(1));
}

void TestOwnDigitsStore::aFileThatCannotBeReadIsNotWrittenOver()
{
    std::filesystem::create_directories(m_file);
    OwnDigitsStore store(m_file);
    QVERIFY_EXCEPTION_THROWN((void)store.open(), FileError);
    QVERIFY_EXCEPTION_THROWN((void)store.save(threeDigits()), FileError);
    QVERIFY(std::filesystem::is_directory(m_file));
}

void TestOwnDigitsStore::thereIsAnEndToHowManyAreKept()
{
    std::string text;
    const std::string line = lineOf(threeDigits(), 0) + "\n";
    for (std::size_t i = 0; i < maxOwnDigits + 2; ++i)
        text += line;
    write(text);
    const OwnDigitsReading reading = readOwnDigits(m_file);
    QCOMPARE(reading.digits.size(), maxOwnDigits);
    QCOMPARE(reading.damagedLines, std::size_t(2));
    QVERIFY(reading.firstProblem.find("line 10001: ") != std::string::npos);
}

/// Bytes are changed, removed and added; whatever that makes of the file, what it was is there.
void TestOwnDigitsStore::mutatedLinesNeverLoseTheFile()
{
    const OwnDigits digits = threeDigits();
    const std::string sound
        = lineOf(digits, 0) + "\n" + lineOf(digits, 1) + "\n" + lineOf(digits, 2) + "\n";
    std::mt19937 random(1);
    int damaged = 0;
    for (int round = 0; round < 300; ++round) {
        init();
        std::string text = sound;
        for (unsigned changes = 1 + random() % 3; changes > 0; --changes) {
            const std::size_t place = random() % text.size();
            const auto byte = static_cast<char>(random() % 256);
            if (random() % 3 == 0)
                text.erase(place, 1 + random() % 5);
            else if (random() % 2 == 0)
                text[place] = byte;
            else
                text.insert(place, 1, byte);
        }
        write(text);
        const auto opened = OwnDigitsStore(m_file).open();
        const bool isDamaged = !opened.warning.empty();
        damaged += isDamaged ? 1 : 0;
        QCOMPARE(content(isDamaged ? aside(1) : m_file), text);
        QVERIFY(areEqual(OwnDigitsStore(m_file).open().digits, opened.digits));
    }
    QVERIFY(damaged > 100);
}

void TestOwnDigitsStore::theyAreADataSetBesideTheOld()
{
    const std::filesystem::path folder = m_folder->path().toStdString();
    writeIdxFolder(folder / "bars", 120, 20);
    qputenv("XDG_DATA_HOME", folder.c_str());
    const std::string source = (folder / "bars").string();
    try {
        (void)loadData(source + "+mine");
        QFAIL("no digits are a set");
    } catch (const FileError &error) {
        QVERIFY(std::string(error.what()).find("no digits yet") != std::string::npos);
    }
    OwnDigitsStore store(ownDigitsFile());
    (void)store.save(threeDigits());
    const auto data = loadData(source + "+mine");
    QCOMPARE(data->source, source + "+mine");
    QCOMPARE(data->training.size(), 100);
    QVERIFY(std::ranges::equal(data->training.image(0), threeDigits()[0]->raster));
    QVERIFY(std::ranges::equal(data->training.image(10), threeDigits()[1]->raster));
    QCOMPARE(data->test.size(), 20);
    std::ofstream(ownDigitsFile(), std::ios::app) << "{";
    QVERIFY_EXCEPTION_THROWN((void)loadData(source + "+mine"), FileError);
}

NABLA_TEST(TestOwnDigitsStore)
#include "tst_own_digits_store.moc"
