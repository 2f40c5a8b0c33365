// SPDX-License-Identifier: GPL-3.0-or-later
// The canvas as paper for a number: wide, with cuts across it.
#include "tests/support/test_program.h"
#include "ui/canvas/canvas_actions.h"
#include "ui/canvas/canvas_view.h"
#include "ui/canvas/digit_canvas.h"
#include "ui/canvas/pictures/picture_reader.h"

#include <QAction>
#include <QApplication>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <memory>

using namespace nabla;
using namespace nabla::ui;

class TestWideCanvas final : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void theMouseDrawsInUnitsOfTheHeight();
    void theInkReachesTheFarEnd();
    void theRightButtonErasesThereToo();
    void cutsAreDrawnWhereTheyAre();
    void aPictureLiesInTheMiddle();
    void everyMoveOfThePaperIsTold();
    void thePaperThatFollowsTheKeysIsToldOfToo();
    void emptyPaperSaysWhatItIsFor();

private:
    [[nodiscard]] CanvasSheet &sheet() const { return m_canvas->sheet(); }
    [[nodiscard]] QImage shown() const { return m_canvas->grab().toImage(); }

    std::unique_ptr<DigitCanvas> m_canvas;
};

namespace {

/// Pixels of the column that are not white paper.
int inked(const QImage &image, int column)
{
    int count = 0;
    for (int y = 5; y < image.height() - 5; ++y)
        count += image.pixelColor(column, y) != QColor(Qt::white) ? 1 : 0;
    return count;
}

} // namespace

void TestWideCanvas::init()
{
    m_canvas = std::make_unique<DigitCanvas>();
    m_canvas->view().setAspect(3.0);
    m_canvas->resize(302, 102); // paper: 300 x 100
    m_canvas->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_canvas.get()));
}

void TestWideCanvas::theMouseDrawsInUnitsOfTheHeight()
{
    QTest::mousePress(m_canvas.get(), Qt::LeftButton, {}, {51, 51});
    QTest::mouseMove(m_canvas.get(), {276, 51});
    QTest::mouseRelease(m_canvas.get(), Qt::LeftButton, {}, {500, 51}); // beside the paper
    QCOMPARE(sheet().drawing(), (Drawing{{{0.5, 0.5}, {2.75, 0.5}, {3.0, 0.5}}}));
}

void TestWideCanvas::theInkReachesTheFarEnd()
{
    sheet().setDrawing({{{2.75, 0.2}, {2.75, 0.8}}});
    QVERIFY(inked(shown(), 276) >= 60);
    QCOMPARE(inked(shown(), 150), 0);
}

void TestWideCanvas::theRightButtonErasesThereToo()
{
    sheet().setDrawing({{{0.5, 0.5}, {2.9, 0.5}}});
    QTest::mouseClick(m_canvas.get(), Qt::RightButton, {}, {251, 51});
    QCOMPARE(sheet().drawing().size(), std::size_t{2});
    // The eraser's radius is a share of the height, not of the width.
    QVERIFY(std::fabs(sheet().drawing()[0].back().x - 2.45) < 0.02);
    QVERIFY(std::fabs(sheet().drawing()[1].front().x - 2.55) < 0.02);
}

void TestWideCanvas::cutsAreDrawnWhereTheyAre()
{
    sheet().setDrawing({{{1.5, 0.5}}});
    QCOMPARE(inked(shown(), 101), 0);
    m_canvas->setCuts({1.0, 2.0});
    QVERIFY(inked(shown(), 101) >= 30); // dashes
    QVERIFY(inked(shown(), 201) >= 30);
    QCOMPARE(inked(shown(), 251), 0);
    m_canvas->setCuts({});
    QCOMPARE(inked(shown(), 101), 0);
    QVERIFY(inked(shown(), 151) > 0); // the ink has stayed
}

void TestWideCanvas::aPictureLiesInTheMiddle()
{
    QImage image(80, 40, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter(&image).fillRect(30, 5, 20, 30, Qt::black);
    sheet().setPicture(readPicture(image).picture);
    QCOMPARE(m_canvas->view().placeOf(image.size()), QRectF(51.0, 1.0, 200.0, 100.0));
    QVERIFY(inked(shown(), 151) > 50);
    QCOMPARE(inked(shown(), 60), 0);
}

void TestWideCanvas::everyMoveOfThePaperIsTold()
{
    QSignalSpy moved(&m_canvas->view(), &CanvasView::moved);
    m_canvas->resize(602, 202);
    QCOMPARE(moved.count(), 1);
    QCOMPARE(m_canvas->view().frame(), QRectF(1.0, 1.0, 600.0, 200.0));
    m_canvas->actions().zoomIn->trigger();
    QCOMPARE(moved.count(), 2);
    QCOMPARE(m_canvas->view().frame(), QRectF(1.0, 1.0, 600.0, 200.0));
    QCOMPARE(m_canvas->view().paper().height(), 250.0);
    m_canvas->actions().showAll->trigger();
    QCOMPARE(moved.count(), 3);
    m_canvas->view().setAspect(1.0);
    QCOMPARE(moved.count(), 4);
    QCOMPARE(m_canvas->view().paper(), QRectF(1.0, 1.0, 200.0, 200.0));
}

void TestWideCanvas::thePaperThatFollowsTheKeysIsToldOfToo()
{
    m_canvas->actions().zoomIn->trigger();
    QTest::keyClick(m_canvas.get(), Qt::Key_Right); // fetches the pen to the middle
    QSignalSpy moved(&m_canvas->view(), &CanvasView::moved);
    const double left = m_canvas->view().paper().left();
    // 1.2 heights from the frame's middle to its rim, 0.05 a key.
    for (int i = 0; i < 23; ++i)
        QTest::keyClick(m_canvas.get(), Qt::Key_Right);
    QCOMPARE(moved.count(), 0);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(m_canvas.get(), Qt::Key_Right);
    QVERIFY(moved.count() >= 1);
    QVERIFY(m_canvas->view().paper().left() < left);
}

void TestWideCanvas::emptyPaperSaysWhatItIsFor()
{
    const QImage before = shown();
    m_canvas->setHint(QStringLiteral("Write a number"));
    QVERIFY(shown() != before);
    m_canvas->setHint({});
    QVERIFY(shown() == before);
}

NABLA_WINDOW_TEST(TestWideCanvas)
#include "tst_wide_canvas.moc"
