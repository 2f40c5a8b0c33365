// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/digits/digit_templates.h"

#include "core/data/dataset.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <array>
#include <stdexcept>

using namespace nabla;

class TestDigitTemplates final : public QObject
{
    Q_OBJECT

private slots:
    void everyTemplateIsWellFormed();
    void everyDigitHasSeveralTemplates();
    void readsStrokesPointsAndCorners();
    void malformedPathsAreRefused_data();
    void malformedPathsAreRefused();
};

void TestDigitTemplates::everyTemplateIsWellFormed()
{
    for (const DigitTemplate &entry : digitTemplates()) {
        QVERIFY(entry.digit >= 0 && entry.digit < classCount);
        QVERIFY(entry.weight > 0.0);
        for (const ControlStroke &stroke : parseTemplatePath(entry.path)) {
            QVERIFY2(stroke.size() >= 2, std::string(entry.path).c_str());
            for (const ControlPoint &point : stroke)
                QVERIFY(point.position.y >= -0.1 && point.position.y <= 1.1);
        }
    }
}

void TestDigitTemplates::everyDigitHasSeveralTemplates()
{
    std::array<int, classCount> count{};
    for (const DigitTemplate &entry : digitTemplates())
        ++count[static_cast<std::size_t>(entry.digit)];
    for (const int number : count)
        QVERIFY(number >= 5);
}

void TestDigitTemplates::readsStrokesPointsAndCorners()
{
    const auto strokes = parseTemplatePath("-18,20 0,0! 50,100/0,5 7,8");
    QCOMPARE(strokes.size(), std::size_t(2));
    QCOMPARE(strokes[0].size(), std::size_t(3));
    QCOMPARE(strokes[0][0].position, (StrokePoint{-0.18, 0.2}));
    QVERIFY(!strokes[0][0].corner);
    QVERIFY(strokes[0][1].corner);
    QCOMPARE(strokes[1][1].position, (StrokePoint{0.07, 0.08}));
}

void TestDigitTemplates::malformedPathsAreRefused_data()
{
    QTest::addColumn<std::string>("path");
    QTest::newRow("empty") << std::string();
    QTest::newRow("no y") << std::string("5");
    QTest::newRow("no comma") << std::string("5 6");
    QTest::newRow("letters") << std::string("5,x");
    QTest::newRow("ends after a stroke") << std::string("5,6 7,8/");
    QTest::newRow("glued") << std::string("5,6!7,8");
}

void TestDigitTemplates::malformedPathsAreRefused()
{
    QFETCH(std::string, path);
    QVERIFY_EXCEPTION_THROWN(static_cast<void>(parseTemplatePath(path)), std::invalid_argument);
}

NABLA_TEST(TestDigitTemplates)
#include "tst_digit_templates.moc"
