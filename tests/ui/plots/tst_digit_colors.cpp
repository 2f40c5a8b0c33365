// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/plots/digit_colors.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdlib>

using namespace nabla::ui;

class TestDigitColors final : public QObject
{
    Q_OBJECT

private slots:
    void everyDigitCanBeReadOnItsBackground_data();
    void everyDigitCanBeReadOnItsBackground();
    void noTwoDigitsLookTheSame_data();
    void noTwoDigitsLookTheSame();
};

namespace {

void themes()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QColor>("background");
    QTest::newRow("dark") << true << QColor(0x1b, 0x1f, 0x26);
    QTest::newRow("light") << false << QColor(Qt::white);
}

/// WCAG's.
double luminance(const QColor &color)
{
    const auto linear = [](double share) {
        return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
           + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double bright = std::max(luminance(a), luminance(b));
    return (bright + 0.05) / (std::min(luminance(a), luminance(b)) + 0.05);
}

} // namespace

void TestDigitColors::everyDigitCanBeReadOnItsBackground_data()
{
    themes();
}

void TestDigitColors::everyDigitCanBeReadOnItsBackground()
{
    QFETCH(bool, dark);
    QFETCH(QColor, background);
    for (int digit = 0; digit < 10; ++digit)
        QVERIFY2(contrast(digitColor(digit, dark), background) >= 4.5,
                 qPrintable(QString::number(digit)));
}

void TestDigitColors::noTwoDigitsLookTheSame_data()
{
    themes();
}

void TestDigitColors::noTwoDigitsLookTheSame()
{
    QFETCH(bool, dark);
    for (int a = 0; a < 10; ++a) {
        for (int b = a + 1; b < 10; ++b) {
            const QColor one = digitColor(a, dark);
            const QColor other = digitColor(b, dark);
            const int distance = std::abs(one.red() - other.red())
                                 + std::abs(one.green() - other.green())
                                 + std::abs(one.blue() - other.blue());
            QVERIFY2(distance >= 60, qPrintable(QStringLiteral("%1 and %2").arg(a).arg(b)));
        }
    }
}

NABLA_TEST(TestDigitColors)
#include "tst_digit_colors.moc"
