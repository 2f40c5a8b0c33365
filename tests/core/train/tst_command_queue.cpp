// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/train/command_queue.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <thread>

using namespace nabla;

class TestCommandQueue final : public QObject
{
    Q_OBJECT

private slots:
    void commandsComeOutInTheirOrder();
    void aWaitingTakerIsWokenByACommand();
    void aPassedDeadlineGivesNothing();
};

void TestCommandQueue::commandsComeOutInTheirOrder()
{
    CommandQueue queue;
    QVERIFY(!queue.tryTake());
    queue.post(RunCommand{});
    queue.post(SetLearningRateCommand{0.5});
    QVERIFY(std::holds_alternative<RunCommand>(*queue.tryTake()));
    QCOMPARE(std::get<SetLearningRateCommand>(*queue.tryTake()).value, 0.5);
    QVERIFY(!queue.tryTake());
}

void TestCommandQueue::aWaitingTakerIsWokenByACommand()
{
    CommandQueue queue;
    std::thread poster([&queue] { queue.post(StepMiniBatchesCommand{7}); });
    QCOMPARE(std::get<StepMiniBatchesCommand>(queue.take()).count, std::uint64_t(7));
    poster.join();
}

void TestCommandQueue::aPassedDeadlineGivesNothing()
{
    CommandQueue queue;
    QVERIFY(!queue.takeUntil(CommandQueue::Clock::now()));
    queue.post(PauseCommand{});
    QVERIFY(queue.takeUntil(CommandQueue::Clock::now()).has_value());
}

NABLA_TEST(TestCommandQueue)
#include "tst_command_queue.moc"
