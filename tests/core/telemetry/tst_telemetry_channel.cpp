// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/telemetry/telemetry_channel.h"
#include "tests/support/drained.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <array>
#include <atomic>
#include <thread>

using namespace nabla;

class TestTelemetryChannel final : public QObject
{
    Q_OBJECT

private slots:
    void drainGivesEverythingOnce();
    void aReaderThatNeverComesCostsResolutionOnly();
    void aWriterAndAReaderLoseNothing();
    void aWrongNumberOfValuesIsRefused();
};

void TestTelemetryChannel::drainGivesEverythingOnce()
{
    TelemetryChannel channel(2);
    channel.push(1, std::array{1.0, 10.0});
    channel.push(2, std::array{2.0, 20.0});
    const auto series = test::drained(channel);
    QCOMPARE(series.size(), std::size_t(2));
    QCOMPARE(series[0].count(), std::uint64_t(2));
    QCOMPARE(series[1].buckets().back().last, 20.0);
    QCOMPARE(test::drained(channel)[0].count(), std::uint64_t(0));
}

void TestTelemetryChannel::aReaderThatNeverComesCostsResolutionOnly()
{
    TelemetryChannel channel(1);
    for (std::uint64_t step = 1; step <= 1'000'000; ++step)
        channel.push(step, std::array{static_cast<double>(step)});
    const auto series = test::drained(channel);
    QVERIFY(series[0].buckets().size() <= MetricSeries::defaultCapacity);
    QCOMPARE(series[0].count(), std::uint64_t(1'000'000));
}

void TestTelemetryChannel::aWriterAndAReaderLoseNothing()
{
    constexpr std::uint64_t records = 200'000;
    TelemetryChannel channel(3);
    std::atomic<bool> done = false;
    std::thread writer([&] {
        for (std::uint64_t step = 1; step <= records; ++step)
            channel.push(step, std::array{1.0, static_cast<double>(step), -1.0});
        done = true;
    });
    MetricSeries seen;
    while (!done)
        seen.append(test::drained(channel)[1]);
    writer.join();
    seen.append(test::drained(channel)[1]);
    QCOMPARE(seen.count(), records);
    QCOMPARE(seen.buckets().front().firstStep, std::uint64_t(1));
    QCOMPARE(seen.buckets().back().last, static_cast<double>(records));
}

void TestTelemetryChannel::aWrongNumberOfValuesIsRefused()
{
    TelemetryChannel channel(2);
    QVERIFY_EXCEPTION_THROWN(channel.push(1, std::array{1.0}), std::invalid_argument);
}

NABLA_TEST(TestTelemetryChannel)
#include "tst_telemetry_channel.moc"
