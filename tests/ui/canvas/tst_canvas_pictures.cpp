// SPDX-License-Identifier: GPL-3.0-or-later
// What lies on the canvas beside strokes, and how large it is shown.
#include "ui/canvas/canvas_actions.h"
#include "ui/canvas/canvas_view.h"
#include "ui/canvas/digit_canvas.h"
#include "ui/canvas/pictures/incoming_pictures.h"
#include "ui/canvas/pictures/picture_reader.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QDropEvent>
#include <QGuiApplication>
#include <QMimeData>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>
#include <QUndoStack>
#include <QUrl>
#include <QWheelEvent>

#include <memory>

using namespace nabla;
using namespace nabla::ui;

class TestCanvasPictures final : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void aPictureTakesThePlaceOfTheStrokes();
    void aStrokeTakesThePlaceOfThePicture();
    void clearTakesThePictureAway();
    void aRefusedPictureKeepsTheDrawingAndSaysWhy();
    void thePictureIsSeen();
    void ctrlVPastes();
    void aDroppedFileThatIsNoPictureIsAnswered();
    void aFolderThatIsDroppedIsLeftToTheWindow();
    void whileAPictureIsReadTheDrawingStays();
    void aNewerPictureWins();
    void clearWinsOverAPictureThatIsRead();
    void aStrokeWinsOverAPictureThatIsRead();
    void undoWinsOverAPictureThatIsRead();
    void whatIsSaidIsSaidInTheNewLanguage();
    void theKeysZoom();
    void ctrlAndTheWheelZoomUnderTheMouse();
    void theWheelMovesAZoomedSheet();
    void aZoomedStrokeIsInUnitsOfTheSheet();

private:
    void wheel(QPoint position, QPoint angle, Qt::KeyboardModifiers modifiers);

    std::unique_ptr<DigitCanvas> m_canvas;
};

namespace {

const Drawing line{{{0.1, 0.5}, {0.9, 0.5}}};

QImage one()
{
    QImage image(60, 100, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter(&image).fillRect(25, 10, 10, 80, Qt::darkBlue);
    return image;
}

} // namespace

void TestCanvasPictures::init()
{
    m_canvas = std::make_unique<DigitCanvas>();
    m_canvas->resize(202, 202); // the sheet: 200
    m_canvas->show();
    m_canvas->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_canvas.get()));
    m_canvas->setFocus();
}

void TestCanvasPictures::wheel(QPoint position, QPoint angle, Qt::KeyboardModifiers modifiers)
{
    QWheelEvent event(position, m_canvas->mapToGlobal(position), {}, angle, Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_canvas.get(), &event);
}

void TestCanvasPictures::aPictureTakesThePlaceOfTheStrokes()
{
    m_canvas->setDrawing(line);
    QSignalSpy changed(m_canvas.get(), &DigitCanvas::drawingChanged);
    m_canvas->setPicture(readPicture(one()).picture);
    QCOMPARE(changed.count(), 1);
    QVERIFY(m_canvas->picture());
    QVERIFY(m_canvas->drawing().empty());
    m_canvas->undoStack()->undo();
    QVERIFY(!m_canvas->picture());
    QCOMPARE(m_canvas->drawing(), line);
    m_canvas->undoStack()->redo();
    QVERIFY(m_canvas->picture());
    QVERIFY(m_canvas->drawing().empty());
}

void TestCanvasPictures::aStrokeTakesThePlaceOfThePicture()
{
    m_canvas->setPicture(readPicture(one()).picture);
    const auto picture = m_canvas->picture();
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, {101, 101});
    QVERIFY(!m_canvas->picture());
    QCOMPARE(m_canvas->drawing(), (Drawing{{{0.5, 0.5}}}));
    m_canvas->actions().undo->trigger();
    QCOMPARE(m_canvas->picture(), picture);
    QVERIFY(m_canvas->drawing().empty());
    QTest::mouseClick(m_canvas.get(), Qt::RightButton, {}, {101, 101});
    QCOMPARE(m_canvas->picture(), picture); // the eraser finds no stroke
}

void TestCanvasPictures::clearTakesThePictureAway()
{
    m_canvas->setPicture(readPicture(one()).picture);
    QVERIFY(m_canvas->actions().clear->isEnabled());
    m_canvas->actions().clear->trigger();
    QVERIFY(m_canvas->isEmpty());
    QVERIFY(!m_canvas->actions().clear->isEnabled());
    m_canvas->actions().undo->trigger();
    QVERIFY(m_canvas->picture());
}

void TestCanvasPictures::aRefusedPictureKeepsTheDrawingAndSaysWhy()
{
    m_canvas->setDrawing(line);
    const QImage before = m_canvas->grab().toImage();
    QImage blank(50, 50, QImage::Format_RGB32);
    blank.fill(Qt::white);
    m_canvas->pictures().load(blank);
    QTRY_VERIFY(m_canvas->pictures().notice().contains(QStringLiteral("no ink")));
    QCOMPARE(m_canvas->drawing(), line);
    QCOMPARE(m_canvas->undoStack()->count(), 1);
    QCOMPARE(m_canvas->accessibleDescription(), m_canvas->pictures().notice());
    QVERIFY(m_canvas->grab().toImage() != before);
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, {101, 20});
    QVERIFY(m_canvas->pictures().notice().isEmpty());
    QVERIFY(!m_canvas->accessibleDescription().contains(QStringLiteral("no ink")));
    m_canvas->actions().undo->trigger();
    QCOMPARE(m_canvas->grab().toImage(), before);
}

void TestCanvasPictures::thePictureIsSeen()
{
    m_canvas->setPicture(readPicture(one()).picture);
    const QImage seen = m_canvas->grab().toImage();
    QCOMPARE(seen.pixelColor(101, 101), QColor(Qt::darkBlue));
    QCOMPARE(seen.pixelColor(70, 101), QColor(Qt::white));
    QCOMPARE(seen.pixelColor(101, 10), QColor(Qt::white)); // the aspect is kept: no ink there
}

void TestCanvasPictures::ctrlVPastes()
{
    QGuiApplication::clipboard()->setImage(one());
    QTest::keyClick(m_canvas.get(), Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(m_canvas->picture());
    QCOMPARE(m_canvas->picture()->prepared.raster(), readPicture(one()).picture->prepared.raster());
    QGuiApplication::clipboard()->setText(QStringLiteral("no picture"));
    QTest::keyClick(m_canvas.get(), Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(m_canvas->pictures().notice().contains(QStringLiteral("clipboard")));
    QVERIFY(m_canvas->picture());
}

void TestCanvasPictures::aDroppedFileThatIsNoPictureIsAnswered()
{
    m_canvas->setDrawing(line);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(QStringLiteral("/nowhere/digit.png"))});
    QDragEnterEvent enter({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_canvas.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_canvas.get(), &drop);
    QTRY_VERIFY(m_canvas->pictures().notice().contains(QStringLiteral("digit.png")));
    QCOMPARE(m_canvas->drawing(), line);
}

void TestCanvasPictures::aFolderThatIsDroppedIsLeftToTheWindow()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(QDir::tempPath())});
    QDragEnterEvent enter({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, {});
    enter.ignore();
    QCoreApplication::sendEvent(m_canvas.get(), &enter);
    QVERIFY(!enter.isAccepted());
}

void TestCanvasPictures::whileAPictureIsReadTheDrawingStays()
{
    m_canvas->setDrawing(line);
    const QImage before = m_canvas->grab().toImage();
    QSignalSpy coming(&m_canvas->pictures(), &IncomingPictures::coming);
    m_canvas->pictures().load(one());
    QCOMPARE(coming.count(), 1);
    QVERIFY(m_canvas->pictures().isLoading());
    QVERIFY(m_canvas->pictures().notice().contains(QStringLiteral("Reading")));
    QCOMPARE(m_canvas->accessibleDescription(), m_canvas->pictures().notice());
    QCOMPARE(m_canvas->drawing(), line);
    QVERIFY(m_canvas->grab().toImage() != before);
    QTRY_VERIFY(m_canvas->picture());
    QVERIFY(!m_canvas->pictures().isLoading());
    QVERIFY(m_canvas->pictures().notice().isEmpty());
    QCOMPARE(m_canvas->picture()->prepared.raster(), readPicture(one()).picture->prepared.raster());
    m_canvas->actions().undo->trigger();
    QCOMPARE(m_canvas->drawing(), line);
    QCOMPARE(m_canvas->grab().toImage(), before);
}

void TestCanvasPictures::aNewerPictureWins()
{
    m_canvas->pictures().load(one());
    m_canvas->pictures().load(one().mirrored().scaled(90, 60));
    QTRY_VERIFY(m_canvas->picture());
    QCOMPARE(m_canvas->picture()->shown.size(), QSize(90, 60));
    QCOMPARE(m_canvas->undoStack()->count(), 1);
}

void TestCanvasPictures::clearWinsOverAPictureThatIsRead()
{
    m_canvas->pictures().load(one());
    QVERIFY(m_canvas->actions().clear->isEnabled()); // though the sheet is empty
    m_canvas->actions().clear->trigger();
    QVERIFY(!m_canvas->pictures().isLoading());
    QVERIFY(m_canvas->pictures().notice().isEmpty());
    QVERIFY(!m_canvas->actions().clear->isEnabled());
    // When the next one has arrived, the first would have, too.
    m_canvas->pictures().load(one().scaled(30, 50));
    QTRY_VERIFY(m_canvas->picture());
    QCOMPARE(m_canvas->picture()->shown.size(), QSize(30, 50));
    QCOMPARE(m_canvas->undoStack()->count(), 1);
}

void TestCanvasPictures::aStrokeWinsOverAPictureThatIsRead()
{
    m_canvas->pictures().load(one());
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, {101, 101});
    QVERIFY(!m_canvas->pictures().isLoading());
    QVERIFY(m_canvas->pictures().notice().isEmpty());
    QCOMPARE(m_canvas->drawing(), (Drawing{{{0.5, 0.5}}}));
}

void TestCanvasPictures::undoWinsOverAPictureThatIsRead()
{
    m_canvas->setDrawing(line);
    m_canvas->pictures().load(one());
    m_canvas->actions().undo->trigger();
    QVERIFY(!m_canvas->pictures().isLoading());
    QVERIFY(m_canvas->isEmpty());
    m_canvas->actions().redo->trigger();
    QCOMPARE(m_canvas->drawing(), line);
}

void TestCanvasPictures::whatIsSaidIsSaidInTheNewLanguage()
{
    class German final : public QTranslator
    {
    public:
        [[nodiscard]] QString translate(const char *context, const char *text, const char *,
                                        int) const override
        {
            return QLatin1String(context) == QLatin1String("PictureReader")
                       ? QStringLiteral("de ") + QString::fromUtf8(text)
                       : QString();
        }
        [[nodiscard]] bool isEmpty() const override { return false; }
    };
    m_canvas->pictures().load(QStringLiteral("/nowhere/digit.png"));
    QTRY_VERIFY(m_canvas->pictures().notice().startsWith(QStringLiteral("digit.png")));
    German german;
    QCoreApplication::installTranslator(&german);
    QTRY_VERIFY(m_canvas->accessibleDescription().startsWith(QStringLiteral("de digit.png")));
    QCOMPARE(m_canvas->pictures().notice(), m_canvas->accessibleDescription());
    QCoreApplication::removeTranslator(&german);
}

void TestCanvasPictures::theKeysZoom()
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

void TestCanvasPictures::ctrlAndTheWheelZoomUnderTheMouse()
{
    wheel({51, 151}, {0, 240}, Qt::ControlModifier);
    QCOMPARE(m_canvas->view().zoom(), CanvasView::zoomStep * CanvasView::zoomStep);
    // The point a quarter from the left, a quarter from below is where it was.
    const QRectF sheet = m_canvas->view().paper();
    QVERIFY(qAbs(sheet.left() + 0.25 * sheet.width() - 51.0) < 1e-6);
    QVERIFY(qAbs(sheet.top() + 0.75 * sheet.height() - 151.0) < 1e-6);
    wheel({51, 151}, {0, -2400}, Qt::ControlModifier);
    QCOMPARE(m_canvas->view().zoom(), 1.0);
}

void TestCanvasPictures::theWheelMovesAZoomedSheet()
{
    wheel({101, 101}, {0, 120}, {});
    QCOMPARE(m_canvas->view().paper(), QRectF(1, 1, 200, 200));
    m_canvas->actions().zoomIn->trigger();
    const double top = m_canvas->view().paper().top();
    wheel({101, 101}, {0, -30}, {});
    QVERIFY(m_canvas->view().paper().top() < top);
}

void TestCanvasPictures::aZoomedStrokeIsInUnitsOfTheSheet()
{
    m_canvas->setDrawing(line);
    wheel({1, 1}, {0, 120 * 20}, Qt::ControlModifier); // four times, the upper left corner
    QCOMPARE(m_canvas->view().zoom(), 4.0);
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, {101, 101});
    const StrokePoint point = m_canvas->drawing().back().front();
    QVERIFY(qAbs(point.x - 0.125) < 1e-9 && qAbs(point.y - 0.125) < 1e-9);
    QVERIFY(m_canvas->grab().toImage().pixelColor(101, 101).lightness() < 60);
    QCOMPARE(m_canvas->drawing().front(), line.front());
}

QTEST_MAIN(TestCanvasPictures)
#include "tst_canvas_pictures.moc"
