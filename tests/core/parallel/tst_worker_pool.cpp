// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parallel/worker_pool.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <atomic>
#include <future>

using namespace nabla;

class TestWorkerPool final : public QObject
{
    Q_OBJECT

private slots:
    void jobsOfOneThreadRunInTheirOrder();
    void everyJobOfManyRuns();
    void destructionStopsARunningJobAndDropsTheWaiting();
};

void TestWorkerPool::jobsOfOneThreadRunInTheirOrder()
{
    std::vector<int> order;
    WorkerPool pool(1);
    for (int i = 0; i < 100; ++i)
        pool.submit([&order, i](std::stop_token) { order.push_back(i); });
    pool.waitUntilIdle();
    QCOMPARE(pool.pending(), 0);
    QCOMPARE(order.size(), std::size_t(100));
    QVERIFY(std::is_sorted(order.begin(), order.end()));
}

void TestWorkerPool::everyJobOfManyRuns()
{
    std::atomic<int> sum = 0;
    WorkerPool pool(4);
    for (int i = 1; i <= 1000; ++i)
        pool.submit([&sum, i](std::stop_token) { sum += i; });
    pool.waitUntilIdle();
    QCOMPARE(sum.load(), 500500);
}

void TestWorkerPool::destructionStopsARunningJobAndDropsTheWaiting()
{
    std::promise<void> started;
    std::atomic<bool> stopped = false;
    std::atomic<bool> dropped = true;
    {
        WorkerPool pool(1);
        pool.submit([&](std::stop_token stop) {
            started.set_value();
            while (!stop.stop_requested())
                std::this_thread::yield();
            stopped = true;
        });
        pool.submit([&](std::stop_token) { dropped = false; });
        started.get_future().wait();
    }
    QVERIFY(stopped);
    QVERIFY(dropped);
}

NABLA_TEST(TestWorkerPool)
#include "tst_worker_pool.moc"
