// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/canvas/canvas_view.h"

#include <QSignalSpy>
#include <QTest>

using namespace nabla;
using namespace nabla::ui;

class TestCanvasView final : public QObject
{
    Q_OBJECT

private slots:
    void theWholePaperIsSeenAtFirst();
    void thePointUnderTheMouseStays();
    void thePaperAlwaysFillsTheFrame();
    void zoomHasLimits();
    void aZoomedPaperIsMoved();
    void allOfItComesBack();
    void anotherSizeKeepsWhatIsSeen();
    void aWidePaperIsMeasuredInItsHeight();
    void aWidePaperZoomsAndMoves();
    void fromThePaperIsTheWayBack();
    void aPictureLiesInTheMiddle();
    void everyMoveIsToldOnce();
};

namespace {

QSizeF roomFor(double side)
{
    return {side + 2.0, side + 52.0};
}

bool near(double a, double b)
{
    return qAbs(a - b) < 1e-9;
}

bool near(StrokePoint a, StrokePoint b)
{
    return near(a.x, b.x) && near(a.y, b.y);
}

} // namespace

void TestCanvasView::theWholePaperIsSeenAtFirst()
{
    CanvasView view;
    view.setSize(roomFor(200.0));
    QCOMPARE(view.frame(), QRectF(1.0, 1.0, 200.0, 200.0));
    QCOMPARE(view.paper(), view.frame());
    QVERIFY(near(view.toPaper({51.0, 101.0}), {0.25, 0.5}));
    QVERIFY(near(view.toPaper({-9.0, 999.0}), {0.0, 1.0}));
}

void TestCanvasView::thePointUnderTheMouseStays()
{
    CanvasView view;
    view.setSize(roomFor(200.0));
    const QPointF mouse(71.0, 131.0);
    const StrokePoint before = view.toPaper(mouse);
    for (const double factor : {1.5, 1.2, 0.8}) {
        view.zoomBy(factor, mouse);
        QVERIFY(near(view.toPaper(mouse), before));
    }
    QVERIFY(near(view.zoom(), 1.44));
}

void TestCanvasView::thePaperAlwaysFillsTheFrame()
{
    CanvasView view;
    view.setSize(roomFor(200.0));
    view.zoomBy(3.0, {1.0, 1.0});
    for (const QPointF corner : {QPointF(201.0, 201.0), QPointF(1.0, 201.0), QPointF(90.0, 7.0)}) {
        view.zoomBy(1.2, corner);
        view.zoomBy(0.6, corner);
        const QRectF paper = view.paper().adjusted(-1e-9, -1e-9, 1e-9, 1e-9);
        QVERIFY(paper.contains(view.frame()));
    }
}

void TestCanvasView::zoomHasLimits()
{
    CanvasView view;
    view.setSize(roomFor(200.0));
    view.zoomBy(0.1, {50.0, 50.0});
    QCOMPARE(view.zoom(), 1.0);
    view.zoomBy(100.0, {50.0, 50.0});
    QCOMPARE(view.zoom(), CanvasView::largestZoom);
}

void TestCanvasView::aZoomedPaperIsMoved()
{
    CanvasView view;
    view.setSize(roomFor(200.0));
    view.moveBy({-30.0, -10.0}); // nothing to move
    QCOMPARE(view.paper(), view.frame());
    view.zoomBy(2.0, {1.0, 1.0});
    view.moveBy({-40.0, -1000.0});
    QVERIFY(near(view.paper().left(), 1.0 - 40.0));
    QVERIFY(near(view.paper().top(), 1.0 - 200.0)); // no farther than its rim
}

void TestCanvasView::allOfItComesBack()
{
    CanvasView view;
    view.setSize(roomFor(200.0));
    view.zoomBy(2.0, {150.0, 20.0});
    view.showAll();
    QCOMPARE(view.zoom(), 1.0);
    QCOMPARE(view.paper(), view.frame());
}

void TestCanvasView::anotherSizeKeepsWhatIsSeen()
{
    CanvasView view;
    view.setSize(roomFor(200.0));
    view.zoomBy(2.0, {101.0, 101.0});
    const StrokePoint middle = view.toPaper(view.frame().center());
    view.setSize({402.0, 402.0});
    QVERIFY(near(view.toPaper(view.frame().center()), middle));
    QCOMPARE(view.zoom(), 2.0);
}

void TestCanvasView::aWidePaperIsMeasuredInItsHeight()
{
    CanvasView view;
    view.setSize(roomFor(300.0));
    view.setAspect(3.0); // width decides
    QCOMPARE(view.frame(), QRectF(1.0, 1.0, 300.0, 100.0));
    QCOMPARE(view.paper(), view.frame());
    QVERIFY(near(view.toPaper({151.0, 51.0}), {1.5, 0.5}));
    QVERIFY(near(view.toPaper({301.0, 101.0}), {3.0, 1.0}));
    QVERIFY(near(view.toPaper({999.0, -9.0}), {3.0, 0.0}));
    view.setSize({902.0, 42.0}); // height decides
    QCOMPARE(view.frame(), QRectF(1.0, 1.0, 120.0, 40.0));
    view.setSize({0.0, 0.0});
    QCOMPARE(view.frame().size(), QSizeF(3.0, 1.0));
}

void TestCanvasView::aWidePaperZoomsAndMoves()
{
    CanvasView view;
    view.setSize(roomFor(300.0));
    view.setAspect(3.0);
    const QPointF mouse(76.0, 91.0);
    const StrokePoint before = view.toPaper(mouse);
    view.zoomBy(2.0, mouse);
    QVERIFY(near(view.toPaper(mouse), before));
    QCOMPARE(view.paper().size(), QSizeF(600.0, 200.0));
    const QRectF paper = view.paper();
    view.moveBy({-30.0, 20.0});
    QVERIFY(near(view.paper().left(), paper.left() - 30.0));
    QVERIFY(near(view.paper().top(), paper.top() + 20.0));
    view.moveBy({-9999.0, 9999.0}); // no farther than its rims
    QVERIFY(near(view.paper().right(), view.frame().right()));
    QVERIFY(near(view.paper().top(), view.frame().top()));
}

void TestCanvasView::fromThePaperIsTheWayBack()
{
    CanvasView view;
    view.setSize(roomFor(300.0));
    view.setAspect(3.0);
    QCOMPARE(view.fromPaper({1.5, 0.5}), QPointF(151.0, 51.0));
    view.zoomBy(2.0, {76.0, 91.0});
    const StrokePoint point{0.9, 0.7};
    QVERIFY(near(view.toPaper(view.fromPaper(point)), point));
}

void TestCanvasView::aPictureLiesInTheMiddle()
{
    CanvasView view;
    view.setSize(roomFor(200.0));
    QCOMPARE(view.placeOf({10.0, 20.0}), QRectF(51.0, 1.0, 100.0, 200.0));
    QCOMPARE(view.placeOf({2000.0, 500.0}), QRectF(1.0, 76.0, 200.0, 50.0));
    view.zoomBy(2.0, {1.0, 1.0});
    QCOMPARE(view.placeOf({10.0, 20.0}), QRectF(101.0, 1.0, 200.0, 400.0));
}

void TestCanvasView::everyMoveIsToldOnce()
{
    CanvasView view;
    const QSignalSpy moved(&view, &CanvasView::moved);
    view.setSize(roomFor(300.0));
    QCOMPARE(moved.count(), 1);
    view.setAspect(3.0);
    QCOMPARE(moved.count(), 2);
    view.zoomAtMiddle(2.0);
    QCOMPARE(moved.count(), 3);
    QCOMPARE(view.paper().center(), view.frame().center());
    view.moveBy({-10.0, 0.0});
    QCOMPARE(moved.count(), 4);
    view.showAll();
    QCOMPARE(moved.count(), 5);
}

NABLA_TEST(TestCanvasView)
#include "tst_canvas_view.moc"
