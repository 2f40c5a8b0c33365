// SPDX-License-Identifier: GPL-3.0-or-later
// How a canvas shows what lies on its sheet, and what its keys and actions do.
#include "ui/canvas/digit_canvas.h"

#include "tests/support/test_program.h"
#include "ui/canvas/canvas_actions.h"
#include "ui/canvas/canvas_view.h"

#include <QAction>
#include <QApplication>
#include <QCoreApplication>
#include <QSignalSpy>
#include <QTest>
#include <QUndoStack>
#include <QWheelEvent>

#include <memory>

using namespace nabla;
using namespace nabla::ui;

class TestDigitCanvas final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void theShortcutsUndoRedoAndClear();
    void deleteClears();
    void hidingTheCanvasEndsTheStroke();
    void resizingKeepsTheDrawing();
    void theDrawingOnScreenFollowsTheStrokes();
    void whoHearsOfAChangeFindsItsActionsReady();
    void theKeysZoom();
    void ctrlAndTheWheelZoomUnderTheMouse();
    void theWheelMovesAZoomedPaper();
    void aZoomedStrokeIsInUnitsOfThePaper();

private:
    [[nodiscard]] CanvasSheet &sheet() const { return m_canvas->sheet(); }
    [[nodiscard]] QPoint at(double x, double y) const;
    void wheel(QPoint position, QPoint angle, Qt::KeyboardModifiers modifiers);

    std::unique_ptr<DigitCanvas> m_canvas;
};

namespace {

const Drawing line{{{0.1, 0.5}, {0.9, 0.5}}};

} // namespace

void TestDigitCanvas::init()
{
    m_canvas = std::make_unique<DigitCanvas>();
    m_canvas->resize(202, 202); // paper: 200
    m_canvas->show();
    m_canvas->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_canvas.get()));
    m_canvas->setFocus();
}

void TestDigitCanvas::cleanup()
{
    m_canvas.reset();
}

QPoint TestDigitCanvas::at(double x, double y) const
{
    const QRectF paper = m_canvas->view().paper();
    return QPointF(paper.left() + x * paper.width(), paper.top() + y * paper.height()).toPoint();
}

void TestDigitCanvas::wheel(QPoint position, QPoint angle, Qt::KeyboardModifiers modifiers)
{
    QWheelEvent event(position, m_canvas->mapToGlobal(position), {}, angle, Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_canvas.get(), &event);
}

void TestDigitCanvas::theShortcutsUndoRedoAndClear()
{
    sheet().setDrawing(line);
    QTest::keyClick(m_canvas.get(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(sheet().drawing().empty());
    QTest::keyClick(m_canvas.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(sheet().drawing(), line);
    QTest::keyClick(m_canvas.get(), Qt::Key_L, Qt::ControlModifier);
    QVERIFY(sheet().drawing().empty());
    QVERIFY(!m_canvas->actions().clear->isEnabled());
    QTest::keyClick(m_canvas.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(sheet().drawing(), line);
}

void TestDigitCanvas::deleteClears()
{
    sheet().setDrawing(line);
    QTest::keyClick(m_canvas.get(), Qt::Key_Delete);
    QVERIFY(sheet().drawing().empty());
}

void TestDigitCanvas::hidingTheCanvasEndsTheStroke()
{
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, at(0.2, 0.2));
    QTest::mouseMove(m_canvas.get(), at(0.4, 0.2));
    m_canvas->hide();
    QCOMPARE(sheet().undoStack()->count(), 1);
    QCOMPARE(sheet().drawing().size(), std::size_t{1});
}

void TestDigitCanvas::resizingKeepsTheDrawing()
{
    sheet().setDrawing(line);
    m_canvas->resize(402, 302);
    QCOMPARE(m_canvas->view().paper().size(), QSizeF(300, 300));
    QCOMPARE(sheet().drawing(), line);
    QVERIFY(qGray(m_canvas->grab().toImage().pixel(at(0.5, 0.5))) < 100);
}

void TestDigitCanvas::theDrawingOnScreenFollowsTheStrokes()
{
    const auto isInk = [this](double x, double y) {
        return qGray(m_canvas->grab().toImage().pixel(at(x, y))) < 100;
    };
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, at(0.2, 0.8));
    QVERIFY(isInk(0.2, 0.8));
    QTest::mouseMove(m_canvas.get(), at(0.4, 0.8));
    QVERIFY(isInk(0.3, 0.8));
    QTest::mouseMove(m_canvas.get(), at(0.6, 0.8));
    QVERIFY(isInk(0.5, 0.8));
    QVERIFY(isInk(0.3, 0.8));
    QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, at(0.6, 0.8));
    QVERIFY(isInk(0.5, 0.8));
    m_canvas->actions().undo->trigger();
    QVERIFY(!isInk(0.5, 0.8));
}

void TestDigitCanvas::whoHearsOfAChangeFindsItsActionsReady()
{
    QList<bool> canClear;
    const QObject listener;
    connect(&sheet(), &CanvasSheet::drawingChanged, &listener,
            [&] { canClear.append(m_canvas->actions().clear->isEnabled()); });
    sheet().setDrawing(line);
    m_canvas->actions().undo->trigger();
    QCOMPARE(canClear, (QList<bool>{true, false}));
    QVERIFY(!m_canvas->actions().undo->isEnabled());
    QVERIFY(m_canvas->actions().redo->isEnabled());
}

void TestDigitCanvas::theKeysZoom()
{
    QTest::keyClick(m_canvas.get(), Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(m_canvas->view().zoom(), CanvasView::zoomStep);
    QTest::keyClick(m_canvas.get(), Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(m_canvas->view().zoom(), 1.0);
    QVERIFY(!m_canvas->actions().zoomOut->isEnabled());
    m_canvas->actions().zoomIn->trigger();
    m_canvas->actions().zoomIn->trigger();
    QTest::keyClick(m_canvas.get(), Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(m_canvas->view().zoom(), 1.0);
}

void TestDigitCanvas::ctrlAndTheWheelZoomUnderTheMouse()
{
    wheel({51, 151}, {0, 240}, Qt::ControlModifier);
    QCOMPARE(m_canvas->view().zoom(), CanvasView::zoomStep * CanvasView::zoomStep);
    // The point a quarter from the left, a quarter from below is where it was.
    const QRectF paper = m_canvas->view().paper();
    QVERIFY(qAbs(paper.left() + 0.25 * paper.width() - 51.0) < 1e-6);
    QVERIFY(qAbs(paper.top() + 0.75 * paper.height() - 151.0) < 1e-6);
    wheel({51, 151}, {0, -2400}, Qt::ControlModifier);
    QCOMPARE(m_canvas->view().zoom(), 1.0);
}

void TestDigitCanvas::theWheelMovesAZoomedPaper()
{
    wheel({101, 101}, {0, 120}, {});
    QCOMPARE(m_canvas->view().paper(), QRectF(1, 1, 200, 200));
    m_canvas->actions().zoomIn->trigger();
    const double top = m_canvas->view().paper().top();
    wheel({101, 101}, {0, -30}, {});
    QVERIFY(m_canvas->view().paper().top() < top);
}

void TestDigitCanvas::aZoomedStrokeIsInUnitsOfThePaper()
{
    sheet().setDrawing(line);
    wheel({1, 1}, {0, 120 * 20}, Qt::ControlModifier); // four times, the upper left corner
    QCOMPARE(m_canvas->view().zoom(), 4.0);
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, {101, 101});
    const StrokePoint point = sheet().drawing().back().front();
    QVERIFY(qAbs(point.x - 0.125) < 1e-9 && qAbs(point.y - 0.125) < 1e-9);
    QVERIFY(m_canvas->grab().toImage().pixelColor(101, 101).lightness() < 60);
    QCOMPARE(sheet().drawing().front(), line.front());
}

NABLA_WINDOW_TEST(TestDigitCanvas)
#include "tst_digit_canvas.moc"
