// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/canvas/canvas_actions.h"
#include "ui/canvas/canvas_view.h"
#include "ui/canvas/digit_canvas.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>
#include <QUndoStack>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <memory>

using namespace nabla;
using namespace nabla::ui;

/// A digit drawn by the arrow keys, Enter and Escape.
class TestKeyboardDrawing final : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void theFirstKeyFetchesThePen();
    void enterPutsItDownAndLiftsIt();
    void shiftMakesSmallSteps();
    void theRimHoldsIt();
    void aHeldEnterDoesNotStutter();
    void escapeFinishesTheStrokeAndPutsItAway();
    void theFocusTakesThePenAway();
    void theMouseWinsOverThePen();
    void theEraserIsMovedByKeysToo();
    void undoInTheMiddleOfAStroke();
    void shortcutsOfTheWindowWaitWhileThePenIsThere();
    void theZoomedSheetFollowsThePen();
    void thePenAndTheHintAreSeen();

private:
    [[nodiscard]] CanvasSheet &sheet() const { return m_canvas->sheet(); }
    void press(Qt::Key key, int times = 1, Qt::KeyboardModifiers modifiers = {});
    [[nodiscard]] int inkBlue() const;

    std::unique_ptr<QWidget> m_window;
    DigitCanvas *m_canvas = nullptr;
    QLineEdit *m_other = nullptr;
};

void TestKeyboardDrawing::init()
{
    m_window = std::make_unique<QWidget>();
    m_canvas = new DigitCanvas;
    m_other = new QLineEdit;
    auto *layout = new QVBoxLayout(m_window.get());
    layout->addWidget(m_canvas, 1);
    layout->addWidget(m_other);
    m_window->resize(220, 260);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_canvas->setFocus(Qt::TabFocusReason);
}

void TestKeyboardDrawing::press(Qt::Key key, int times, Qt::KeyboardModifiers modifiers)
{
    for (int i = 0; i < times; ++i)
        QTest::keyClick(m_canvas, key, modifiers);
}

namespace {

bool isNear(StrokePoint point, double x, double y)
{
    return std::hypot(point.x - x, point.y - y) < 1e-6;
}

} // namespace

void TestKeyboardDrawing::theFirstKeyFetchesThePen()
{
    press(Qt::Key_Escape); // nothing to put away
    press(Qt::Key_Left);
    press(Qt::Key_Enter);
    QCOMPARE(sheet().drawing().size(), std::size_t{1});
    QVERIFY(isNear(sheet().drawing()[0][0], 0.5, 0.5));
}

void TestKeyboardDrawing::enterPutsItDownAndLiftsIt()
{
    QSignalSpy changed(&sheet(), &CanvasSheet::drawingChanged);
    press(Qt::Key_Return); // the pen is fetched
    press(Qt::Key_Up, 2);
    QVERIFY(sheet().isEmpty());
    QCOMPARE(changed.count(), 0);
    press(Qt::Key_Return);
    press(Qt::Key_Down, 3);
    QCOMPARE(changed.count(), 4); // the reading follows every step
    press(Qt::Key_Return);
    press(Qt::Key_Right, 2);
    press(Qt::Key_Return);
    press(Qt::Key_Left);
    press(Qt::Key_Return);
    const Drawing &drawn = sheet().drawing();
    QCOMPARE(drawn.size(), std::size_t{2});
    QCOMPARE(drawn[0].size(), std::size_t{4});
    QVERIFY(isNear(drawn[0].front(), 0.5, 0.4));
    QVERIFY(isNear(drawn[0].back(), 0.5, 0.55));
    QVERIFY(isNear(drawn[1].front(), 0.6, 0.55));
    QVERIFY(isNear(drawn[1].back(), 0.55, 0.55));
    QCOMPARE(sheet().undoStack()->count(), 2);
}

void TestKeyboardDrawing::shiftMakesSmallSteps()
{
    press(Qt::Key_Return, 2);
    press(Qt::Key_Right, 3, Qt::ShiftModifier);
    press(Qt::Key_Return);
    QCOMPARE(sheet().drawing()[0].size(), std::size_t{4});
    QVERIFY(isNear(sheet().drawing()[0].back(), 0.53, 0.5));
}

void TestKeyboardDrawing::theRimHoldsIt()
{
    press(Qt::Key_Return, 2);
    press(Qt::Key_Left, 30);
    press(Qt::Key_Return);
    const Stroke &stroke = sheet().drawing()[0];
    QVERIFY(isNear(stroke.back(), 0.0, 0.5));
    QVERIFY(stroke.size() <= 12); // what does not move adds no points
}

void TestKeyboardDrawing::aHeldEnterDoesNotStutter()
{
    press(Qt::Key_Return);
    QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, {}, QStringLiteral("\r"), true);
    QCoreApplication::sendEvent(m_canvas, &held);
    QVERIFY(sheet().isEmpty());
}

void TestKeyboardDrawing::escapeFinishesTheStrokeAndPutsItAway()
{
    press(Qt::Key_Return, 2);
    press(Qt::Key_Down);
    press(Qt::Key_Escape);
    QCOMPARE(sheet().undoStack()->count(), 1);
    press(Qt::Key_Right); // fetches it anew, in the middle
    press(Qt::Key_Return);
    QVERIFY(isNear(sheet().drawing()[1][0], 0.5, 0.5));
}

void TestKeyboardDrawing::theFocusTakesThePenAway()
{
    press(Qt::Key_Return, 2);
    press(Qt::Key_Down);
    m_other->setFocus();
    QCOMPARE(sheet().undoStack()->count(), 1);
    m_canvas->setFocus();
    press(Qt::Key_Down);
    QCOMPARE(sheet().drawing()[0].size(), std::size_t{2});
}

void TestKeyboardDrawing::theMouseWinsOverThePen()
{
    press(Qt::Key_Return, 2);
    press(Qt::Key_Down);
    const QPoint corner = m_canvas->view().paper().topLeft().toPoint() + QPoint(20, 20);
    QTest::mousePress(m_canvas, Qt::LeftButton, {}, corner);
    press(Qt::Key_Return, 2); // one fetches the pen, none puts it down beside the mouse
    QTest::mouseMove(m_canvas, corner + QPoint(40, 0));
    QTest::mouseRelease(m_canvas, Qt::LeftButton, {}, corner + QPoint(40, 0));
    QCOMPARE(sheet().drawing().size(), std::size_t{2});
    QCOMPARE(sheet().drawing()[0].size(), std::size_t{2});
    QCOMPARE(sheet().drawing()[1].size(), std::size_t{2});
    QCOMPARE(sheet().undoStack()->count(), 2);
}

void TestKeyboardDrawing::theEraserIsMovedByKeysToo()
{
    sheet().setDrawing({{{0.1, 0.5}, {0.9, 0.5}}});
    m_canvas->actions().eraser->trigger();
    press(Qt::Key_Return, 2);
    press(Qt::Key_Up, 2);
    press(Qt::Key_Return);
    QCOMPARE(sheet().drawing().size(), std::size_t{2}); // cut in the middle
}

void TestKeyboardDrawing::undoInTheMiddleOfAStroke()
{
    sheet().setDrawing({{{0.1, 0.1}, {0.9, 0.1}}});
    press(Qt::Key_Return, 2);
    press(Qt::Key_Down, 2);
    QTest::keyClick(m_canvas, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(sheet().drawing().size(), std::size_t{1}); // the stroke under way, not more
    press(Qt::Key_Down, 2);
    QCOMPARE(sheet().drawing().size(), std::size_t{1}); // the pen was lifted
}

void TestKeyboardDrawing::shortcutsOfTheWindowWaitWhileThePenIsThere()
{
    QShortcut shortcut(QKeySequence(Qt::SHIFT | Qt::Key_Right), m_window.get());
    QSignalSpy activated(&shortcut, &QShortcut::activated);
    press(Qt::Key_Right, 1, Qt::ShiftModifier);
    QCOMPARE(activated.count(), 1);
    press(Qt::Key_Return, 2);
    press(Qt::Key_Right, 2, Qt::ShiftModifier);
    QCOMPARE(activated.count(), 1);
    QCOMPARE(sheet().drawing()[0].size(), std::size_t{3});
    press(Qt::Key_Escape);
    press(Qt::Key_Right, 1, Qt::ShiftModifier);
    QCOMPARE(activated.count(), 2);
}

void TestKeyboardDrawing::theZoomedSheetFollowsThePen()
{
    while (m_canvas->view().zoom() < 2.0)
        m_canvas->actions().zoomIn->trigger();
    press(Qt::Key_Return, 2);
    const double before = m_canvas->view().paper().left();
    press(Qt::Key_Right, 12);
    QVERIFY(isNear(sheet().drawing()[0].back(), 1.0, 0.5));
    QVERIFY(m_canvas->view().paper().left() < before);
    const double frame = std::min(m_canvas->width(), m_canvas->height()) - 1.0;
    QVERIFY(m_canvas->view().paper().right() <= frame + 1e-6); // its rim, where the pen is, is seen
}

int TestKeyboardDrawing::inkBlue() const
{
    const QImage image = m_canvas->grab().toImage();
    const QColor wanted = m_canvas->palette().color(QPalette::Highlight);
    int found = 0;
    const QRect middle(image.width() / 2 - 14, image.height() / 2 - 14, 28, 28);
    for (int y = middle.top(); y <= middle.bottom(); ++y) {
        for (int x = middle.left(); x <= middle.right(); ++x)
            found += QColor(image.pixel(x, y)) == wanted ? 1 : 0;
    }
    return found;
}

void TestKeyboardDrawing::thePenAndTheHintAreSeen()
{
    QCOMPARE(inkBlue(), 0);
    const QImage told = m_canvas->grab().toImage();
    press(Qt::Key_Return);
    const int lifted = inkBlue();
    QVERIFY(lifted > 10);
    press(Qt::Key_Return);
    QVERIFY(inkBlue() > lifted); // a ring while it is down
    press(Qt::Key_Escape);
    QCOMPARE(inkBlue(), 0);
    sheet().clear();
    m_other->setFocus();
    QVERIFY(m_canvas->grab().toImage() != told); // the hint of the keys is for who has the focus
}

NABLA_WINDOW_TEST(TestKeyboardDrawing)
#include "tst_keyboard_drawing.moc"
