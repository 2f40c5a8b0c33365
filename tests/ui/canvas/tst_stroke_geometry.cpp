// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/stroke_geometry.h"

#include <QTest>

using namespace nabla;
using namespace nabla::ui;

class TestStrokeGeometry final : public QObject
{
    Q_OBJECT

private slots:
    void aStrokeBeginsAndEndsAtItsPoints();
    void piecesJoinToTheWholePath();
    void aDotHasAPathThatCanBePainted();
    void nothingIsLeftOfAStrokeUnderTheEraser();
    void theEraserCutsAStrokeWhereItPasses();
    void aSegmentLongerThanTheEraserIsCutToo();
    void untouchedStrokesStayAsTheyAre();
    void aMoveErasesAllAlongItsWay();
    void aDotIsErasedOrNot();
};

namespace {

const Stroke line{{0.1, 0.5}, {0.2, 0.5}, {0.5, 0.5}, {0.9, 0.5}};

bool isNear(QPointF point, double x, double y)
{
    return qAbs(point.x() - x) < 1e-9 && qAbs(point.y() - y) < 1e-9;
}

} // namespace

void TestStrokeGeometry::aStrokeBeginsAndEndsAtItsPoints()
{
    const QPainterPath path = strokePath(line, 100.0);
    QVERIFY(isNear(path.pointAtPercent(0.0), 10.0, 50.0));
    QVERIFY(isNear(path.currentPosition(), 90.0, 50.0));
    QVERIFY(strokePath({}, 100.0).isEmpty());
}

void TestStrokeGeometry::piecesJoinToTheWholePath()
{
    const Stroke bent{{0.0, 0.0}, {0.4, 0.1}, {0.5, 0.8}, {0.2, 0.9}};
    double length = strokeTail(bent, 50.0).length();
    QCOMPARE(settledPieces(bent), std::size_t{3});
    for (std::size_t i = 0; i < settledPieces(bent); ++i) {
        const QPainterPath piece = strokePiece(bent, i, 50.0);
        length += piece.length();
        if (i > 0)
            QCOMPARE(QPointF(piece.elementAt(0)), strokePiece(bent, i - 1, 50.0).currentPosition());
    }
    QVERIFY(qAbs(length - strokePath(bent, 50.0).length()) < 1e-6);
}

void TestStrokeGeometry::aDotHasAPathThatCanBePainted()
{
    const Stroke dot{{0.5, 0.5}};
    QCOMPARE(settledPieces(dot), std::size_t{0});
    QVERIFY(strokePath(dot, 100.0).length() > 0.0);
}

void TestStrokeGeometry::nothingIsLeftOfAStrokeUnderTheEraser()
{
    QVERIFY(erased({line}, {0.5, 0.5}, {0.5, 0.5}, 1.0).empty());
}

void TestStrokeGeometry::theEraserCutsAStrokeWhereItPasses()
{
    const Drawing left = erased({line}, {0.5, 0.3}, {0.5, 0.7}, 0.05);
    QCOMPARE(left.size(), std::size_t{2});
    QCOMPARE(left[0].front(), line.front());
    QCOMPARE(left[1].back(), line.back());
    QVERIFY(left[0].back().x < 0.451 && left[0].back().x > 0.40);
    QVERIFY(left[1].front().x > 0.549 && left[1].front().x < 0.60);
}

void TestStrokeGeometry::aSegmentLongerThanTheEraserIsCutToo()
{
    const Drawing left = erased({{{0.0, 0.5}, {1.0, 0.5}}}, {0.5, 0.5}, {0.5, 0.5}, 0.02);
    QCOMPARE(left.size(), std::size_t{2});
}

void TestStrokeGeometry::untouchedStrokesStayAsTheyAre()
{
    const Stroke other{{0.1, 0.9}, {0.9, 0.9}};
    const Drawing left = erased({line, other}, {0.5, 0.5}, {0.5, 0.5}, 1e-3);
    QCOMPARE(left.back(), other);
    QCOMPARE(erased({other}, {0.5, 0.5}, {0.6, 0.1}, 0.1), Drawing{other});
}

void TestStrokeGeometry::aMoveErasesAllAlongItsWay()
{
    QVERIFY(erased({line}, {0.0, 0.5}, {1.0, 0.5}, 0.05).empty());
}

void TestStrokeGeometry::aDotIsErasedOrNot()
{
    const Drawing dot{{{0.5, 0.5}}};
    QVERIFY(erased(dot, {0.52, 0.5}, {0.52, 0.5}, 0.05).empty());
    QCOMPARE(erased(dot, {0.6, 0.5}, {0.6, 0.5}, 0.05), dot);
}

QTEST_APPLESS_MAIN(TestStrokeGeometry)
#include "tst_stroke_geometry.moc"
