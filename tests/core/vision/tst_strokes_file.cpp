// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vision/gray_image.h"
#include "core/vision/strokes_file.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <random>
#include <sstream>

using namespace nabla;

class TestStrokesFile final : public QObject
{
    Q_OBJECT

private slots:
    void pressureAndPicturesComeBack();
    void drawingsAreRead_data();
    void drawingsAreRead();
    void whatIsWrongIsNamedWithItsPlace_data();
    void whatIsWrongIsNamedWithItsPlace();
    void mutationsLoadOrAreRefused();
};

namespace {

std::vector<Drawing> read(const std::string &text)
{
    std::istringstream input(text);
    return readStrokes(input, "strokes");
}

} // namespace

void TestStrokesFile::pressureAndPicturesComeBack()
{
    const StrokesEntry pressed{{{{0.1, 0.2, 1.0 / 3.0}, {3, 9.5}, {4, 4, 0.0}}}, 7};
    StrokesEntry picture{{}, 4, Raster{}};
    for (std::size_t i = 0; i < picture.pixels->size(); ++i)
        (*picture.pixels)[i] = static_cast<std::uint8_t>(i % 256);
    std::istringstream input(strokesLine(pressed) + "\n" + strokesLine(picture));
    const auto entries = readLabelledStrokes(input, "mine");
    QCOMPARE(entries.size(), std::size_t{2});
    QCOMPARE(entries[0].drawing, pressed.drawing);
    QVERIFY(!entries[0].pixels);
    QCOMPARE(entries[1].pixels, picture.pixels);
    QVERIFY(entries[1].drawing.empty());
    QCOMPARE(entries[1].label, std::optional(4));
    QVERIFY_EXCEPTION_THROWN((void)read(strokesLine(picture)), PictureError); // no strokes
}

void TestStrokesFile::drawingsAreRead_data()
{
    QTest::addColumn<QString>("text");
    const QString one = QStringLiteral(R"({"strokes": [[[0, 0], [3, 9.5]], [[1, 1]]]})");
    QTest::newRow("a list") << QStringLiteral("[%1, %1]").arg(one);
    QTest::newRow("lines") << QStringLiteral("%1\n\n%1\r\n").arg(one);
}

void TestStrokesFile::drawingsAreRead()
{
    QFETCH(QString, text);
    const Drawing expected{{{0, 0}, {3, 9.5}}, {{1, 1}}};
    QCOMPARE(read(text.toStdString()), (std::vector<Drawing>{expected, expected}));
}

void TestStrokesFile::whatIsWrongIsNamedWithItsPlace_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("no JSON") << "{\"strokes\": []}\n{"
                             << "line 2 is no JSON";
    QTest::newRow("no number") << R"({"strokes": [[[0, 0], [NaN, 3]]]})"
                               << "line 1 is no JSON (from character 24 on: NaN, 3]]]})";
    QTest::newRow("too large a number") << R"({"strokes": [[[0, 0], [1e400, 3]]]})"
                                        << "a number in it is too large";
    QTest::newRow("cut off") << R"({"strokes": [[[0, 0], [1)"
                             << "line 1 is no JSON (from character 25 on)";
    QTest::newRow("no object") << "[3]"
                               << "drawing 1 must be an object";
    QTest::newRow("unknown key") << R"({"strokes": [], "pen": 2})"
                                 << "unknown key \"pen\"";
    QTest::newRow("no list") << R"({"strokes": [[[0, 0]], 4]})"
                             << "stroke 2 must be a list";
    QTest::newRow("four numbers") << R"({"strokes": [[[0, 0], [1, 2, 1, 4]]]})"
                                  << "stroke 1, point 2";
    QTest::newRow("too hard a press") << R"({"strokes": [[[0, 0], [1, 2, 3]]]})"
                                      << "stroke 1, point 2";
    QTest::newRow("a text") << R"({"strokes": [[["a", 0]]]})"
                            << "two numbers";
    QTest::newRow("too deep") << QString(5000, QLatin1Char('[')) << "no JSON";
}

void TestStrokesFile::whatIsWrongIsNamedWithItsPlace()
{
    QFETCH(QString, text);
    QFETCH(QString, says);
    try {
        (void)read(text.toStdString());
        QFAIL("was taken");
    } catch (const PictureError &error) {
        QVERIFY2(QString::fromUtf8(error.what()).contains(says), error.what());
    }
}

void TestStrokesFile::mutationsLoadOrAreRefused()
{
    const std::string whole = R"({"strokes": [[[0, 0], [3, 9.5]], [[1, 1]]]})";
    std::mt19937_64 random(8);
    int refused = 0;
    for (int round = 0; round < 5000; ++round) {
        std::string text = whole;
        for (int i = 0; i < 2; ++i)
            text[random() % text.size()] = static_cast<char>(random() % 128);
        try {
            (void)read(text);
        } catch (const PictureError &) {
            ++refused;
        }
    }
    QVERIFY(refused > 2000);
}

NABLA_TEST(TestStrokesFile)
#include "tst_strokes_file.moc"
