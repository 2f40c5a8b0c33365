// SPDX-License-Identifier: GPL-3.0-or-later
// A picture on the canvas in place of strokes: how it comes, is seen, is spoken of and goes.
#include "tests/support/test_program.h"
#include "ui/canvas/canvas_actions.h"
#include "ui/canvas/digit_canvas.h"
#include "ui/canvas/pictures/incoming_pictures.h"
#include "ui/canvas/pictures/picture_reader.h"

#include <QAction>
#include <QApplication>
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

private:
    [[nodiscard]] CanvasSheet &sheet() const { return m_canvas->sheet(); }

    std::unique_ptr<DigitCanvas> m_canvas;
};

namespace {

const Drawing lineDrawing{{{0.1, 0.5}, {0.9, 0.5}}};

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

void TestCanvasPictures::aPictureTakesThePlaceOfTheStrokes()
{
    sheet().setDrawing(lineDrawing);
    QSignalSpy changed(&sheet(), &CanvasSheet::drawingChanged);
    sheet().setPicture(readPicture(one()).picture);
    QCOMPARE(changed.count(), 1);
    QVERIFY(sheet().picture());
    QVERIFY(sheet().drawing().empty());
    sheet().undoStack()->undo();
    QVERIFY(!sheet().picture());
    QCOMPARE(sheet().drawing(), lineDrawing);
    sheet().undoStack()->redo();
    QVERIFY(sheet().picture());
    QVERIFY(sheet().drawing().empty());
}

void TestCanvasPictures::aStrokeTakesThePlaceOfThePicture()
{
    sheet().setPicture(readPicture(one()).picture);
    const auto picture = sheet().picture();
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, {101, 101});
    QVERIFY(!sheet().picture());
    QCOMPARE(sheet().drawing(), (Drawing{{{0.5, 0.5}}}));
    m_canvas->actions().undo->trigger();
    QCOMPARE(sheet().picture(), picture);
    QVERIFY(sheet().drawing().empty());
    QTest::mouseClick(m_canvas.get(), Qt::RightButton, {}, {101, 101});
    QCOMPARE(sheet().picture(), picture); // the eraser finds no stroke
}

void TestCanvasPictures::clearTakesThePictureAway()
{
    sheet().setPicture(readPicture(one()).picture);
    QVERIFY(m_canvas->actions().clear->isEnabled());
    m_canvas->actions().clear->trigger();
    QVERIFY(sheet().isEmpty());
    QVERIFY(!m_canvas->actions().clear->isEnabled());
    m_canvas->actions().undo->trigger();
    QVERIFY(sheet().picture());
}

void TestCanvasPictures::aRefusedPictureKeepsTheDrawingAndSaysWhy()
{
    sheet().setDrawing(lineDrawing);
    const QImage before = m_canvas->grab().toImage();
    QImage blank(50, 50, QImage::Format_RGB32);
    blank.fill(Qt::white);
    m_canvas->pictures().load(blank);
    QTRY_VERIFY(m_canvas->pictures().notice().contains(QStringLiteral("no ink")));
    QCOMPARE(sheet().drawing(), lineDrawing);
    QCOMPARE(sheet().undoStack()->count(), 1);
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
    sheet().setPicture(readPicture(one()).picture);
    const QImage seen = m_canvas->grab().toImage();
    QCOMPARE(seen.pixelColor(101, 101), QColor(Qt::darkBlue));
    QCOMPARE(seen.pixelColor(70, 101), QColor(Qt::white));
    QCOMPARE(seen.pixelColor(101, 10), QColor(Qt::white)); // the aspect is kept: no ink there
}

void TestCanvasPictures::ctrlVPastes()
{
    QGuiApplication::clipboard()->setImage(one());
    QTest::keyClick(m_canvas.get(), Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(sheet().picture());
    QCOMPARE(sheet().picture()->prepared.raster(), readPicture(one()).picture->prepared.raster());
    QGuiApplication::clipboard()->setText(QStringLiteral("no picture"));
    QTest::keyClick(m_canvas.get(), Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(m_canvas->pictures().notice().contains(QStringLiteral("clipboard")));
    QVERIFY(sheet().picture());
}

void TestCanvasPictures::aDroppedFileThatIsNoPictureIsAnswered()
{
    sheet().setDrawing(lineDrawing);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(QStringLiteral("/nowhere/digit.png"))});
    QDragEnterEvent enter({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_canvas.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_canvas.get(), &drop);
    QTRY_VERIFY(m_canvas->pictures().notice().contains(QStringLiteral("digit.png")));
    QCOMPARE(sheet().drawing(), lineDrawing);
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
    sheet().setDrawing(lineDrawing);
    const QImage before = m_canvas->grab().toImage();
    QSignalSpy coming(&m_canvas->pictures(), &IncomingPictures::coming);
    m_canvas->pictures().load(one());
    QCOMPARE(coming.count(), 1);
    QVERIFY(m_canvas->pictures().isLoading());
    QVERIFY(m_canvas->pictures().notice().contains(QStringLiteral("Reading")));
    QCOMPARE(m_canvas->accessibleDescription(), m_canvas->pictures().notice());
    QCOMPARE(sheet().drawing(), lineDrawing);
    QVERIFY(m_canvas->grab().toImage() != before);
    QTRY_VERIFY(sheet().picture());
    QVERIFY(!m_canvas->pictures().isLoading());
    QVERIFY(m_canvas->pictures().notice().isEmpty());
    QCOMPARE(sheet().picture()->prepared.raster(), readPicture(one()).picture->prepared.raster());
    m_canvas->actions().undo->trigger();
    QCOMPARE(sheet().drawing(), lineDrawing);
    QCOMPARE(m_canvas->grab().toImage(), before);
}

void TestCanvasPictures::aNewerPictureWins()
{
    m_canvas->pictures().load(one());
    m_canvas->pictures().load(one().mirrored().scaled(90, 60));
    QTRY_VERIFY(sheet().picture());
    QCOMPARE(sheet().picture()->shown.size(), QSize(90, 60));
    QCOMPARE(sheet().undoStack()->count(), 1);
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
    QTRY_VERIFY(sheet().picture());
    QCOMPARE(sheet().picture()->shown.size(), QSize(30, 50));
    QCOMPARE(sheet().undoStack()->count(), 1);
}

void TestCanvasPictures::aStrokeWinsOverAPictureThatIsRead()
{
    m_canvas->pictures().load(one());
    QTest::mouseClick(m_canvas.get(), Qt::LeftButton, {}, {101, 101});
    QVERIFY(!m_canvas->pictures().isLoading());
    QVERIFY(m_canvas->pictures().notice().isEmpty());
    QCOMPARE(sheet().drawing(), (Drawing{{{0.5, 0.5}}}));
}

void TestCanvasPictures::undoWinsOverAPictureThatIsRead()
{
    sheet().setDrawing(lineDrawing);
    m_canvas->pictures().load(one());
    m_canvas->actions().undo->trigger();
    QVERIFY(!m_canvas->pictures().isLoading());
    QVERIFY(sheet().isEmpty());
    m_canvas->actions().redo->trigger();
    QCOMPARE(sheet().drawing(), lineDrawing);
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

NABLA_WINDOW_TEST(TestCanvasPictures)
#include "tst_canvas_pictures.moc"
