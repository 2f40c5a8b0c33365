// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/compare/confusion_panel.h"

#include "core/math/random_stream.h"
#include "core/measure/evaluator.h"
#include "core/nn/initializer.h"
#include "tests/support/frames.h"
#include "tests/support/small_data.h"
#include "tests/support/test_program.h"
#include "ui/panels/compare/confusion_table.h"
#include "ui/settings/theme.h"

#include <QApplication>
#include <QLocale>
#include <QTest>

#include <numeric>

using namespace nabla;
using namespace nabla::ui;

class TestConfusionPanel final : public QObject
{
    Q_OBJECT

private slots:
    void anEpochsEvaluationHasTheMatrixOfItsAccuracy();
    void everyCellSaysWhatItCounts();
    void theTextHasARowADigit();
    void aNewRunForgetsTheOldOnesMatrix();
    void mistakesAreTintedAndGrowInColour();
    void noCountIsCutEvenWhereThePanelIsSmall();
};

namespace {

/// 90 of each digit are right; of the fours 7 are taken for nines, of the sevens 30 for ones.
std::shared_ptr<const Confusion> example()
{
    Confusion confusion{};
    for (std::size_t digit = 0; digit < classCount; ++digit)
        confusion[digit][digit] = 90;
    confusion[4][9] = 7;
    confusion[7][1] = 30;
    return std::make_shared<const Confusion>(confusion);
}

/// The middle of a cell, found by what it says.
std::optional<QPoint> cellOf(const ConfusionTable &table, const QString &sentence)
{
    for (int y = 0; y < table.height(); y += 2) {
        for (int x = 0; x < table.width(); x += 2) {
            if (table.sentenceAt(QPointF(x, y)) == sentence)
                return QPoint(x, y);
        }
    }
    return std::nullopt;
}

} // namespace

void TestConfusionPanel::anEpochsEvaluationHasTheMatrixOfItsAccuracy()
{
    const auto data = nabla::test::barData(100, 80, 10);
    Network network({784, 8, 10}, "sigmoid");
    RandomStream stream(3, RandomPurpose::Initialization);
    network.initialize(findInitializer("scaled"), stream);
    const auto result = evaluateSnapshot({network, 5}, findCost("cross-entropy"), *data, 100, {});
    QVERIFY(result && result->confusion);
    int right = 0;
    int all = 0;
    for (std::size_t digit = 0; digit < classCount; ++digit) {
        right += (*result->confusion)[digit][digit];
        all = std::accumulate((*result->confusion)[digit].begin(),
                              (*result->confusion)[digit].end(), all);
    }
    QCOMPARE(all, 80);
    QCOMPARE(right / 80.0, *result->value({Metric::ValidationAccuracy}));
}

void TestConfusionPanel::everyCellSaysWhatItCounts()
{
    ConfusionTable table;
    table.resize(400, 260);
    QVERIFY(table.sentenceAt({200.0, 130.0}).isEmpty());
    table.setConfusion(example());
    QVERIFY(cellOf(table, QStringLiteral("7 of 97 images of the digit 4 were read as 9")));
    QVERIFY(cellOf(table, QStringLiteral("30 of 120 images of the digit 7 were read as 1")));
    QVERIFY(cellOf(table, QStringLiteral("90 of 90 images of the digit 0 were read as 0")));
    QVERIFY(table.sentenceAt({1.0, 1.0}).isEmpty());
    QVERIFY(table.sentenceAt({399.0, 259.0}).isEmpty());
}

void TestConfusionPanel::theTextHasARowADigit()
{
    ConfusionTable table;
    QCOMPARE(table.text(), QString());
    table.setConfusion(example());
    const QStringList rows = table.text().split(u'\n');
    QCOMPARE(rows.size(), 12); // heads, ten digits, the end of the last line
    QCOMPARE(rows[0], QStringLiteral("digit\t0\t1\t2\t3\t4\t5\t6\t7\t8\t9"));
    QCOMPARE(rows[5], QStringLiteral("4\t0\t0\t0\t0\t90\t0\t0\t0\t0\t7"));
}

void TestConfusionPanel::aNewRunForgetsTheOldOnesMatrix()
{
    ui::test::FrameSource source;
    source.history = RunHistory(2, 10);
    ConfusionPanel panel;
    const auto *table = panel.findChild<ConfusionTable *>();
    panel.showFrame(source.frame());
    QCOMPARE(panel.subtitle(), QString());
    Frame frame = source.frame();
    frame.evaluation = std::make_shared<const EvaluationResult>(
        EvaluationResult{.step = 30, .values = {}, .confusion = example()});
    panel.showFrame(frame);
    QCOMPARE(panel.subtitle(), QStringLiteral("validation, epoch 3"));
    QVERIFY(!table->text().isEmpty());
    panel.showFrame(source.frame());
    QCOMPARE(panel.subtitle(), QString());
    QVERIFY(table->text().isEmpty());
}

void TestConfusionPanel::mistakesAreTintedAndGrowInColour()
{
    ConfusionTable table;
    table.setPalette(lightPalette());
    table.resize(500, 300);
    table.setConfusion(example());
    const QImage picture = table.grab().toImage();
    const auto redness = [&](const QString &sentence) {
        const QColor color = picture.pixelColor(*cellOf(table, sentence) + QPoint(2, 2));
        return color.red() - color.green();
    };
    const int none = redness(QStringLiteral("0 of 90 images of the digit 0 were read as 1"));
    const int few = redness(QStringLiteral("7 of 97 images of the digit 4 were read as 9"));
    const int many = redness(QStringLiteral("30 of 120 images of the digit 7 were read as 1"));
    QVERIFY2(none < few && few < many,
             qPrintable(QStringLiteral("%1 %2 %3").arg(none).arg(few).arg(many)));
}

void TestConfusionPanel::noCountIsCutEvenWhereThePanelIsSmall()
{
    // The ink in the place of the first of four digits tells whether it is drawn, and which it is.
    const auto inkOf = [](int count) {
        Confusion confusion{};
        confusion[1][1] = count;
        ConfusionTable table;
        table.setPalette(lightPalette());
        table.resize(table.minimumSizeHint());
        table.setConfusion(std::make_shared<const Confusion>(confusion));
        const QImage picture = table.grab().toImage();
        const auto corner
            = cellOf(table, QStringLiteral("%1 of %1 images of the digit 1 were read as 1")
                                .arg(QLocale().toString(count)));
        const int width = table.width() / 12;
        int ink = 0;
        for (int x = corner->x(); x < corner->x() + width / 4; ++x) {
            for (int y = corner->y(); y < corner->y() + 8; ++y)
                ink += 255 - picture.pixelColor(x, y).lightness();
        }
        return ink;
    };
    QVERIFY(inkOf(1047) > inkOf(47));
    QVERIFY(inkOf(4047) > inkOf(1047));
}

NABLA_WINDOW_TEST(TestConfusionPanel)
#include "tst_confusion_panel.moc"
