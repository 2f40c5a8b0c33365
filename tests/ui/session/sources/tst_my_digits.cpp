// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/session/sources/my_digits.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <fstream>
#include <memory>
#include <optional>

using namespace nabla;
using namespace nabla::ui;

class TestMyDigits final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void nothingIsReadBeforeSomebodyOpensIt();
    void whatIsKeptIsThereTheNextTime();
    void everyChangeCanBeUndone();
    void placesThatAreNoneArePassedOver();
    void aChangeThatChangesNothingIsNoStep();
    void whatIsStillUnsavedIsSavedAtTheEnd();
    void whatCannotBeKeptIsSaid();
    void aDamagedFileIsSaid();
    void aFolderThatCannotBeWrittenIsSaid();
    void exportsSayWhereTheyAre();

private:
    [[nodiscard]] std::filesystem::path file() const;
    void open();
    [[nodiscard]] std::vector<int> labels() const;
    [[nodiscard]] std::vector<int> labelsOnDisk() const;

    std::optional<QTemporaryDir> m_folder;
    std::unique_ptr<MyDigits> m_digits;
};

namespace {

Drawing lineTo(double x)
{
    return {{{0.2, 0.2}, {x, 0.8}}};
}

std::vector<int> labelsOf(const OwnDigits &digits)
{
    std::vector<int> labels;
    for (const auto &digit : digits)
        labels.push_back(digit->label);
    return labels;
}

using Labels = std::vector<int>;

} // namespace

void TestMyDigits::init()
{
    m_folder.emplace();
    m_digits = std::make_unique<MyDigits>(file());
}

void TestMyDigits::cleanup()
{
    m_digits.reset();
}

std::filesystem::path TestMyDigits::file() const
{
    return std::filesystem::path(m_folder->path().toStdString()) / "mine.jsonl";
}

void TestMyDigits::open()
{
    m_digits->open();
    QTRY_VERIFY(m_digits->isOpen());
}

std::vector<int> TestMyDigits::labels() const
{
    return labelsOf(m_digits->digits());
}

std::vector<int> TestMyDigits::labelsOnDisk() const
{
    return labelsOf(readOwnDigits(file()).digits);
}

void TestMyDigits::nothingIsReadBeforeSomebodyOpensIt()
{
    QSignalSpy problems(m_digits.get(), &MyDigits::problem);
    QVERIFY(!m_digits->isOpen());
    QVERIFY(!m_digits->keep(lineTo(0.5), 7)); // it could be written over what is there
    QCOMPARE(problems.size(), 1);
    open();
    QVERIFY(m_digits->digits().empty());
}

void TestMyDigits::whatIsKeptIsThereTheNextTime()
{
    open();
    QSignalSpy changes(m_digits.get(), &MyDigits::changed);
    QVERIFY(m_digits->keep(lineTo(0.5), 7));
    QCOMPARE(changes.size(), 1);
    QTRY_COMPARE(labelsOnDisk(), Labels{7});
    QVERIFY(m_digits->keep(lineTo(0.6), 1));
    QTRY_COMPARE(labelsOnDisk(), (Labels{7, 1}));
    MyDigits next(file());
    next.open();
    QTRY_VERIFY(next.isOpen());
    QCOMPARE(labelsOf(next.digits()), (Labels{7, 1}));
    QCOMPARE(next.digits()[1]->drawing, lineTo(0.6));
}

void TestMyDigits::everyChangeCanBeUndone()
{
    open();
    for (int label = 0; label < 4; ++label)
        QVERIFY(m_digits->keep(lineTo(0.3 + 0.1 * label), label));
    const std::array<int, 2> places{1, 3};
    m_digits->relabel(places, 9);
    QCOMPARE(labels(), (Labels{0, 9, 2, 9}));
    m_digits->remove(places);
    QCOMPARE(labels(), (Labels{0, 2}));
    QUndoStack &undo = *m_digits->undoStack();
    undo.undo();
    QCOMPARE(labels(), (Labels{0, 9, 2, 9}));
    undo.undo();
    QCOMPARE(labels(), (Labels{0, 1, 2, 3}));
    undo.undo();
    QCOMPARE(labels(), (Labels{0, 1, 2}));
    QTRY_COMPARE(labelsOnDisk(), (Labels{0, 1, 2}));
    undo.redo();
    undo.redo();
    QCOMPARE(labels(), (Labels{0, 9, 2, 9}));
    QTRY_COMPARE(labelsOnDisk(), (Labels{0, 9, 2, 9}));
}

void TestMyDigits::placesThatAreNoneArePassedOver()
{
    open();
    QVERIFY(m_digits->keep(lineTo(0.5), 7));
    const std::array<int, 3> places{-1, 0, 1};
    m_digits->relabel(places, 1);
    QCOMPARE(labels(), Labels{1});
    m_digits->remove(places);
    QCOMPARE(labels(), Labels{});
}

void TestMyDigits::aChangeThatChangesNothingIsNoStep()
{
    open();
    QVERIFY(m_digits->keep(lineTo(0.5), 7));
    const std::array<int, 1> place{0};
    m_digits->relabel(place, 7);
    m_digits->remove({});
    QCOMPARE(m_digits->undoStack()->count(), 1);
}

void TestMyDigits::whatIsStillUnsavedIsSavedAtTheEnd()
{
    open();
    for (int i = 0; i < 50; ++i)
        QVERIFY(m_digits->keep(lineTo(0.3 + 0.01 * i), i % 10));
    m_digits.reset();
    QCOMPARE(labelsOnDisk().size(), std::size_t(50));
}

void TestMyDigits::whatCannotBeKeptIsSaid()
{
    open();
    QSignalSpy problems(m_digits.get(), &MyDigits::problem);
    QVERIFY(!m_digits->keep({}, 7));
    QVERIFY(problems.takeFirst().at(0).toString().contains("nothing is drawn"));
    QVERIFY(!m_digits->keep({Stroke(maxOwnPoints + 1, {0.5, 0.5})}, 7));
    QVERIFY(problems.takeFirst().at(0).toString().contains("20001"));
    QVERIFY(m_digits->digits().empty());
}

void TestMyDigits::aDamagedFileIsSaid()
{
    std::ofstream(file()) << R"({"strokes": [[[0.1, 0.2], [0.3, 0.9]]], "label": 4})"
                          << "\n{\n";
    QSignalSpy problems(m_digits.get(), &MyDigits::problem);
    open();
    QCOMPARE(labels(), Labels{4});
    QCOMPARE(problems.size(), 1);
    QVERIFY(problems.takeFirst().at(0).toString().contains("line 2"));
}

void TestMyDigits::aFolderThatCannotBeWrittenIsSaid()
{
    open();
    std::filesystem::create_directory(file());
    QSignalSpy problems(m_digits.get(), &MyDigits::problem);
    QVERIFY(m_digits->keep(lineTo(0.5), 7));
    QTRY_COMPARE(problems.size(), 1);
    QVERIFY(problems.takeFirst().at(0).toString().contains("mine.jsonl"));
    QCOMPARE(labels(), Labels{7}); // still there
}

void TestMyDigits::exportsSayWhereTheyAre()
{
    open();
    QVERIFY(m_digits->keep(lineTo(0.5), 7));
    QSignalSpy exports(m_digits.get(), &MyDigits::exported);
    QSignalSpy problems(m_digits.get(), &MyDigits::problem);
    m_digits->exportAsIdx(m_folder->path());
    m_digits->exportAsPng(m_folder->path());
    QTRY_COMPARE(exports.size(), 2);
    QCOMPARE(exports.front().at(0).toString(), m_folder->path());
    QVERIFY(std::filesystem::exists(file().parent_path() / "my-digits-images-idx3-ubyte"));
    QVERIFY(std::filesystem::exists(file().parent_path() / "7-0001.png"));
    QCOMPARE(problems.size(), 0);
    m_digits->exportAsPng("/nonexistent/folder");
    QTRY_COMPARE(problems.size(), 1);
}

NABLA_WINDOW_TEST(TestMyDigits)
#include "tst_my_digits.moc"
