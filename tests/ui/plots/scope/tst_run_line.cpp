// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/plots/scope/run_line.h"

#include <QLineF>
#include <QTest>

#include <cmath>

using namespace nabla::ui;

class TestRunLine final : public QObject
{
    Q_OBJECT

private slots:
    void aSolidLineIsOneStroke();
    void dashesDoNotDependOnTheNumberOfPoints();
    void everyStyleLooksDifferent();
    void linesOfNoLengthAreHarmless();
};

namespace {

QPolygonF straight(double length, int points)
{
    QPolygonF line;
    for (int i = 0; i < points; ++i)
        line.append({length * i / (points - 1), 7.0});
    return line;
}

QList<QPair<double, double>> ends(const QList<QPolygonF> &strokes)
{
    QList<QPair<double, double>> ends;
    for (const QPolygonF &stroke : strokes)
        ends.append(
            {std::round(100.0 * stroke.front().x()), std::round(100.0 * stroke.back().x())});
    return ends;
}

} // namespace

void TestRunLine::aSolidLineIsOneStroke()
{
    const QPolygonF line = straight(100.0, 11);
    QCOMPARE(runStrokes(line, 0), QList<QPolygonF>{line});
}

void TestRunLine::dashesDoNotDependOnTheNumberOfPoints()
{
    const QList<QPair<double, double>> expected{{0, 900}, {1400, 2300}, {2800, 3000}};
    QCOMPARE(ends(runStrokes(straight(30.0, 2), 1)), expected);
    QCOMPARE(ends(runStrokes(straight(30.0, 8), 1)), expected);
    QCOMPARE(ends(runStrokes(straight(30.0, 301), 1)), expected);
}

void TestRunLine::everyStyleLooksDifferent()
{
    const QPolygonF line = straight(200.0, 50);
    for (int a = 0; a < runLineStyles; ++a) {
        double drawn = 0.0;
        for (const QPolygonF &stroke : runStrokes(line, a)) {
            for (qsizetype i = 1; i < stroke.size(); ++i)
                drawn += QLineF(stroke[i - 1], stroke[i]).length();
        }
        QVERIFY(a == 0 ? drawn > 199.99 : drawn > 60.0 && drawn < 150.0);
        for (int b = 0; b < a; ++b)
            QVERIFY(runStrokes(line, a) != runStrokes(line, b));
    }
}

void TestRunLine::linesOfNoLengthAreHarmless()
{
    for (int style = 0; style < runLineStyles; ++style) {
        QVERIFY(runStrokes(QPolygonF(), style).size() <= 1);
        QVERIFY(runStrokes(QPolygonF({{1.0, 1.0}}), style).size() <= 1);
        const auto strokes = runStrokes(QPolygonF({{1.0, 1.0}, {1.0, 1.0}, {1.0, 1.0}}), style);
        QVERIFY(strokes.size() <= 1);
    }
}

NABLA_TEST(TestRunLine)
#include "tst_run_line.moc"
