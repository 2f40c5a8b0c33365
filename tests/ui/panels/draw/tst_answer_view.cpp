// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/panels/draw/answer_view.h"

#include <QApplication>
#include <QTest>

using namespace nabla;
using namespace nabla::ui;

Q_DECLARE_METATYPE(nabla::Doubt)

class TestAnswerView final : public QObject
{
    Q_OBJECT

private slots:
    void doubtIsSaidInWords_data();
    void doubtIsSaidInWords();
    void withoutAReadingNothingIsSaid();
    void itsSizeDoesNotDependOnWhatItSays();
};

void TestAnswerView::doubtIsSaidInWords_data()
{
    QTest::addColumn<Doubt>("doubt");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << Doubt::None << QString();
    QTest::newRow("slight") << Doubt::Slight << QStringLiteral("perhaps 5");
    QTest::newRow("between") << Doubt::Between << QStringLiteral("3 or 5?");
    QTest::newRow("unsure") << Doubt::Unsure << QStringLiteral("not sure");
    QTest::newRow("no digit") << Doubt::NotADigit << QStringLiteral("not a digit?");
}

void TestAnswerView::doubtIsSaidInWords()
{
    QFETCH(Doubt, doubt);
    QFETCH(QString, text);
    AnswerView view;
    view.setReading(Reading{3, 5, doubt, {}});
    QCOMPARE(view.answerText(), QStringLiteral("3"));
    QCOMPARE(view.doubtText(), text);
    QVERIFY(view.accessibleDescription().startsWith(u'3'));
}

void TestAnswerView::withoutAReadingNothingIsSaid()
{
    AnswerView view;
    QVERIFY(view.answerText().isEmpty());
    QVERIFY(view.doubtText().isEmpty());
    QVERIFY(!view.accessibleDescription().isEmpty());
}

void TestAnswerView::itsSizeDoesNotDependOnWhatItSays()
{
    AnswerView view;
    const QSize empty = view.sizeHint();
    view.setReading(Reading{3, 5, Doubt::Slight, {}});
    QCOMPARE(view.sizeHint(), empty);
}

NABLA_WINDOW_TEST(TestAnswerView)
#include "tst_answer_view.moc"
