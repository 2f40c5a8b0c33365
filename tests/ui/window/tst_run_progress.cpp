// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/controls/run_progress.h"

#include "tests/support/small_data.h"
#include "tests/support/test_program.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace nabla;
using namespace nabla::ui;

class TestRunProgress final : public QObject
{
    Q_OBJECT

private slots:
    void theEpochUnderWayIsShown_data();
    void theEpochUnderWayIsShown();
    void theTimeLeftFollowsFromTheSpeed();
    void loadingCanBeCanceled();

private:
    static QString textOf(const RunStatusData &status);
};

QString TestRunProgress::textOf(const RunStatusData &status)
{
    const RunHistory history;
    ExperimentConfig experiment;
    experiment.miniBatchSize = 10;
    RunProgress progress;
    progress.showFrame(
        {history, nullptr, nabla::test::barData(100, 10, 10), status, experiment, 1});
    return progress.text();
}

void TestRunProgress::theEpochUnderWayIsShown_data()
{
    QTest::addColumn<quint64>("step");
    QTest::addColumn<QString>("expected");
    QTest::newRow("untrained") << quint64(0) << "Epoch 0 of 30";
    QTest::newRow("the first step") << quint64(1) << "Epoch 1 of 30";
    QTest::newRow("one epoch done") << quint64(10) << "Epoch 1 of 30";
    QTest::newRow("the next begun") << quint64(11) << "Epoch 2 of 30";
    QTest::newRow("the end") << quint64(300) << "Epoch 30 of 30";
}

void TestRunProgress::theEpochUnderWayIsShown()
{
    QFETCH(quint64, step);
    QFETCH(QString, expected);
    RunStatusData status;
    status.step = step;
    status.stepsPerEpoch = 10;
    status.totalSteps = 300;
    status.epochs = 30;
    QVERIFY2(textOf(status).startsWith(expected), qPrintable(textOf(status)));
}

void TestRunProgress::theTimeLeftFollowsFromTheSpeed()
{
    RunStatusData status;
    status.state = RunState::Running;
    status.step = 100;
    status.stepsPerEpoch = 10;
    status.totalSteps = 300;
    status.epochs = 30;
    status.digitsPerSecond = 100.0; // 10 steps a second
    QVERIFY2(textOf(status).contains("20 s left"), qPrintable(textOf(status)));
    status.digitsPerSecond = 1.0;
    QVERIFY2(textOf(status).contains("33 min left"), qPrintable(textOf(status)));
}

void TestRunProgress::loadingCanBeCanceled()
{
    RunProgress progress;
    progress.showLoading("Loading MNIST", 0.42);
    QVERIFY(progress.text().contains("Loading MNIST"));
    QVERIFY(progress.text().contains("42"));
    QSignalSpy canceled(&progress, &RunProgress::cancelRequested);
    progress.findChild<QToolButton *>()->click();
    QCOMPARE(canceled.size(), 1);
    progress.endLoading();
    QVERIFY(!progress.text().contains("MNIST"));
}

NABLA_WINDOW_TEST(TestRunProgress)
#include "tst_run_progress.moc"
