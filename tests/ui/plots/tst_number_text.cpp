// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/plots/number_text.h"

#include <QLocale>
#include <QTest>

using namespace nabla::ui;

class TestNumberText final : public QObject
{
    Q_OBJECT

private slots:
    void powersOfTen();
    void significantDigits_data();
    void significantDigits();
    void ratios_data();
    void ratios();
    void numbersFollowTheLocale();
};

void TestNumberText::powersOfTen()
{
    QCOMPARE(powerOfTenText(0), QStringLiteral("1"));
    QCOMPARE(powerOfTenText(1), QStringLiteral("10"));
    QCOMPARE(powerOfTenText(-12), QStringLiteral("10⁻¹²"));
}

void TestNumberText::significantDigits_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << 0.0 << QStringLiteral("0");
    QTest::newRow("usual") << 0.0311 << QStringLiteral("0.0311");
    QTest::newRow("trailing zero") << 0.018 << QStringLiteral("0.0180");
    QTest::newRow("small") << 0.000338 << QStringLiteral("0.000338");
    QTest::newRow("rounded up to the next decade") << 0.00099999 << QStringLiteral("0.00100");
    QTest::newRow("tiny") << 3.384e-7 << QStringLiteral("3.38·10⁻⁷");
    QTest::newRow("whole") << 123.4 << QStringLiteral("123");
    QTest::newRow("huge") << 1.5e9 << QStringLiteral("1.50·10⁹");
    QTest::newRow("negative") << -0.5 << QStringLiteral("-0.500");
    QTest::newRow("infinite") << HUGE_VAL << QStringLiteral("inf");
}

void TestNumberText::significantDigits()
{
    QFETCH(double, value);
    QFETCH(QString, text);
    QCOMPARE(significantText(value, 3, QLocale::c()), text);
}

void TestNumberText::ratios_data()
{
    QTest::addColumn<double>("ratio");
    QTest::addColumn<QString>("text");
    QTest::newRow("small") << 3.42 << QStringLiteral("3.4");
    QTest::newRow("just below ten") << 9.97 << QStringLiteral("10");
    QTest::newRow("tens") << 91.7 << QStringLiteral("92");
    QTest::newRow("hundreds") << 113.0 << QStringLiteral("110");
    QTest::newRow("many") << 104000.0 << QStringLiteral("100,000");
}

void TestNumberText::ratios()
{
    QFETCH(double, ratio);
    QFETCH(QString, text);
    QCOMPARE(ratioText(ratio, QLocale(QLocale::English)), text);
}

void TestNumberText::numbersFollowTheLocale()
{
    const QLocale german(QLocale::German);
    QCOMPARE(significantText(0.0311, 3, german), QStringLiteral("0,0311"));
    QVERIFY(percentText(0.7162, 2, german).startsWith(QStringLiteral("71,62")));
    QVERIFY(percentText(0.7162, 2, german).endsWith(german.percent()));
}

NABLA_TEST(TestNumberText)
#include "tst_number_text.moc"
