// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/canvas/stroke_geometry.h"

#include <QTest>

#include <cmath>

using namespace nabla;
using namespace nabla::ui;

class TestStrokeGeometry final : public QObject
{
    Q_OBJECT

private slots:
    void aStrokeBeginsAndEndsAtItsPoints();
    void piecesJoinToTheWholePath();
    void aLongStrokeIsInSeveralPathsWithoutAGap();
    void aDotHasAPathThatCanBePainted();
    void nothingIsLeftOfAStrokeUnderTheEraser();
    void theEraserCutsAStrokeWhereItPasses();
    void aSegmentLongerThanTheEraserIsCutToo();
    void untouchedStrokesStayAsTheyAre();
    void aMoveErasesAllAlongItsWay();
    void aDotIsErasedOrNot();
};

namespace {

const Stroke fourPoints{{0.1, 0.5}, {0.2, 0.5}, {0.5, 0.5}, {0.9, 0.5}};

bool isAlmost(QPointF point, double x, double y)
{
    return qAbs(point.x() - x) < 1e-9 && qAbs(point.y() - y) < 1e-9;
}

} // namespace

void TestStrokeGeometry::aStrokeBeginsAndEndsAtItsPoints()
{
    const auto paths = strokePaths(fourPoints, 100.0);
    QCOMPARE(paths.size(), std::size_t{1});
    QVERIFY(isAlmost(paths.front().pointAtPercent(0.0), 10.0, 50.0));
    QVERIFY(isAlmost(paths.front().currentPosition(), 90.0, 50.0));
    QVERIFY(strokePaths({}, 100.0).empty());
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
    QVERIFY(qAbs(length - strokePaths(bent, 50.0).front().length()) < 1e-6);
}

void TestStrokeGeometry::aLongStrokeIsInSeveralPathsWithoutAGap()
{
    Stroke wave;
    for (int i = 0; i <= 400; ++i)
        wave.push_back({i / 400.0, 0.5 + 0.3 * std::sin(i / 10.0)});
    const auto paths = strokePaths(wave, 50.0);
    QVERIFY(paths.size() > 1);
    double length = strokeTail(wave, 50.0).length();
    for (std::size_t i = 0; i < settledPieces(wave); ++i)
        length += strokePiece(wave, i, 50.0).length();
    for (std::size_t i = 0; i < paths.size(); ++i) {
        length -= paths[i].length();
        if (i > 0)
            QCOMPARE(QPointF(paths[i].elementAt(0)), paths[i - 1].currentPosition());
    }
    QVERIFY(qAbs(length) < 1e-6);
    QVERIFY(isAlmost(paths.back().currentPosition(), 50.0, 50.0 * wave.back().y));
}

void TestStrokeGeometry::aDotHasAPathThatCanBePainted()
{
    const Stroke dot{{0.5, 0.5}};
    QCOMPARE(settledPieces(dot), std::size_t{0});
    QCOMPARE(strokePaths(dot, 100.0).size(), std::size_t{1});
    QVERIFY(strokePaths(dot, 100.0).front().length() > 0.0);
}

void TestStrokeGeometry::nothingIsLeftOfAStrokeUnderTheEraser()
{
    QVERIFY(erased({fourPoints}, {0.5, 0.5}, {0.5, 0.5}, 1.0).empty());
}

void TestStrokeGeometry::theEraserCutsAStrokeWhereItPasses()
{
    const Drawing left = erased({fourPoints}, {0.5, 0.3}, {0.5, 0.7}, 0.05);
    QCOMPARE(left.size(), std::size_t{2});
    QCOMPARE(left[0].front(), fourPoints.front());
    QCOMPARE(left[1].back(), fourPoints.back());
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
    const Drawing left = erased({fourPoints, other}, {0.5, 0.5}, {0.5, 0.5}, 1e-3);
    QCOMPARE(left.back(), other);
    QCOMPARE(erased({other}, {0.5, 0.5}, {0.6, 0.1}, 0.1), Drawing{other});
}

void TestStrokeGeometry::aMoveErasesAllAlongItsWay()
{
    QVERIFY(erased({fourPoints}, {0.0, 0.5}, {1.0, 0.5}, 0.05).empty());
}

void TestStrokeGeometry::aDotIsErasedOrNot()
{
    const Drawing dot{{{0.5, 0.5}}};
    QVERIFY(erased(dot, {0.52, 0.5}, {0.52, 0.5}, 0.05).empty());
    QCOMPARE(erased(dot, {0.6, 0.5}, {0.6, 0.5}, 0.05), dot);
}

NABLA_TEST(TestStrokeGeometry)
#include "tst_stroke_geometry.moc"
