// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/drawing_hand.h"

#include "tests/support/test_program.h"
#include "ui/canvas/canvas_sheet.h"

#include <QSignalSpy>
#include <QTest>
#include <QUndoStack>

#include <memory>

using namespace nabla;
using namespace nabla::ui;
using Tool = DrawingHand::Tool;
using Change = CanvasSheet::Change;

class TestDrawingHand final : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void aStrokeIsDrawnPointByPoint();
    void anEraserCutsWhereItPasses();
    void anEraserThatMeetsNothingLeavesNoStep();
    void aStrokeTakesAPicturesPlace();
    void whereItDoesNotMoveItAddsNothing();
    void aHandThatIsUpDrawsNothing();
    void aQuickHandsPointsAreJoinedByACurve();
    void puttingItDownAgainEndsTheStrokeBefore();
    void whatReplacesTheDrawingFindsTheStrokeDone();
    void whatTakesTheStrokeBackLiftsIt();

private:
    [[nodiscard]] QUndoStack &history() const { return *m_sheet->undoStack(); }

    std::unique_ptr<CanvasSheet> m_sheet;
    std::unique_ptr<DrawingHand> m_hand;
};

namespace {

const Stroke lineStroke{{0.1, 0.5}, {0.9, 0.5}};

QList<Change> changesIn(const QSignalSpy &changed)
{
    QList<Change> changes;
    for (const QList<QVariant> &arguments : changed)
        changes.append(arguments.front().value<Change>());
    return changes;
}

} // namespace

void TestDrawingHand::init()
{
    m_hand.reset();
    m_sheet = std::make_unique<CanvasSheet>();
    m_hand = std::make_unique<DrawingHand>(*m_sheet);
}

void TestDrawingHand::aStrokeIsDrawnPointByPoint()
{
    const QSignalSpy changed(m_sheet.get(), &CanvasSheet::drawingChanged);
    const QSignalSpy lifted(m_hand.get(), &DrawingHand::lifted);
    m_hand->putDown(Tool::Pen, {0.1, 0.5, 0.5});
    QVERIFY(m_hand->isDrawing());
    m_hand->moveTo({0.2, 0.5, 0.7});
    m_hand->moveTo({0.3, 0.5, 0.9});
    QCOMPARE(changesIn(changed), QList<Change>(3, Change::Growth));
    QCOMPARE(lifted.count(), 0);
    m_hand->lift();
    QVERIFY(!m_hand->isDrawing());
    QCOMPARE(lifted.count(), 1);
    QCOMPARE(m_sheet->drawing(), (Drawing{{{0.1, 0.5, 0.5}, {0.2, 0.5, 0.7}, {0.3, 0.5, 0.9}}}));
    QCOMPARE(history().count(), 1);
    QCOMPARE(history().undoText(), QStringLiteral("Stroke"));
}

void TestDrawingHand::anEraserCutsWhereItPasses()
{
    m_sheet->setDrawing({lineStroke});
    const QSignalSpy changed(m_sheet.get(), &CanvasSheet::drawingChanged);
    m_hand->putDown(Tool::Eraser, {0.5, 0.3});
    QVERIFY(!m_hand->isDrawing());
    m_hand->moveTo({0.5, 0.7}); // across the lineStroke between two points
    QCOMPARE(m_sheet->drawing().size(), std::size_t{2});
    QCOMPARE(changesIn(changed), QList<Change>(2, Change::Other));
    m_hand->lift();
    QCOMPARE(history().undoText(), QStringLiteral("Erase"));
    history().undo();
    QCOMPARE(m_sheet->drawing(), Drawing{lineStroke});
}

void TestDrawingHand::anEraserThatMeetsNothingLeavesNoStep()
{
    m_sheet->setDrawing({lineStroke});
    const QSignalSpy lifted(m_hand.get(), &DrawingHand::lifted);
    m_hand->putDown(Tool::Eraser, {0.2, 0.2});
    m_hand->moveTo({0.4, 0.2});
    m_hand->lift();
    QCOMPARE(lifted.count(), 1);
    QCOMPARE(history().count(), 1);
}

void TestDrawingHand::aStrokeTakesAPicturesPlace()
{
    m_sheet->setPicture(std::make_shared<const CanvasPicture>());
    m_hand->putDown(Tool::Eraser, {0.5, 0.5});
    QVERIFY(m_sheet->picture());
    m_hand->putDown(Tool::Pen, {0.5, 0.5});
    QVERIFY(!m_sheet->picture());
    m_hand->lift();
    history().undo();
    QVERIFY(m_sheet->picture());
    QVERIFY(m_sheet->drawing().empty());
}

void TestDrawingHand::whereItDoesNotMoveItAddsNothing()
{
    m_hand->putDown(Tool::Pen, {0.5, 0.5, 0.2});
    m_hand->moveTo({0.5, 0.5, 0.9});
    m_hand->lift();
    QCOMPARE(m_sheet->drawing(), (Drawing{{{0.5, 0.5, 0.2}}}));
}

void TestDrawingHand::aHandThatIsUpDrawsNothing()
{
    m_hand->moveTo({0.5, 0.5});
    m_hand->lift();
    QVERIFY(m_sheet->isEmpty());
    QCOMPARE(history().count(), 0);
}

void TestDrawingHand::aQuickHandsPointsAreJoinedByACurve()
{
    const QSignalSpy changed(m_sheet.get(), &CanvasSheet::drawingChanged);
    m_hand->putDown(Tool::Pen, {0.2, 0.6});
    m_hand->moveTo({0.4, 0.3});
    m_hand->moveTo({0.7, 0.3});
    QCOMPARE(changesIn(changed).back(), Change::Other); // the first piece is a curve now
    const std::size_t known = m_sheet->drawing()[0].size();
    m_hand->lift();
    QVERIFY(known > 3);
    QVERIFY(m_sheet->drawing()[0].size() > known); // the last piece, too
    QCOMPARE(history().count(), 1);
}

void TestDrawingHand::puttingItDownAgainEndsTheStrokeBefore()
{
    m_hand->putDown(Tool::Pen, {0.1, 0.1});
    m_hand->moveTo({0.2, 0.1});
    m_hand->putDown(Tool::Pen, {0.5, 0.5});
    m_hand->lift();
    QCOMPARE(m_sheet->drawing(), (Drawing{{{0.1, 0.1}, {0.2, 0.1}}, {{0.5, 0.5}}}));
    QCOMPARE(history().count(), 2);
}

void TestDrawingHand::whatReplacesTheDrawingFindsTheStrokeDone()
{
    const QSignalSpy lifted(m_hand.get(), &DrawingHand::lifted);
    m_hand->putDown(Tool::Pen, {0.1, 0.1});
    m_hand->moveTo({0.2, 0.1});
    m_sheet->clear();
    QCOMPARE(lifted.count(), 1);
    m_hand->moveTo({0.3, 0.1});
    QVERIFY(m_sheet->isEmpty());
    history().undo();
    QCOMPARE(m_sheet->drawing(), (Drawing{{{0.1, 0.1}, {0.2, 0.1}}}));
}

void TestDrawingHand::whatTakesTheStrokeBackLiftsIt()
{
    m_sheet->setDrawing({lineStroke});
    const QSignalSpy lifted(m_hand.get(), &DrawingHand::lifted);
    m_hand->putDown(Tool::Pen, {0.1, 0.1});
    m_hand->moveTo({0.2, 0.1});
    history().undo();
    QCOMPARE(lifted.count(), 1);
    QVERIFY(!m_hand->isDrawing());
    QVERIFY(m_sheet->isEmpty());
    m_hand->moveTo({0.3, 0.1});
    QVERIFY(m_sheet->isEmpty());
}

NABLA_EVENTS_TEST(TestDrawingHand)
#include "tst_drawing_hand.moc"
