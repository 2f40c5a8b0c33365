// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/canvas_actions.h"
#include "ui/canvas/canvas_view.h"
#include "ui/canvas/digit_canvas.h"

#include <QAction>
#include <QCoreApplication>
#include <QPointingDevice>
#include <QSignalSpy>
#include <QTabletEvent>
#include <QTest>
#include <QUndoStack>

#include <memory>

using namespace nabla;
using namespace nabla::ui;

class TestDigitCanvas final : public QObject
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
    void undoAndRedoGoAllTheWay();
    void theShortcutsUndoRedoAndClear();
    void deleteClears();
    void undoInTheMiddleOfAStrokeLosesNothingElse();
    void aFingerDraws();
    void aSecondFingerIsIgnored();
    void aTabletPenDrawsAndItsOtherEndErases();
    void aMouseMadeFromTouchIsIgnored();
    void hidingTheCanvasEndsTheStroke();
    void resizingKeepsTheDrawing();
    void theDrawingOnScreenFollowsTheStrokes();

private:
    [[nodiscard]] QPoint at(double x, double y) const;
    void drag(const QList<QPoint> &points, Qt::MouseButton button = Qt::LeftButton);
    bool sendTablet(QEvent::Type type, QPoint position, QPointingDevice::PointerType pointer);

    std::unique_ptr<DigitCanvas> m_canvas;
};

void TestDigitCanvas::init()
{
    m_canvas = std::make_unique<DigitCanvas>();
    m_canvas->resize(202, 202); // paper: 200
    m_canvas->show();
    m_canvas->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_canvas.get()));
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

void TestDigitCanvas::drag(const QList<QPoint> &points, Qt::MouseButton button)
{
    QTest::mousePress(m_canvas.get(), button, {}, points.front());
    for (const QPoint point : points.mid(1))
        QTest::mouseMove(m_canvas.get(), point);
    QTest::mouseRelease(m_canvas.get(), button, {}, points.back());
}

bool TestDigitCanvas::sendTablet(QEvent::Type type, QPoint position,
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

void TestDigitCanvas::theMouseDrawsAStrokeInUnitsOfThePaper()
{
    drag({at(0.25, 0.5), at(0.5, 0.5), at(0.5, 0.25)});
    QCOMPARE(m_canvas->drawing(), (Drawing{{{0.25, 0.5}, {0.5, 0.5}, {0.5, 0.25}}}));
}

void TestDigitCanvas::everyPointIsAnnounced()
{
    QSignalSpy changed(m_canvas.get(), &DigitCanvas::drawingChanged);
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, at(0.25, 0.5));
    QCOMPARE(changed.count(), 1);
    QTest::mouseMove(m_canvas.get(), at(0.5, 0.5));
    QCOMPARE(changed.count(), 2);
    QCOMPARE(m_canvas->drawing().back().size(), std::size_t{2});
    QTest::mouseMove(m_canvas.get(), at(0.6, 0.5));
    QCOMPARE(changed.count(), 3);
    QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, at(0.6, 0.5));
}

void TestDigitCanvas::aClickIsADot()
{
    drag({at(0.5, 0.5)});
    QCOMPARE(m_canvas->drawing(), (Drawing{{{0.5, 0.5}}}));
}

void TestDigitCanvas::pointsBesideThePaperLandOnItsRim()
{
    drag({at(0.5, 0.5), at(1.5, 0.5)});
    QCOMPARE(m_canvas->drawing(), (Drawing{{{0.5, 0.5}, {1.0, 0.5}}}));
}

void TestDigitCanvas::theRightButtonErases()
{
    drag({at(0.1, 0.5), at(0.9, 0.5)});
    drag({at(0.5, 0.3), at(0.5, 0.7)}, Qt::RightButton);
    QCOMPARE(m_canvas->drawing().size(), std::size_t{2});
    m_canvas->undoStack()->undo();
    QCOMPARE(m_canvas->drawing(), (Drawing{{{0.1, 0.5}, {0.9, 0.5}}}));
}

void TestDigitCanvas::theEraserToolErases()
{
    drag({at(0.1, 0.5), at(0.9, 0.5)});
    m_canvas->actions().eraser->trigger();
    QVERIFY(m_canvas->isErasing());
    drag({at(0.05, 0.5), at(0.5, 0.5), at(0.95, 0.5)});
    QVERIFY(m_canvas->drawing().empty());
    QCOMPARE(m_canvas->undoStack()->count(), 2);
    drag({at(0.2, 0.2), at(0.4, 0.2)}); // nothing there: nothing to undo
    QCOMPARE(m_canvas->undoStack()->count(), 2);
}

void TestDigitCanvas::anotherButtonDoesNotDisturbAStroke()
{
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, at(0.2, 0.2));
    QTest::mousePress(m_canvas.get(), Qt::RightButton, {}, at(0.3, 0.2));
    QTest::mouseRelease(m_canvas.get(), Qt::RightButton, {}, at(0.3, 0.2));
    QTest::mouseMove(m_canvas.get(), at(0.4, 0.2));
    QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, at(0.4, 0.2));
    QCOMPARE(m_canvas->drawing().size(), std::size_t{1});
    QCOMPARE(m_canvas->drawing().front().back(), (StrokePoint{0.4, 0.2}));
}

void TestDigitCanvas::undoAndRedoGoAllTheWay()
{
    std::vector<Drawing> seen{m_canvas->drawing()};
    for (int i = 1; i <= 30; ++i) {
        drag({at(0.03 * i, 0.1), at(0.03 * i, 0.9)});
        seen.push_back(m_canvas->drawing());
    }
    m_canvas->clear();
    seen.push_back({});
    for (std::size_t i = seen.size() - 1; i > 0; --i) {
        QCOMPARE(m_canvas->drawing(), seen[i]);
        QVERIFY(m_canvas->actions().undo->isEnabled());
        m_canvas->actions().undo->trigger();
    }
    QVERIFY(m_canvas->drawing().empty());
    QVERIFY(!m_canvas->actions().undo->isEnabled());
    for (std::size_t i = 1; i < seen.size(); ++i) {
        m_canvas->actions().redo->trigger();
        QCOMPARE(m_canvas->drawing(), seen[i]);
    }
    QVERIFY(!m_canvas->actions().redo->isEnabled());
}

void TestDigitCanvas::theShortcutsUndoRedoAndClear()
{
    drag({at(0.1, 0.5), at(0.9, 0.5)});
    const Drawing drawn = m_canvas->drawing();
    QTest::keyClick(m_canvas.get(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_canvas->drawing().empty());
    QTest::keyClick(m_canvas.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_canvas->drawing(), drawn);
    QTest::keyClick(m_canvas.get(), Qt::Key_L, Qt::ControlModifier);
    QVERIFY(m_canvas->drawing().empty());
    QVERIFY(!m_canvas->actions().clear->isEnabled());
    QTest::keyClick(m_canvas.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_canvas->drawing(), drawn);
}

void TestDigitCanvas::deleteClears()
{
    drag({at(0.1, 0.5), at(0.9, 0.5)});
    QTest::keyClick(m_canvas.get(), Qt::Key_Delete);
    QVERIFY(m_canvas->drawing().empty());
}

void TestDigitCanvas::undoInTheMiddleOfAStrokeLosesNothingElse()
{
    drag({at(0.1, 0.1), at(0.9, 0.1)});
    const Drawing first = m_canvas->drawing();
    drag({at(0.1, 0.2), at(0.9, 0.2)});
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, at(0.2, 0.5));
    QTest::mouseMove(m_canvas.get(), at(0.4, 0.5));
    m_canvas->undoStack()->undo(); // as an undo group would do
    QCOMPARE(m_canvas->drawing(), first);
    QTest::mouseMove(m_canvas.get(), at(0.6, 0.5));
    QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, at(0.6, 0.5));
    QCOMPARE(m_canvas->drawing(), first);
}

void TestDigitCanvas::aFingerDraws()
{
    std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
    QTest::touchEvent(m_canvas.get(), screen.get()).press(1, at(0.25, 0.5));
    QTest::touchEvent(m_canvas.get(), screen.get()).move(1, at(0.5, 0.5));
    QTest::touchEvent(m_canvas.get(), screen.get()).release(1, at(0.75, 0.5));
    QCOMPARE(m_canvas->drawing().size(), std::size_t{1});
    QCOMPARE(m_canvas->drawing().front().size(), std::size_t{3});
    QCOMPARE(m_canvas->undoStack()->count(), 1);
}

void TestDigitCanvas::aSecondFingerIsIgnored()
{
    std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
    QTest::touchEvent(m_canvas.get(), screen.get()).press(1, at(0.25, 0.5));
    QTest::touchEvent(m_canvas.get(), screen.get()).stationary(1).press(2, at(0.9, 0.9));
    QTest::touchEvent(m_canvas.get(), screen.get()).move(1, at(0.5, 0.5)).move(2, at(0.8, 0.8));
    QTest::touchEvent(m_canvas.get(), screen.get())
        .release(1, at(0.5, 0.5))
        .release(2, at(0.8, 0.8));
    QCOMPARE(m_canvas->drawing(), (Drawing{{{0.25, 0.5}, {0.5, 0.5}}}));
}

void TestDigitCanvas::aTabletPenDrawsAndItsOtherEndErases()
{
    const auto pen = QPointingDevice::PointerType::Pen;
    QVERIFY(sendTablet(QEvent::TabletPress, at(0.1, 0.5), pen)); // accepted: no mouse is made of it
    QVERIFY(sendTablet(QEvent::TabletMove, at(0.9, 0.5), pen));
    QVERIFY(sendTablet(QEvent::TabletRelease, at(0.9, 0.5), pen));
    QCOMPARE(m_canvas->drawing(), (Drawing{{{0.1, 0.5, 0.5}, {0.9, 0.5, 0.5}}}));

    const auto rubber = QPointingDevice::PointerType::Eraser;
    sendTablet(QEvent::TabletPress, at(0.5, 0.5), rubber);
    sendTablet(QEvent::TabletRelease, at(0.5, 0.5), rubber);
    QCOMPARE(m_canvas->drawing().size(), std::size_t{2});
}

void TestDigitCanvas::aMouseMadeFromTouchIsIgnored()
{
    const QPointF position = at(0.5, 0.5);
    QMouseEvent press(QEvent::MouseButtonPress, position, position, m_canvas->mapToGlobal(position),
                      Qt::LeftButton, Qt::LeftButton, {}, Qt::MouseEventSynthesizedByQt);
    QCoreApplication::sendEvent(m_canvas.get(), &press);
    QVERIFY(m_canvas->drawing().empty());
}

void TestDigitCanvas::hidingTheCanvasEndsTheStroke()
{
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, at(0.2, 0.2));
    QTest::mouseMove(m_canvas.get(), at(0.4, 0.2));
    m_canvas->hide();
    QCOMPARE(m_canvas->undoStack()->count(), 1);
    QCOMPARE(m_canvas->drawing().size(), std::size_t{1});
}

void TestDigitCanvas::resizingKeepsTheDrawing()
{
    drag({at(0.25, 0.5), at(0.75, 0.5)});
    const Drawing drawn = m_canvas->drawing();
    m_canvas->resize(402, 302);
    QCOMPARE(m_canvas->view().paper().size(), QSizeF(300, 300));
    QCOMPARE(m_canvas->drawing(), drawn);
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

QTEST_MAIN(TestDigitCanvas)
#include "tst_digit_canvas.moc"
