// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/readings/digits_test.h"

#include "tests/support/frames.h"
#include "tests/support/small_data.h"
#include "tests/support/test_program.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace nabla;
using namespace nabla::ui;
using namespace nabla::ui::test;

class TestDigitsTest final : public QObject
{
    Q_OBJECT

private slots:
    void theOwnDigitsAreRead();
    void beforeAndNowReadTheTestDigits();
    void theSameQuestionIsNotWorkedOnTwice();
    void aNetworkThatReadsNoDigitsHasNoAnswers();
    void theNewestQuestionIsAnsweredInTheEnd();
};

namespace {

OwnDigits threeDigits()
{
    return {makeOwnDigit({{{0.2, 0.2}, {0.8, 0.8}}}, 3),
            makeOwnDigit({{{0.5, 0.2}, {0.5, 0.8}}}, 1),
            makeOwnDigit({{{0.2, 0.5}, {0.8, 0.5}}}, 3)};
}

int countOf(const LabelledImages &images, int label)
{
    int count = 0;
    for (int i = 0; i < images.size(); ++i)
        count += images.label(i) == label ? 1 : 0;
    return count;
}

} // namespace

void TestDigitsTest::theOwnDigitsAreRead()
{
    DigitsTest test;
    QSignalSpy answered(&test, &DigitsTest::answered);
    test.ask({threeDigits(), certainOf(3), nullptr, nabla::test::barData()});
    QTRY_COMPARE(answered.size(), 1);
    QCOMPARE(test.answer().now.answers, (std::vector<int>{3, 3, 3}));
    QVERIFY(!test.answer().now.test); // there is nothing to compare with
    QVERIFY(!test.answer().before.snapshot);
}

void TestDigitsTest::beforeAndNowReadTheTestDigits()
{
    DigitsTest test;
    QSignalSpy answered(&test, &DigitsTest::answered);
    const auto data = nabla::test::barData();
    test.ask({threeDigits(), certainOf(3), certainOf(1), data});
    QTRY_COMPARE(answered.size(), 1);
    QCOMPARE(test.answer().before.answers, (std::vector<int>{1, 1, 1}));
    QCOMPARE(test.answer().now.answers, (std::vector<int>{3, 3, 3}));
    for (std::size_t label = 0; label < classCount; ++label) {
        const int images = countOf(data->test, static_cast<int>(label));
        QCOMPARE((*test.answer().before.test)[label][1], images);
        QCOMPARE((*test.answer().now.test)[label][3], images);
    }
}

void TestDigitsTest::theSameQuestionIsNotWorkedOnTwice()
{
    DigitsTest test;
    QSignalSpy answered(&test, &DigitsTest::answered);
    const DigitsTest::Question question{threeDigits(), certainOf(3), nullptr, nullptr};
    test.ask(question);
    QTRY_COMPARE(answered.size(), 1);
    test.ask(question);
    DigitsTest::Question other = question;
    other.digits.pop_back();
    test.ask(other);
    QTRY_COMPARE(answered.size(), 2);
    QCOMPARE(test.answer().now.answers.size(), std::size_t(2));
}

void TestDigitsTest::aNetworkThatReadsNoDigitsHasNoAnswers()
{
    DigitsTest test;
    QSignalSpy answered(&test, &DigitsTest::answered);
    for (const auto &layers : {std::vector<int>{100, 10}, std::vector<int>{784, 3}}) {
        const auto snapshot
            = std::make_shared<const Snapshot>(Snapshot{Network(layers, "sigmoid"), 0});
        answered.clear();
        test.ask({threeDigits(), snapshot, nullptr, nullptr});
        QTRY_COMPARE(answered.size(), 1);
        QVERIFY(test.answer().now.answers.empty());
    }
    answered.clear();
    test.ask({threeDigits(), nullptr, nullptr, nullptr});
    QTRY_COMPARE(answered.size(), 1);
    QVERIFY(test.answer().now.answers.empty());
}

void TestDigitsTest::theNewestQuestionIsAnsweredInTheEnd()
{
    DigitsTest test;
    for (int digit = 0; digit < 10; ++digit)
        test.ask({threeDigits(), certainOf(digit), nullptr, nullptr});
    QTRY_COMPARE(test.answer().now.answers, (std::vector<int>{9, 9, 9}));
}

NABLA_WINDOW_TEST(TestDigitsTest)
#include "tst_digits_test.moc"
