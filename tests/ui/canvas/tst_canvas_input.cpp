// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse, finger and tablet pen on a canvas; the keys are in tst_keyboard_drawing.cpp.
#include "ui/canvas/canvas_input.h"

#include "tests/support/test_program.h"
#include "ui/canvas/canvas_actions.h"
#include "ui/canvas/canvas_view.h"
#include "ui/canvas/digit_canvas.h"

#include <QAction>
#include <QApplication>
#include <QCoreApplication>
#include <QPointingDevice>
#include <QSignalSpy>
#include <QTabletEvent>
#include <QTest>
#include <QUndoStack>

#include <memory>

using namespace nabla;
using namespace nabla::ui;

class TestCanvasInput final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void theMouseDrawsAStrokeInUnitsOfThePaper();
    void everyPointIsAnnounced();
    void aClickIsADot();
    void pointsBesideThePaperLandOnItsRim();
    void theRightButtonErases();
    void theEraserToolErases();
    void anotherButtonDoesNotDisturbAStroke();
    void undoInTheMiddleOfAStrokeLosesNothingElse();
    void aFingerDraws();
    void aSecondFingerIsIgnored();
    void aTabletPenDrawsAndItsOtherEndErases();
    void aMouseMadeFromTouchIsIgnored();
    void whoeverDrawsTakesTheFocus();

private:
    [[nodiscard]] CanvasSheet &sheet() const { return m_canvas->sheet(); }
    [[nodiscard]] QPoint at(double x, double y) const;
    void drag(const QList<QPoint> &points, Qt::MouseButton button = Qt::LeftButton);
    bool sendTablet(QEvent::Type type, QPoint position, QPointingDevice::PointerType pointer);

    std::unique_ptr<DigitCanvas> m_canvas;
};

void TestCanvasInput::init()
{
    m_canvas = std::make_unique<DigitCanvas>();
    m_canvas->resize(202, 202); // paper: 200
    m_canvas->show();
    m_canvas->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_canvas.get()));
}

void TestCanvasInput::cleanup()
{
    m_canvas.reset();
}

QPoint TestCanvasInput::at(double x, double y) const
{
    const QRectF paper = m_canvas->view().paper();
    return QPointF(paper.left() + x * paper.width(), paper.top() + y * paper.height()).toPoint();
}

void TestCanvasInput::drag(const QList<QPoint> &points, Qt::MouseButton button)
{
    QTest::mousePress(m_canvas.get(), button, {}, points.front());
    for (const QPoint point : points.mid(1))
        QTest::mouseMove(m_canvas.get(), point);
    QTest::mouseRelease(m_canvas.get(), button, {}, points.back());
}

bool TestCanvasInput::sendTablet(QEvent::Type type, QPoint position,
                                 QPointingDevice::PointerType pointer)
{
    static const QPointingDevice pen(QStringLiteral("pen"), 7, QInputDevice::DeviceType::Stylus,
                                     pointer, QInputDevice::Capability::Pressure, 1, 3);
    static const QPointingDevice rubber(
        QStringLiteral("rubber"), 8, QInputDevice::DeviceType::Stylus,
        QPointingDevice::PointerType::Eraser, QInputDevice::Capability::Pressure, 1, 3);
    const bool isUp = type == QEvent::TabletRelease;
    const auto *device = pointer == QPointingDevice::PointerType::Eraser ? &rubber : &pen;
    QTabletEvent event(type, device, position, m_canvas->mapToGlobal(QPointF(position)), 0.5, 0, 0,
                       0, 0, 0, {}, type == QEvent::TabletMove ? Qt::NoButton : Qt::LeftButton,
                       isUp ? Qt::NoButton : Qt::LeftButton);
    QCoreApplication::sendEvent(m_canvas.get(), &event);
    return event.isAccepted();
}

void TestCanvasInput::theMouseDrawsAStrokeInUnitsOfThePaper()
{
    drag({at(0.25, 0.5), at(0.5, 0.5), at(0.5, 0.25)});
    QCOMPARE(sheet().drawing(), (Drawing{{{0.25, 0.5}, {0.5, 0.5}, {0.5, 0.25}}}));
}

void TestCanvasInput::everyPointIsAnnounced()
{
    QSignalSpy changed(&sheet(), &CanvasSheet::drawingChanged);
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, at(0.25, 0.5));
    QCOMPARE(changed.count(), 1);
    QTest::mouseMove(m_canvas.get(), at(0.5, 0.5));
    QCOMPARE(changed.count(), 2);
    QCOMPARE(sheet().drawing().back().size(), std::size_t{2});
    QTest::mouseMove(m_canvas.get(), at(0.6, 0.5));
    QCOMPARE(changed.count(), 3);
    QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, at(0.6, 0.5));
}

void TestCanvasInput::aClickIsADot()
{
    drag({at(0.5, 0.5)});
    QCOMPARE(sheet().drawing(), (Drawing{{{0.5, 0.5}}}));
}

void TestCanvasInput::pointsBesideThePaperLandOnItsRim()
{
    drag({at(0.5, 0.5), at(1.5, 0.5)});
    QCOMPARE(sheet().drawing(), (Drawing{{{0.5, 0.5}, {1.0, 0.5}}}));
}

void TestCanvasInput::theRightButtonErases()
{
    drag({at(0.1, 0.5), at(0.9, 0.5)});
    drag({at(0.5, 0.3), at(0.5, 0.7)}, Qt::RightButton);
    QCOMPARE(sheet().drawing().size(), std::size_t{2});
    sheet().undoStack()->undo();
    QCOMPARE(sheet().drawing(), (Drawing{{{0.1, 0.5}, {0.9, 0.5}}}));
}

void TestCanvasInput::theEraserToolErases()
{
    drag({at(0.1, 0.5), at(0.9, 0.5)});
    m_canvas->actions().eraser->trigger();
    QVERIFY(m_canvas->actions().eraser->isChecked());
    drag({at(0.05, 0.5), at(0.5, 0.5), at(0.95, 0.5)});
    QVERIFY(sheet().drawing().empty());
    QCOMPARE(sheet().undoStack()->count(), 2);
    drag({at(0.2, 0.2), at(0.4, 0.2)}); // nothing there: nothing to undo
    QCOMPARE(sheet().undoStack()->count(), 2);
}

void TestCanvasInput::anotherButtonDoesNotDisturbAStroke()
{
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, at(0.2, 0.2));
    QTest::mousePress(m_canvas.get(), Qt::RightButton, {}, at(0.3, 0.2));
    QTest::mouseRelease(m_canvas.get(), Qt::RightButton, {}, at(0.3, 0.2));
    QTest::mouseMove(m_canvas.get(), at(0.4, 0.2));
    QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, at(0.4, 0.2));
    QCOMPARE(sheet().drawing().size(), std::size_t{1});
    QCOMPARE(sheet().drawing().front().back(), (StrokePoint{0.4, 0.2}));
}

void TestCanvasInput::undoInTheMiddleOfAStrokeLosesNothingElse()
{
    drag({at(0.1, 0.1), at(0.9, 0.1)});
    const Drawing first = sheet().drawing();
    drag({at(0.1, 0.2), at(0.9, 0.2)});
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, at(0.2, 0.5));
    QTest::mouseMove(m_canvas.get(), at(0.4, 0.5));
    sheet().undoStack()->undo(); // as an undo group would do
    QCOMPARE(sheet().drawing(), first);
    QTest::mouseMove(m_canvas.get(), at(0.6, 0.5));
    QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, at(0.6, 0.5));
    QCOMPARE(sheet().drawing(), first);
}

void TestCanvasInput::aFingerDraws()
{
    std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
    QTest::touchEvent(m_canvas.get(), screen.get()).press(1, at(0.25, 0.5));
    QTest::touchEvent(m_canvas.get(), screen.get()).move(1, at(0.5, 0.5));
    QTest::touchEvent(m_canvas.get(), screen.get()).release(1, at(0.75, 0.5));
    QCOMPARE(sheet().drawing().size(), std::size_t{1});
    QCOMPARE(sheet().drawing().front().size(), std::size_t{3});
    QCOMPARE(sheet().undoStack()->count(), 1);
}

void TestCanvasInput::aSecondFingerIsIgnored()
{
    std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
    QTest::touchEvent(m_canvas.get(), screen.get()).press(1, at(0.25, 0.5));
    QTest::touchEvent(m_canvas.get(), screen.get()).stationary(1).press(2, at(0.9, 0.9));
    QTest::touchEvent(m_canvas.get(), screen.get()).move(1, at(0.5, 0.5)).move(2, at(0.8, 0.8));
    QTest::touchEvent(m_canvas.get(), screen.get())
        .release(1, at(0.5, 0.5))
        .release(2, at(0.8, 0.8));
    QCOMPARE(sheet().drawing(), (Drawing{{{0.25, 0.5}, {0.5, 0.5}}}));
}

void TestCanvasInput::aTabletPenDrawsAndItsOtherEndErases()
{
    const auto pen = QPointingDevice::PointerType::Pen;
    QVERIFY(sendTablet(QEvent::TabletPress, at(0.1, 0.5), pen)); // accepted: no mouse is made of it
    QVERIFY(sendTablet(QEvent::TabletMove, at(0.9, 0.5), pen));
    QVERIFY(sendTablet(QEvent::TabletRelease, at(0.9, 0.5), pen));
    QCOMPARE(sheet().drawing(), (Drawing{{{0.1, 0.5, 0.5}, {0.9, 0.5, 0.5}}}));

    const auto rubber = QPointingDevice::PointerType::Eraser;
    sendTablet(QEvent::TabletPress, at(0.5, 0.5), rubber);
    sendTablet(QEvent::TabletRelease, at(0.5, 0.5), rubber);
    QCOMPARE(sheet().drawing().size(), std::size_t{2});
}

void TestCanvasInput::aMouseMadeFromTouchIsIgnored()
{
    const QPointF position = at(0.5, 0.5);
    QMouseEvent press(QEvent::MouseButtonPress, position, position, m_canvas->mapToGlobal(position),
                      Qt::LeftButton, Qt::LeftButton, {}, Qt::MouseEventSynthesizedByQt);
    QCoreApplication::sendEvent(m_canvas.get(), &press);
    QVERIFY(sheet().drawing().empty());
}

void TestCanvasInput::whoeverDrawsTakesTheFocus()
{
    m_canvas->clearFocus();
    sendTablet(QEvent::TabletPress, at(0.5, 0.5), QPointingDevice::PointerType::Pen);
    QVERIFY(m_canvas->hasFocus());
    sendTablet(QEvent::TabletRelease, at(0.5, 0.5), QPointingDevice::PointerType::Pen);
}

NABLA_WINDOW_TEST(TestCanvasInput)
#include "tst_canvas_input.moc"
