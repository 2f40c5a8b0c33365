// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/draw/number_panel.h"

#include "tests/support/test_program.h"
#include "tests/ui/panels/draw/number_panel_in_use.h"
#include "ui/canvas/canvas_actions.h"

#include <QApplication>
#include <QSignalSpy>
#include <QUndoStack>

using namespace nabla;
using namespace nabla::ui;
using namespace nabla::ui::test;

class TestNumberPanel final : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void anEmptyFrameIsShown();
    void theReadingFollowsThePenWithinItsOwnEvent();
    void aNumberIsPartedAndRead();
    void everyNewSnapshotReadsItAgain();
    void aCutIsDraggedThroughADigit();
    void cutsByHandAreUndone();
    void aCutByHandStaysWhereItWasPut();
    void cutsByHandOutliveTheTraining();
    void allCutsCanBeTakenAway();
    void theProgramsOwnCutsComeBack();
    void anotherDrawingForgetsTheCutsByHand();
    void undoAndClearAreFollowed();
    void ctrlLClearsThisCanvas();
    void aRunnerUpIsLookedAt();
    void theChosenReadingStaysWhileTheNetworkLearns();

private:
    NumberPanelInUse m_use;
};

void TestNumberPanel::init()
{
    m_use = {};
    m_use.open();
}

void TestNumberPanel::anEmptyFrameIsShown()
{
    m_use.show(nullptr);
    m_use.canvas().sheet().setDrawing(number);
    QVERIFY(!m_use.panel().reading());
    QVERIFY(m_use.panel().subtitle().isEmpty());
    m_use.show(wideOrNot());
    QCOMPARE(m_use.digits(), std::string("717"));
    m_use.show(nullptr);
    QVERIFY(!m_use.panel().reading());
}

/// No event loop runs between the pen and the reading.
void TestNumberPanel::theReadingFollowsThePenWithinItsOwnEvent()
{
    m_use.show(wideOrNot());
    const auto at = [](double x, double y) {
        return QPointF(1.0 + 200.0 * x, 1.0 + 200.0 * y).toPoint();
    };
    QTest::mousePress(&m_use.canvas(), Qt::LeftButton, {}, at(0.5, 0.2));
    QTest::mouseMove(&m_use.canvas(), at(0.5, 0.8));
    QCOMPARE(m_use.digits(), std::string("7"));
    QTest::mouseRelease(&m_use.canvas(), Qt::LeftButton, {}, at(0.5, 0.8));
    QTest::mousePress(&m_use.canvas(), Qt::LeftButton, {}, at(2.5, 0.2)); // beyond a square's paper
    QTest::mouseMove(&m_use.canvas(), at(2.5, 0.8));
    QCOMPARE(m_use.digits(), std::string("77"));
    QVERIFY(near(m_use.cuts(), {1.5}));
    QTest::mouseRelease(&m_use.canvas(), Qt::LeftButton, {}, at(2.5, 0.8));
}

void TestNumberPanel::aNumberIsPartedAndRead()
{
    m_use.show(wideOrNot());
    QSignalSpy told(&m_use.panel(), &Panel::subtitleChanged);
    m_use.canvas().sheet().setDrawing(number);
    QCOMPARE(m_use.digits(), std::string("717"));
    QVERIFY(near(m_use.cuts(), {0.75, 1.85}));
    QVERIFY(!told.isEmpty());
    QVERIFY(m_use.panel().subtitle().contains(QStringLiteral("drag the knobs")));
    QVERIFY(m_use.strip().accessibleDescription().contains(QStringLiteral("717")));
    QVERIFY(!m_use.findCuts()->isEnabled());
}

void TestNumberPanel::everyNewSnapshotReadsItAgain()
{
    m_use.show(wideOrNot(1));
    m_use.canvas().sheet().setDrawing(number);
    m_use.show(certainOf(8, 2));
    QCOMPARE(m_use.digits(), std::string("888"));
}

void TestNumberPanel::aCutIsDraggedThroughADigit()
{
    m_use.show(wideOrNot());
    m_use.canvas().sheet().setDrawing(number);
    // The square's left half joins the bar: together wide, so 1. Its right half is narrow.
    m_use.drag(0.75, 1.3);
    QCOMPARE(m_use.digits(), std::string("177"));
    QVERIFY(near(m_use.cuts(), {1.3, 1.85}));
    QVERIFY(m_use.findCuts()->isEnabled());
    QCOMPARE(m_use.panel().subtitle(), QStringLiteral("your cuts"));
    m_use.drag(1.3, 0.75);
    QCOMPARE(m_use.digits(), std::string("717"));
    m_use.canvas().sheet().setDrawing(closeBars);
    QVERIFY(!m_use.shownChoices().isEmpty());
    m_use.drag(0.65, 0.7);
    QVERIFY(m_use.shownChoices().isEmpty()); // the hand has chosen
}

void TestNumberPanel::cutsByHandAreUndone()
{
    m_use.show(wideOrNot());
    m_use.canvas().sheet().setDrawing(number);
    const auto &actions = m_use.canvas().actions();
    m_use.drag(0.75, 1.3);
    QCOMPARE(m_use.canvas().sheet().undoStack()->count(), 2); // however many steps the drag had
    actions.undo->trigger();
    QCOMPARE(m_use.canvas().sheet().drawing(), number);
    QCOMPARE(m_use.digits(), std::string("717"));
    QVERIFY(!m_use.findCuts()->isEnabled());
    actions.redo->trigger();
    QCOMPARE(m_use.digits(), std::string("177"));
    QVERIFY(near(m_use.cuts(), {1.3, 1.85}));
    m_use.drag(1.3, 1.35);
    QCOMPARE(m_use.canvas().sheet().undoStack()->count(), 3); // another drag is another step
    actions.undo->trigger();
    QVERIFY(near(m_use.cuts(), {1.3, 1.85}));
    m_use.canvas().sheet().setDrawing(closeBars);
    QVERIFY(near(m_use.cuts(), {0.65}));
    actions.undo->trigger(); // the drawing comes back with its cuts
    QCOMPARE(m_use.digits(), std::string("177"));
    m_use.findCuts()->trigger();
    QCOMPARE(m_use.digits(), std::string("717"));
    actions.undo->trigger();
    QCOMPARE(m_use.digits(), std::string("177"));
}

/// Near a stroke's end a cut parts nothing; beyond the next cut it leaves no piece behind.
void TestNumberPanel::aCutByHandStaysWhereItWasPut()
{
    m_use.show(wideOrNot());
    m_use.canvas().sheet().setDrawing(number);
    m_use.drag(0.75, 1.1);
    QCOMPARE(m_use.digits(), std::string("717"));
    QVERIFY(near(m_use.cuts(), {1.1, 1.85}));
    m_use.drag(1.1, 2.0);
    QCOMPARE(m_use.digits(), std::string("17"));
    QVERIFY(near(m_use.cuts(), {1.85, 2.0}));
    m_use.drag(2.0, 0.75);
    QCOMPARE(m_use.digits(), std::string("717"));
}

void TestNumberPanel::cutsByHandOutliveTheTraining()
{
    m_use.show(wideOrNot(1));
    m_use.canvas().sheet().setDrawing(number);
    m_use.drag(0.75, 1.3);
    m_use.show(certainOf(8, 2));
    QCOMPARE(m_use.digits(), std::string("888"));
    m_use.show(wideOrNot(3));
    QCOMPARE(m_use.digits(), std::string("177"));
    QVERIFY(near(m_use.cuts(), {1.3, 1.85}));
}

void TestNumberPanel::allCutsCanBeTakenAway()
{
    m_use.show(wideOrNot());
    m_use.canvas().sheet().setDrawing(number);
    m_use.strip().setFocus();
    QTest::keyClick(&m_use.strip(), Qt::Key_Delete);
    QCOMPARE(m_use.digits(), std::string("17"));
    QTest::keyClick(&m_use.strip(), Qt::Key_Delete);
    QCOMPARE(m_use.digits(), std::string("1")); // one piece, and not found again
    QVERIFY(m_use.cuts().empty());
    QVERIFY(m_use.findCuts()->isEnabled());
    QTest::keyClick(&m_use.strip(), Qt::Key_Insert); // 0.5 ... 2.1: through the square
    QVERIFY(near(m_use.cuts(), {1.3}));
}

void TestNumberPanel::theProgramsOwnCutsComeBack()
{
    m_use.show(wideOrNot());
    m_use.canvas().sheet().setDrawing(number);
    m_use.drag(0.75, 1.3);
    m_use.findCuts()->trigger();
    QCOMPARE(m_use.digits(), std::string("717"));
    QVERIFY(near(m_use.cuts(), {0.75, 1.85}));
    QVERIFY(!m_use.findCuts()->isEnabled());
}

void TestNumberPanel::anotherDrawingForgetsTheCutsByHand()
{
    m_use.show(wideOrNot());
    m_use.canvas().sheet().setDrawing(number);
    m_use.drag(0.75, 1.3);
    m_use.canvas().sheet().setDrawing({bar(0.5), bar(1.5)});
    QCOMPARE(m_use.digits(), std::string("77"));
    QVERIFY(near(m_use.cuts(), {1.0}));
}

void TestNumberPanel::undoAndClearAreFollowed()
{
    m_use.show(wideOrNot());
    m_use.canvas().sheet().setDrawing({bar(0.5)});
    m_use.canvas().sheet().setDrawing(number);
    m_use.canvas().actions().undo->trigger();
    QCOMPARE(m_use.digits(), std::string("7"));
    QVERIFY(m_use.cuts().empty());
    m_use.canvas().actions().redo->trigger();
    QCOMPARE(m_use.digits(), std::string("717"));
    m_use.canvas().sheet().setDrawing(closeBars);
    QVERIFY(!m_use.shownChoices().isEmpty());
    m_use.canvas().actions().clear->trigger();
    QVERIFY(!m_use.panel().reading());
    QVERIFY(m_use.shownChoices().isEmpty());
    QCOMPARE(m_use.strip().accessibleDescription(), QStringLiteral("Nothing is drawn."));
    m_use.canvas().actions().undo->trigger();
    QCOMPARE(m_use.digits(), std::string("77"));
}

/// Another canvas of the window has the same key for everywhere.
void TestNumberPanel::ctrlLClearsThisCanvas()
{
    DigitCanvas other;
    other.setParent(&m_use.panel());
    other.sheet().setDrawing({bar(0.5)});
    other.show();
    m_use.canvas().sheet().setDrawing(number);
    for (QWidget *focused :
         {static_cast<QWidget *>(&m_use.canvas()), static_cast<QWidget *>(&m_use.strip())}) {
        m_use.canvas().sheet().setDrawing(number);
        focused->setFocus();
        QTest::keyClick(focused, Qt::Key_L, Qt::ControlModifier);
        QVERIFY(m_use.canvas().sheet().isEmpty());
        QVERIFY(!other.sheet().isEmpty());
    }
    other.setParent(nullptr);
}

void TestNumberPanel::aRunnerUpIsLookedAt()
{
    m_use.show(wideOrNot());
    m_use.canvas().sheet().setDrawing(closeBars);
    QCOMPARE(m_use.digits(), std::string("77"));
    QCOMPARE(m_use.shownChoices().size(), 2);
    QCOMPARE(m_use.shownChoices()[0]->text(), QStringLiteral("77"));
    QCOMPARE(m_use.shownChoices()[1]->text(), QStringLiteral("7"));
    QVERIFY(m_use.shownChoices()[0]->isChecked());
    for (int times = 0; times < 2; ++times) {
        QTest::mouseClick(m_use.shownChoices()[1], Qt::LeftButton);
        QCOMPARE(m_use.digits(), std::string("7"));
        QVERIFY(m_use.cuts().empty());
        QVERIFY(m_use.shownChoices()[1]->isChecked() && !m_use.shownChoices()[0]->isChecked());
        QCOMPARE(m_use.shownChoices()[0]->text(), QStringLiteral("77")); // the order stays
    }
    QTest::mouseClick(m_use.shownChoices()[0], Qt::LeftButton);
    QVERIFY(near(m_use.cuts(), {0.65}));
}

void TestNumberPanel::theChosenReadingStaysWhileTheNetworkLearns()
{
    m_use.show(wideOrNot(1));
    m_use.canvas().sheet().setDrawing(closeBars);
    m_use.shownChoices()[1]->click();
    m_use.show(certainOf(8, 2)); // does not read it so
    QCOMPARE(m_use.digits(), std::string("88"));
    m_use.show(wideOrNot(3));
    QCOMPARE(m_use.digits(), std::string("7"));
    m_use.canvas().sheet().setDrawing(number);
    m_use.canvas().sheet().setDrawing(closeBars); // another drawing begins with the best
    QCOMPARE(m_use.digits(), std::string("77"));
}

NABLA_WINDOW_TEST(TestNumberPanel)
#include "tst_number_panel.moc"
