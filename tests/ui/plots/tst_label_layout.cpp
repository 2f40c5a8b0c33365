// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/plots/label_layout.h"

#include <QTest>

#include <algorithm>

using namespace nabla::ui;

class TestLabelLayout final : public QObject
{
    Q_OBJECT

private slots:
    void labelsWithRoomStayWhereTheyWantToBe();
    void labelsThatMeetShareThePlace();
    void noLabelCoversAnotherOrLeavesTheEdge_data();
    void noLabelCoversAnotherOrLeavesTheEdge();
    void tooManyLabelsAreSpreadEvenly();
    void noLabelsNeedNoPlace();
};

void TestLabelLayout::labelsWithRoomStayWhereTheyWantToBe()
{
    const std::vector<double> wanted{80.0, 20.0, 50.0};
    QCOMPARE(spreadLabels(wanted, 10.0, 0.0, 100.0), wanted);
}

void TestLabelLayout::labelsThatMeetShareThePlace()
{
    QCOMPARE(spreadLabels({50.0, 50.0}, 10.0, 0.0, 100.0), (std::vector<double>{45.0, 55.0}));
}

void TestLabelLayout::noLabelCoversAnotherOrLeavesTheEdge_data()
{
    QTest::addColumn<QList<double>>("wanted");
    QTest::newRow("all at the top") << QList<double>{0.0, 0.0, 0.0};
    QTest::newRow("all at the bottom") << QList<double>{100.0, 99.0, 100.0};
    QTest::newRow("two crowds") << QList<double>{20.0, 22.0, 70.0, 71.0, 69.0};
    QTest::newRow("a chain") << QList<double>{10.0, 18.0, 27.0, 33.0, 41.0};
}

void TestLabelLayout::noLabelCoversAnotherOrLeavesTheEdge()
{
    QFETCH(QList<double>, wanted);
    std::vector<double> centres = spreadLabels({wanted.begin(), wanted.end()}, 10.0, 0.0, 100.0);
    std::sort(centres.begin(), centres.end());
    QVERIFY(centres.front() >= 5.0 - 1e-9);
    QVERIFY(centres.back() <= 95.0 + 1e-9);
    for (std::size_t i = 1; i < centres.size(); ++i)
        QVERIFY(centres[i] - centres[i - 1] >= 10.0 - 1e-9);
}

void TestLabelLayout::tooManyLabelsAreSpreadEvenly()
{
    const std::vector<double> centres = spreadLabels({5.0, 5.0, 5.0, 5.0}, 10.0, 0.0, 20.0);
    QCOMPARE(centres, (std::vector<double>{2.5, 7.5, 12.5, 17.5}));
}

void TestLabelLayout::noLabelsNeedNoPlace()
{
    QVERIFY(spreadLabels({}, 10.0, 0.0, 100.0).empty());
}

NABLA_TEST(TestLabelLayout)
#include "tst_label_layout.moc"
