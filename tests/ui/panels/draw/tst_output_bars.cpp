// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/panels/draw/output_bars.h"

#include <QApplication>
#include <QTest>

using namespace nabla;
using namespace nabla::ui;

class TestOutputBars final : public QObject
{
    Q_OBJECT

private slots:
    void theWinnersBarHasTheAccentColor();
    void withoutAReadingTheBarsAreEmpty();
    void outputsOutOfRangeStayInsideTheWidget();
    void aScreenReaderGetsTheNumbers();
};

namespace {

Reading readingOf(int digit, double output)
{
    Reading reading;
    reading.digit = digit;
    reading.outputs[static_cast<std::size_t>(digit)] = output;
    return reading;
}

int accentPixels(OutputBars &bars, int digit)
{
    const QImage image = bars.grab().toImage();
    const QColor accent = bars.palette().color(QPalette::Highlight);
    const int y = bars.height() * (2 * digit + 1) / 20;
    int count = 0;
    for (int x = 0; x < image.width(); ++x)
        count += image.pixelColor(x, y).rgb() == accent.rgb() ? 1 : 0;
    return count;
}

} // namespace

void TestOutputBars::theWinnersBarHasTheAccentColor()
{
    OutputBars bars;
    bars.resize(300, 200);
    bars.setReading(readingOf(3, 0.4));
    const int low = accentPixels(bars, 3);
    bars.setReading(readingOf(3, 0.8));
    const int high = accentPixels(bars, 3);
    QVERIFY(low > 50);
    QVERIFY(qAbs(high - 2 * low) <= 4);
    QCOMPARE(accentPixels(bars, 5), 0);
}

void TestOutputBars::withoutAReadingTheBarsAreEmpty()
{
    OutputBars bars;
    bars.resize(300, 200);
    for (int digit = 0; digit < 10; ++digit)
        QCOMPARE(accentPixels(bars, digit), 0);
    QVERIFY(bars.accessibleDescription().isEmpty());
}

void TestOutputBars::outputsOutOfRangeStayInsideTheWidget()
{
    OutputBars bars;
    bars.resize(300, 200);
    bars.setReading(readingOf(9, 1.0));
    const int full = accentPixels(bars, 9);
    bars.setReading(readingOf(9, 7.0));
    QCOMPARE(accentPixels(bars, 9), full);
    bars.setReading(readingOf(9, -1.0));
    QCOMPARE(accentPixels(bars, 9), 0);
}

void TestOutputBars::aScreenReaderGetsTheNumbers()
{
    OutputBars bars;
    bars.setReading(readingOf(3, 0.93));
    const QStringList lines = bars.accessibleDescription().split(u'\n');
    QCOMPARE(lines.size(), 10);
    QVERIFY(lines[3].contains(QStringLiteral("93")));
}

NABLA_WINDOW_TEST(TestOutputBars)
#include "tst_output_bars.moc"
