// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/canvas/stroke_smoother.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace nabla;
using namespace nabla::ui;

class TestStrokeSmoother final : public QObject
{
    Q_OBJECT

private slots:
    void pointsThatShowNoCornersStayAsTheyCame();
    void twoPointsAreAStraightLine();
    void cornersStayCorners();
    void aCircleOfFewPointsIsRound();
    void everyPointThatCameIsKept();
    void pressureChangesEvenly();
    void whatIsLaidBeforeAPointIsTold();
    void aStandingPenDoesNoHarm();
};

namespace {

Stroke smoothed(const Stroke &points)
{
    StrokeSmoother smoother;
    smoother.begin(points.front());
    Stroke stroke{points.front()};
    for (std::size_t i = 1; i < points.size(); ++i)
        smoother.extend(stroke, points[i]);
    smoother.finish(stroke);
    return stroke;
}

/// Around the middle of the paper.
Stroke circle(double radius, int points)
{
    Stroke stroke;
    for (int i = 0; i <= points; ++i) {
        const double angle = 2.0 * std::numbers::pi * i / points;
        stroke.push_back({0.5 + radius * std::cos(angle), 0.5 + radius * std::sin(angle)});
    }
    return stroke;
}

/// How far the line through the points strays from the circle, at most.
double strayed(const Stroke &stroke, double radius)
{
    double most = 0.0;
    for (std::size_t i = 1; i < stroke.size(); ++i) {
        for (const double t : {0.0, 0.25, 0.5, 0.75, 1.0}) {
            const double x = std::lerp(stroke[i - 1].x, stroke[i].x, t);
            const double y = std::lerp(stroke[i - 1].y, stroke[i].y, t);
            most = std::max(most, std::fabs(std::hypot(x - 0.5, y - 0.5) - radius));
        }
    }
    return most;
}

} // namespace

void TestStrokeSmoother::pointsThatShowNoCornersStayAsTheyCame()
{
    for (const int points : {13, 40}) { // 0.144 or 0.047 from one to the next
        const Stroke dense = circle(0.3, points);
        QCOMPARE(smoothed(dense), dense);
    }
}

void TestStrokeSmoother::twoPointsAreAStraightLine()
{
    const Stroke line{{0.1, 0.1}, {0.9, 0.8}};
    QCOMPARE(smoothed(line), line);
    QCOMPARE(smoothed({{0.5, 0.5}}), (Stroke{{0.5, 0.5}}));
}

void TestStrokeSmoother::cornersStayCorners()
{
    const Stroke seven{{0.2, 0.2}, {0.8, 0.2}, {0.4, 0.9}};
    QCOMPARE(smoothed(seven), seven);
    const Stroke hook{{0.5, 0.1}, {0.5, 0.9}, {0.5, 0.4}}; // back the way it came
    QCOMPARE(smoothed(hook), hook);
}

void TestStrokeSmoother::aCircleOfFewPointsIsRound()
{
    const Stroke few = circle(0.3, 8);
    QVERIFY(strayed(few, 0.3) > 0.022); // 1 - cos(22.5 degrees) of the radius
    // Straight to the chord at both ends, which have one neighbour only: a circle is closed, a
    // stroke is not.
    const Stroke round = smoothed(few);
    const Stroke inner(round.begin() + 8, round.end() - 8);
    QVERIFY(strayed(inner, 0.3) < 0.003);
    QVERIFY(strayed(round, 0.3) < strayed(few, 0.3));
}

void TestStrokeSmoother::everyPointThatCameIsKept()
{
    const Stroke few = circle(0.4, 7);
    const Stroke round = smoothed(few);
    auto from = round.begin();
    for (const StrokePoint point : few) {
        from = std::find(from, round.end(), point);
        QVERIFY(from != round.end());
    }
    QCOMPARE(round.back(), few.back());
    for (std::size_t i = 1; i < round.size(); ++i)
        QVERIFY(std::hypot(round[i].x - round[i - 1].x, round[i].y - round[i - 1].y)
                < 1.3 * StrokeSmoother::step);
}

void TestStrokeSmoother::pressureChangesEvenly()
{
    Stroke few = circle(0.3, 8);
    for (std::size_t i = 0; i < few.size(); ++i)
        few[i].pressure = static_cast<double>(i) / 8.0;
    const Stroke round = smoothed(few);
    QVERIFY(std::is_sorted(round.begin(), round.end(),
                           [](StrokePoint a, StrokePoint b) { return a.pressure < b.pressure; }));
    QCOMPARE(round.back().pressure, 1.0);
}

void TestStrokeSmoother::whatIsLaidBeforeAPointIsTold()
{
    StrokeSmoother smoother;
    Stroke stroke{{0.1, 0.5}};
    smoother.begin(stroke.front());
    QVERIFY(!smoother.extend(stroke, {0.4, 0.5}));
    QVERIFY(smoother.extend(stroke, {0.6, 0.72})); // now the way to 0.4 is known
    QVERIFY(stroke.size() > 3);
    const std::size_t before = stroke.size();
    QVERIFY(smoother.finish(stroke));
    QVERIFY(stroke.size() > before);
}

void TestStrokeSmoother::aStandingPenDoesNoHarm()
{
    const Stroke standing{{0.2, 0.2}, {0.2, 0.2}, {0.6, 0.3}, {0.6, 0.3}, {0.7, 0.8}};
    for (const StrokePoint point : smoothed(standing))
        QVERIFY(std::isfinite(point.x) && std::isfinite(point.y));
}

NABLA_TEST(TestStrokeSmoother)
#include "tst_stroke_smoother.moc"
