// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/canvas/canvas_sheet.h"

#include <QSignalSpy>
#include <QTest>
#include <QUndoStack>

#include <memory>
#include <vector>

using namespace nabla;
using namespace nabla::ui;
using Change = CanvasSheet::Change;

class TestCanvasSheet final : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void whatIsSetCanBeUndone();
    void aPictureAndStrokesTakeEachOthersPlace();
    void everyStepHasItsName();
    void whatIsThereAlreadyIsNoStep();
    void undoAndRedoGoAllTheWay();
    void aChangeBitByBitIsOneStep();
    void aChangeThatComesToNothingIsNone();
    void undoInTheMiddleOfAChangeLosesNothingElse();
    void whoeverChangesItEndsThatBeforeItIsReplaced();
    void aChangeThatNobodyEndsIsTakenBack();
    void atItsEndItsHistoryIsSilent();

private:
    void draw(const Stroke &stroke);
    [[nodiscard]] QUndoStack &history() const { return *m_sheet->undoStack(); }

    std::unique_ptr<CanvasSheet> m_sheet;
};

namespace {

const Stroke a{{0.1, 0.1}, {0.9, 0.1}};
const Stroke b{{0.1, 0.5}, {0.9, 0.5}};

} // namespace

void TestCanvasSheet::init()
{
    m_sheet = std::make_unique<CanvasSheet>();
}

/// Begins a change; the step is not made yet.
void TestCanvasSheet::draw(const Stroke &stroke)
{
    m_sheet->beginChange();
    m_sheet->underChange().strokes.push_back(stroke);
    m_sheet->tellChange(Change::Growth);
}

void TestCanvasSheet::whatIsSetCanBeUndone()
{
    const QSignalSpy changed(m_sheet.get(), &CanvasSheet::drawingChanged);
    QVERIFY(m_sheet->isEmpty());
    m_sheet->setDrawing({a});
    QCOMPARE(m_sheet->drawing(), Drawing{a});
    QVERIFY(!m_sheet->isEmpty());
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.back().front().value<Change>(), Change::Other);
    m_sheet->clear();
    QVERIFY(m_sheet->isEmpty());
    history().undo();
    QCOMPARE(m_sheet->drawing(), Drawing{a});
    history().undo();
    QVERIFY(m_sheet->isEmpty());
    QCOMPARE(changed.count(), 4);
}

void TestCanvasSheet::aPictureAndStrokesTakeEachOthersPlace()
{
    const auto picture = std::make_shared<const CanvasPicture>();
    m_sheet->setDrawing({a});
    m_sheet->setPicture(picture);
    QCOMPARE(m_sheet->picture(), picture);
    QVERIFY(m_sheet->drawing().empty());
    QVERIFY(!m_sheet->isEmpty());
    m_sheet->setDrawing({b});
    QVERIFY(!m_sheet->picture());
    history().undo();
    QCOMPARE(m_sheet->picture(), picture);
    QVERIFY(m_sheet->drawing().empty());
    history().undo();
    QVERIFY(!m_sheet->picture());
    QCOMPARE(m_sheet->drawing(), Drawing{a});
}

void TestCanvasSheet::everyStepHasItsName()
{
    m_sheet->setDrawing({a});
    QCOMPARE(history().undoText(), QStringLiteral("Draw"));
    m_sheet->setPicture(std::make_shared<const CanvasPicture>());
    QCOMPARE(history().undoText(), QStringLiteral("Picture"));
    m_sheet->clear();
    QCOMPARE(history().undoText(), QStringLiteral("Clear"));
}

void TestCanvasSheet::whatIsThereAlreadyIsNoStep()
{
    m_sheet->setDrawing({a});
    const QSignalSpy changed(m_sheet.get(), &CanvasSheet::drawingChanged);
    const QSignalSpy replaced(m_sheet.get(), &CanvasSheet::aboutToBeReplaced);
    m_sheet->setDrawing({a});
    QCOMPARE(changed.count(), 0);
    QCOMPARE(history().count(), 1);
    QCOMPARE(replaced.count(), 1); // a picture that is on its way is not wanted all the same
}

void TestCanvasSheet::undoAndRedoGoAllTheWay()
{
    std::vector<Drawing> seen{m_sheet->drawing()};
    for (int i = 1; i <= 30; ++i) {
        draw({{0.03 * i, 0.1}, {0.03 * i, 0.9}});
        m_sheet->endChange({});
        seen.push_back(m_sheet->drawing());
    }
    m_sheet->clear();
    seen.push_back({});
    for (std::size_t i = seen.size() - 1; i > 0; --i) {
        QCOMPARE(m_sheet->drawing(), seen[i]);
        QVERIFY(history().canUndo());
        history().undo();
    }
    QVERIFY(m_sheet->isEmpty());
    QVERIFY(!history().canUndo());
    for (std::size_t i = 1; i < seen.size(); ++i) {
        history().redo();
        QCOMPARE(m_sheet->drawing(), seen[i]);
    }
    QVERIFY(!history().canRedo());
}

void TestCanvasSheet::aChangeBitByBitIsOneStep()
{
    const QSignalSpy changed(m_sheet.get(), &CanvasSheet::drawingChanged);
    const QSignalSpy ended(m_sheet.get(), &CanvasSheet::changeEnded);
    draw(a);
    QVERIFY(m_sheet->isChanging());
    QCOMPARE(m_sheet->drawing(), Drawing{a}); // seen at once
    QCOMPARE(changed.back().front().value<Change>(), Change::Growth);
    m_sheet->underChange().strokes.push_back(b);
    m_sheet->tellChange(Change::Growth);
    QCOMPARE(history().count(), 0);
    m_sheet->endChange(QStringLiteral("Two strokes"));
    QVERIFY(!m_sheet->isChanging());
    QCOMPARE(ended.count(), 1);
    QCOMPARE(changed.count(), 3);
    QCOMPARE(history().count(), 1);
    QCOMPARE(history().undoText(), QStringLiteral("Two strokes"));
    QCOMPARE(m_sheet->drawing(), (Drawing{a, b}));
    history().undo();
    QVERIFY(m_sheet->isEmpty());
}

void TestCanvasSheet::aChangeThatComesToNothingIsNone()
{
    const QSignalSpy changed(m_sheet.get(), &CanvasSheet::drawingChanged);
    m_sheet->beginChange();
    m_sheet->endChange({});
    QCOMPARE(history().count(), 0);
    QCOMPARE(changed.count(), 0);
}

void TestCanvasSheet::undoInTheMiddleOfAChangeLosesNothingElse()
{
    m_sheet->setDrawing({a});
    m_sheet->setDrawing({a, b});
    const QSignalSpy ended(m_sheet.get(), &CanvasSheet::changeEnded);
    draw(a);
    history().undo();
    QCOMPARE(m_sheet->drawing(), Drawing{a});
    QVERIFY(!m_sheet->isChanging());
    QCOMPARE(ended.count(), 1);
    history().redo();
    QCOMPARE(m_sheet->drawing(), (Drawing{a, b}));
}

void TestCanvasSheet::whoeverChangesItEndsThatBeforeItIsReplaced()
{
    connect(m_sheet.get(), &CanvasSheet::aboutToBeReplaced, m_sheet.get(),
            [this] { m_sheet->endChange({}); });
    draw(a);
    m_sheet->setDrawing({b});
    QCOMPARE(m_sheet->drawing(), Drawing{b});
    QCOMPARE(history().count(), 2);
    history().undo();
    QCOMPARE(m_sheet->drawing(), Drawing{a});
}

void TestCanvasSheet::aChangeThatNobodyEndsIsTakenBack()
{
    m_sheet->setDrawing({a});
    draw(b);
    m_sheet->setDrawing({b, b});
    QVERIFY(!m_sheet->isChanging());
    QCOMPARE(m_sheet->drawing(), (Drawing{b, b}));
    QCOMPARE(history().count(), 2);
    history().undo();
    QCOMPARE(m_sheet->drawing(), Drawing{a});
}

/// Who listens is perhaps half gone then, with a canvas in it.
void TestCanvasSheet::atItsEndItsHistoryIsSilent()
{
    m_sheet->setDrawing({a});
    int told = 0;
    connect(&history(), &QUndoStack::indexChanged, this, [&told] { ++told; });
    connect(&history(), &QUndoStack::canUndoChanged, this, [&told] { ++told; });
    m_sheet.reset();
    QCOMPARE(told, 0);
}

NABLA_EVENTS_TEST(TestCanvasSheet)
#include "tst_canvas_sheet.moc"
