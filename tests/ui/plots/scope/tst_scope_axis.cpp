// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_program.h"
#include "ui/plots/scope/scope_axis.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace nabla::ui;

class TestScopeAxis final : public QObject
{
    Q_OBJECT

private slots:
    void opensOnTheFirstEpoch();
    void restsWithinTheOpeningAndGrowsInJumps();
    void zoomKeepsWhatIsUnderThePointer();
    void zoomingOutToTheWholeRunFollowsAgain();
    void panStaysWithinTheRun();
    void aZoomedViewStaysWhileTheRunGoesOn();
    void aNewRunIsFollowedFromItsStart();
    void anotherUnitFollowsAgain();
    void scopesOfOneOwnerShareOneAxis();
    void marginsAreTheWidestAskedFor();
};

void TestScopeAxis::opensOnTheFirstEpoch()
{
    ScopeAxis axis;
    axis.showRun(1, 0.01, 1.0);
    QCOMPARE(axis.range(), (AxisRange{0.0, 1.0}));
    QVERIFY(axis.isFollowing());
}

void TestScopeAxis::restsWithinTheOpeningAndGrowsInJumps()
{
    ScopeAxis axis;
    axis.showRun(1, 0.01, 1.0);
    const QSignalSpy changes(&axis, &ScopeAxis::changed);
    for (double end = 0.02; end < 1.0; end += 0.01)
        axis.showRun(1, end, 1.0);
    QCOMPARE(changes.count(), 0);
    for (double end = 1.0; end < 2.0; end += 0.001) {
        axis.showRun(1, end, 1.0);
        QVERIFY(axis.range().upper >= end);
        QVERIFY(axis.range().upper <= 1.03 * end);
    }
    QVERIFY(changes.count() < 50);
}

void TestScopeAxis::zoomKeepsWhatIsUnderThePointer()
{
    ScopeAxis axis;
    axis.showRun(1, 10.0, 1.0);
    const AxisRange before = axis.range();
    axis.zoom(0.5, 4.0);
    const AxisRange after = axis.range();
    QVERIFY(!axis.isFollowing());
    const double shareBefore = (4.0 - before.lower) / (before.upper - before.lower);
    const double shareAfter = (4.0 - after.lower) / (after.upper - after.lower);
    QVERIFY(std::abs(shareBefore - shareAfter) < 1e-12);
    QVERIFY(std::abs((after.upper - after.lower) - 0.5 * (before.upper - before.lower)) < 1e-12);
}

void TestScopeAxis::zoomingOutToTheWholeRunFollowsAgain()
{
    ScopeAxis axis;
    axis.showRun(1, 10.0, 1.0);
    const AxisRange whole = axis.range();
    axis.zoom(0.5, 4.0);
    axis.zoom(4.0, 4.0);
    QVERIFY(axis.isFollowing());
    QCOMPARE(axis.range(), whole);
}

void TestScopeAxis::panStaysWithinTheRun()
{
    ScopeAxis axis;
    axis.showRun(1, 10.0, 1.0);
    const AxisRange whole = axis.range();
    axis.zoom(0.5, 5.0);
    axis.pan(-100.0);
    QCOMPARE(axis.range().lower, 0.0);
    axis.pan(100.0);
    QVERIFY(std::abs(axis.range().upper - whole.upper) < 1e-9);
}

void TestScopeAxis::aZoomedViewStaysWhileTheRunGoesOn()
{
    ScopeAxis axis;
    axis.showRun(1, 10.0, 1.0);
    axis.zoom(0.25, 5.0);
    const AxisRange zoomed = axis.range();
    axis.showRun(1, 20.0, 1.0);
    QCOMPARE(axis.range(), zoomed);
    axis.follow();
    QVERIFY(axis.range().upper >= 20.0);
}

void TestScopeAxis::aNewRunIsFollowedFromItsStart()
{
    ScopeAxis axis;
    axis.showRun(1, 10.0, 1.0);
    axis.zoom(0.25, 5.0);
    axis.showRun(2, 0.0, 1.0);
    QVERIFY(axis.isFollowing());
    QCOMPARE(axis.range(), (AxisRange{0.0, 1.0}));
}

void TestScopeAxis::anotherUnitFollowsAgain()
{
    ScopeAxis axis;
    axis.showRun(1, 10.0, 1.0);
    axis.zoom(0.25, 5.0);
    axis.setUnit(XUnit::Steps);
    QVERIFY(axis.isFollowing());
    axis.showRun(1, 50000.0, 5000.0);
    QCOMPARE(axis.range().lower, 0.0);
    QVERIFY(axis.range().upper >= 50000.0);
}

void TestScopeAxis::scopesOfOneOwnerShareOneAxis()
{
    QObject owner;
    QObject other;
    QCOMPARE(&ScopeAxis::sharedBy(owner), &ScopeAxis::sharedBy(owner));
    QVERIFY(&ScopeAxis::sharedBy(owner) != &ScopeAxis::sharedBy(other));
}

void TestScopeAxis::marginsAreTheWidestAskedFor()
{
    ScopeAxis axis;
    const QObject a;
    const QObject b;
    axis.reserve(&a, {40, 20});
    axis.reserve(&b, {30, 70});
    QCOMPARE(axis.margins(), (ScopeAxis::Margins{40, 70}));
    axis.release(&b);
    QCOMPARE(axis.margins(), (ScopeAxis::Margins{40, 20}));
}

NABLA_WINDOW_TEST(TestScopeAxis)
#include "tst_scope_axis.moc"
