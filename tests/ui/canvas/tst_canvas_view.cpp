// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/canvas_view.h"

#include <QTest>

using namespace nabla;
using namespace nabla::ui;

class TestCanvasView final : public QObject
{
    Q_OBJECT

private slots:
    void theWholeSheetIsSeenAtFirst();
    void thePointUnderTheMouseStays();
    void theSheetAlwaysFillsTheFrame();
    void zoomHasLimits();
    void aZoomedSheetIsMoved();
    void allOfItComesBack();
    void anotherSizeKeepsWhatIsSeen();
    void aWideSheetIsMeasuredInItsHeight();
    void aWideSheetZoomsAndMoves();
};

namespace {

CanvasView viewOf(double side)
{
    CanvasView view;
    view.setSize({side + 2.0, side + 52.0});
    return view;
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

void TestCanvasView::theWholeSheetIsSeenAtFirst()
{
    const CanvasView view = viewOf(200.0);
    QCOMPARE(view.frame(), QRectF(1.0, 1.0, 200.0, 200.0));
    QCOMPARE(view.sheet(), view.frame());
    QVERIFY(near(view.toSheet({51.0, 101.0}), {0.25, 0.5}));
    QVERIFY(near(view.toSheet({-9.0, 999.0}), {0.0, 1.0}));
}

void TestCanvasView::thePointUnderTheMouseStays()
{
    CanvasView view = viewOf(200.0);
    const QPointF mouse(71.0, 131.0);
    const StrokePoint before = view.toSheet(mouse);
    for (const double factor : {1.5, 1.2, 0.8}) {
        view.zoomBy(factor, mouse);
        QVERIFY(near(view.toSheet(mouse), before));
    }
    QVERIFY(near(view.zoom(), 1.44));
}

void TestCanvasView::theSheetAlwaysFillsTheFrame()
{
    CanvasView view = viewOf(200.0);
    view.zoomBy(3.0, {1.0, 1.0});
    for (const QPointF corner : {QPointF(201.0, 201.0), QPointF(1.0, 201.0), QPointF(90.0, 7.0)}) {
        view.zoomBy(1.2, corner);
        view.zoomBy(0.6, corner);
        const QRectF sheet = view.sheet().adjusted(-1e-9, -1e-9, 1e-9, 1e-9);
        QVERIFY(sheet.contains(view.frame()));
    }
}

void TestCanvasView::zoomHasLimits()
{
    CanvasView view = viewOf(200.0);
    view.zoomBy(0.1, {50.0, 50.0});
    QCOMPARE(view.zoom(), 1.0);
    view.zoomBy(100.0, {50.0, 50.0});
    QCOMPARE(view.zoom(), CanvasView::largestZoom);
}

void TestCanvasView::aZoomedSheetIsMoved()
{
    CanvasView view = viewOf(200.0);
    view.moveBy({-30.0, -10.0}); // nothing to move
    QCOMPARE(view.sheet(), view.frame());
    view.zoomBy(2.0, {1.0, 1.0});
    view.moveBy({-40.0, -1000.0});
    QVERIFY(near(view.sheet().left(), 1.0 - 40.0));
    QVERIFY(near(view.sheet().top(), 1.0 - 200.0)); // no farther than its rim
}

void TestCanvasView::allOfItComesBack()
{
    CanvasView view = viewOf(200.0);
    view.zoomBy(2.0, {150.0, 20.0});
    view.showAll();
    QCOMPARE(view.zoom(), 1.0);
    QCOMPARE(view.sheet(), view.frame());
}

void TestCanvasView::anotherSizeKeepsWhatIsSeen()
{
    CanvasView view = viewOf(200.0);
    view.zoomBy(2.0, {101.0, 101.0});
    const StrokePoint middle = view.toSheet(view.frame().center());
    view.setSize({402.0, 402.0});
    QVERIFY(near(view.toSheet(view.frame().center()), middle));
    QCOMPARE(view.zoom(), 2.0);
}

void TestCanvasView::aWideSheetIsMeasuredInItsHeight()
{
    CanvasView view = viewOf(300.0);
    view.setAspect(3.0); // width decides
    QCOMPARE(view.frame(), QRectF(1.0, 1.0, 300.0, 100.0));
    QCOMPARE(view.sheet(), view.frame());
    QVERIFY(near(view.toSheet({151.0, 51.0}), {1.5, 0.5}));
    QVERIFY(near(view.toSheet({301.0, 101.0}), {3.0, 1.0}));
    QVERIFY(near(view.toSheet({999.0, -9.0}), {3.0, 0.0}));
    view.setSize({902.0, 42.0}); // height decides
    QCOMPARE(view.frame(), QRectF(1.0, 1.0, 120.0, 40.0));
    view.setSize({0.0, 0.0});
    QCOMPARE(view.frame().size(), QSizeF(3.0, 1.0));
}

void TestCanvasView::aWideSheetZoomsAndMoves()
{
    CanvasView view = viewOf(300.0);
    view.setAspect(3.0);
    const QPointF mouse(76.0, 91.0);
    const StrokePoint before = view.toSheet(mouse);
    view.zoomBy(2.0, mouse);
    QVERIFY(near(view.toSheet(mouse), before));
    QCOMPARE(view.sheet().size(), QSizeF(600.0, 200.0));
    const QRectF sheet = view.sheet();
    view.moveBy({-30.0, 20.0});
    QVERIFY(near(view.sheet().left(), sheet.left() - 30.0));
    QVERIFY(near(view.sheet().top(), sheet.top() + 20.0));
    view.moveBy({-9999.0, 9999.0}); // no farther than its rims
    QVERIFY(near(view.sheet().right(), view.frame().right()));
    QVERIFY(near(view.sheet().top(), view.frame().top()));
}

QTEST_APPLESS_MAIN(TestCanvasView)
#include "tst_canvas_view.moc"
