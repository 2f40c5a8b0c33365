// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/draw/teach_row.h"

#include "tests/support/test_program.h"
#include "ui/canvas/canvas_sheet.h"
#include "ui/canvas/pictures/picture_reader.h"
#include "ui/session/sources/my_digits.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>

#include <memory>
#include <optional>

using namespace nabla;
using namespace nabla::ui;

class TestTeachRow final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void withoutADrawingThereIsNothingToSay();
    void aLabelKeepsTheDrawing();
    void anotherLabelCorrectsTheFirst();
    void theSameLabelAgainTakesItOut();
    void anotherDrawingIsAnotherDigit();
    void aPictureIsKeptToo();
    void itFollowsWhatIsDoneElsewhere();
    void keysAndScreenReadersReachIt();

private:
    [[nodiscard]] std::vector<int> labels() const;
    void press(int label) { m_row->button(label).click(); }
    [[nodiscard]] int pressed() const;

    std::optional<QTemporaryDir> m_folder;
    std::unique_ptr<MyDigits> m_digits;
    std::unique_ptr<CanvasSheet> m_sheet;
    std::unique_ptr<TeachRow> m_row;
};

namespace {

const Drawing someSeven{{{0.2, 0.2}, {0.8, 0.2}, {0.4, 0.9}}};
const Drawing someOne{{{0.5, 0.2}, {0.5, 0.9}}};
using Labels = std::vector<int>;

} // namespace

void TestTeachRow::init()
{
    m_folder.emplace();
    m_digits = std::make_unique<MyDigits>(m_folder->filePath("mine.jsonl").toStdString());
    m_sheet = std::make_unique<CanvasSheet>();
    m_row = std::make_unique<TeachRow>(*m_digits, *m_sheet);
    m_row->show();
    QTRY_VERIFY(m_digits->isOpen());
}

void TestTeachRow::cleanup()
{
    m_row.reset();
    m_sheet.reset();
    m_digits.reset();
}

std::vector<int> TestTeachRow::labels() const
{
    Labels labels;
    for (const auto &digit : m_digits->digits())
        labels.push_back(digit->label);
    return labels;
}

/// The label that is down; -1: none.
int TestTeachRow::pressed() const
{
    int found = -1;
    for (int label = 0; label < 10; ++label) {
        if (m_row->button(label).isChecked())
            found = found == -1 ? label : -2;
    }
    return found;
}

void TestTeachRow::withoutADrawingThereIsNothingToSay()
{
    QVERIFY(!m_row->button(7).isEnabled());
    m_sheet->setDrawing(someSeven);
    QVERIFY(m_row->button(7).isEnabled());
    m_sheet->clear();
    QVERIFY(!m_row->button(7).isEnabled());
}

void TestTeachRow::aLabelKeepsTheDrawing()
{
    m_sheet->setDrawing(someSeven);
    QCOMPARE(m_row->said(), QStringLiteral("That was a"));
    press(7);
    QCOMPARE(labels(), Labels{7});
    QCOMPARE(m_digits->digits()[0]->drawing, someSeven);
    QCOMPARE(m_row->said(), QStringLiteral("Kept as 7"));
    QCOMPARE(pressed(), 7);
    QCOMPARE(m_sheet->drawing(), someSeven); // it stays
}

void TestTeachRow::anotherLabelCorrectsTheFirst()
{
    m_sheet->setDrawing(someSeven);
    press(1);
    press(7);
    QCOMPARE(labels(), Labels{7});
    QCOMPARE(pressed(), 7);
    m_digits->undoStack()->undo();
    QCOMPARE(labels(), Labels{1});
    QCOMPARE(pressed(), 1);
}

void TestTeachRow::theSameLabelAgainTakesItOut()
{
    m_sheet->setDrawing(someSeven);
    press(7);
    press(7);
    QCOMPARE(labels(), Labels{});
    QCOMPARE(pressed(), -1);
    QCOMPARE(m_row->said(), QStringLiteral("That was a"));
    press(7);
    QCOMPARE(labels(), Labels{7});
}

void TestTeachRow::anotherDrawingIsAnotherDigit()
{
    m_sheet->setDrawing(someSeven);
    press(7);
    m_sheet->setDrawing(someOne);
    QCOMPARE(pressed(), -1);
    press(1);
    QCOMPARE(labels(), (Labels{7, 1}));
    m_sheet->clear();
    m_sheet->setDrawing(someSeven);
    press(7);
    QCOMPARE(labels(), (Labels{7, 1, 7})); // a person may draw the same twice
}

void TestTeachRow::aPictureIsKeptToo()
{
    auto picture = std::make_shared<CanvasPicture>();
    picture->shown = QImage(28, 28, QImage::Format_Grayscale8);
    Raster prepared{};
    prepared[400] = 200;
    picture->prepared = PreparedPicture(prepared);
    m_sheet->setPicture(picture);
    press(4);
    QCOMPARE(labels(), Labels{4});
    QCOMPARE(pressed(), 4);
    QCOMPARE(m_digits->digits()[0]->raster, prepared);
    press(9); // corrected
    QCOMPARE(labels(), Labels{9});
    m_sheet->setDrawing(someSeven);
    QCOMPARE(pressed(), -1);
    m_sheet->undoStack()->undo();
    QCOMPARE(pressed(), 9);
    press(9);
    QCOMPARE(labels(), Labels{});
}

void TestTeachRow::itFollowsWhatIsDoneElsewhere()
{
    m_sheet->setDrawing(someSeven);
    press(7);
    const int place = 0;
    m_digits->relabel({&place, 1}, 2);
    QCOMPARE(pressed(), 2);
    m_digits->remove({&place, 1});
    QCOMPARE(pressed(), -1);
    m_digits->undoStack()->undo();
    QCOMPARE(pressed(), 2);
}

void TestTeachRow::keysAndScreenReadersReachIt()
{
    m_sheet->setDrawing(someSeven);
    for (int label = 0; label < 10; ++label) {
        QVERIFY(m_row->button(label).focusPolicy() & Qt::TabFocus);
        QVERIFY(m_row->button(label).accessibleName().contains(QString::number(label)));
    }
    QTest::keyClick(&m_row->button(4), Qt::Key_Space);
    QCOMPARE(labels(), Labels{4});
    QVERIFY(m_row->button(4).accessibleName() != m_row->button(5).accessibleName());
    QVERIFY2(m_row->minimumSizeHint().width() <= 300,
             qPrintable(QString::number(m_row->minimumSizeHint().width())));
}

NABLA_WINDOW_TEST(TestTeachRow)
#include "tst_teach_row.moc"
