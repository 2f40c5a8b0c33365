// SPDX-License-Identifier: GPL-3.0-or-later
// The time machine: what its moments cost the trainer, what a million steps of them take, and how
// fast a slider gets them back, from memory and from the disk.
#include "core/sources/data_catalog.h"
#include "core/train/moment_archive.h"
#include "core/train/trainer.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <memory>
#include <vector>

namespace {

using namespace nabla;

constexpr std::uint64_t million = 1'000'000;

/// Of this thread: what other programs take does not count.
double processorSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

/// A run as TrainerThread makes it, with moments or without.
class Run
{
public:
    Run(const HyperParameters &config, const std::shared_ptr<const Dataset> &data)
        : m_trainer(config, data)
    {
    }

    /// Seconds of this thread until the step.
    double trainTo(std::uint64_t step, MomentArchive *moments)
    {
        const double begin = processorSeconds();
        while (m_trainer.step() < step) {
            m_trainer.stepMiniBatch();
            if (moments && m_trainer.step() >= m_due && moments->hasRoom()) {
                const double before = processorSeconds();
                moments->add(m_trainer.moment());
                m_due = nextMomentAfter(m_trainer.step());
                m_momentSeconds += processorSeconds() - before;
                m_mostBytes = std::max(m_mostBytes, moments->usage().memoryBytes);
            }
        }
        return processorSeconds() - begin;
    }
    [[nodiscard]] double momentSeconds() const { return m_momentSeconds; }
    [[nodiscard]] std::size_t mostBytes() const { return m_mostBytes; }

private:
    Trainer m_trainer;
    std::uint64_t m_due = 0;
    double m_momentSeconds = 0.0;
    std::size_t m_mostBytes = 0;
};

double quantile(std::vector<double> values, double share)
{
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

void measurePrice(const HyperParameters &config, const std::shared_ptr<const Dataset> &data,
                  std::uint64_t steps, const char *what)
{
    constexpr int rounds = 7;
    std::vector<double> prices;
    std::vector<double> own;
    for (int round = 0; round < rounds; ++round) {
        const double bare = Run(config, data).trainTo(steps, nullptr);
        Run run(config, data);
        MomentArchive moments;
        const double measured = run.trainTo(steps, &moments);
        prices.push_back(100.0 * (measured / bare - 1.0));
        own.push_back(100.0 * run.momentSeconds() / bare);
    }
    std::printf("  %-10s own work %5.2f %%, A/B %5.2f %% (half of the rounds %.1f to %.1f)\n", what,
                quantile(own, 0.5), quantile(prices, 0.5), quantile(prices, 0.25),
                quantile(prices, 0.75));
}

void measureLoading(MomentArchive &moments, const char *from)
{
    std::vector<double> milliseconds;
    for (const std::uint64_t step : moments.steps()) {
        const auto begin = std::chrono::steady_clock::now();
        (void)moments.snapshot(step);
        const std::chrono::duration<double, std::milli> spent
            = std::chrono::steady_clock::now() - begin;
        milliseconds.push_back(spent.count());
    }
    std::printf("  from %-9s %6.3f ms, p99 %6.3f ms, worst %6.3f ms (%zu moments)\n", from,
                quantile(milliseconds, 0.5), quantile(milliseconds, 0.99),
                quantile(milliseconds, 1.0), milliseconds.size());
}

void measure(const std::vector<int> &layers, const std::shared_ptr<const Dataset> &data)
{
    HyperParameters config;
    config.layers = layers;
    config.epochs = 1'000;
    std::printf("%s\n", formatLayers(layers).c_str());
    measurePrice(config, data, 5'000, "1 epoch");
    measurePrice(config, data, 150'000, "30 epochs");

    Run run(config, data);
    MomentArchive moments;
    run.trainTo(million, &moments);
    moments.waitUntilWritten();
    const MomentUsage usage = moments.usage();
    std::printf(
        "  10^6 steps: %d moments in memory (at most %.1f MiB), %d on the disk (%.1f MiB)\n",
        usage.inMemory, static_cast<double>(run.mostBytes()) / (1 << 20), usage.onDisk,
        static_cast<double>(usage.diskBytes) / (1 << 20));
    measureLoading(moments, "both");

    MomentLimits noMemory;
    noMemory.memoryBytes = 1;
    MomentArchive stored(noMemory);
    Run again(config, data);
    std::vector<double> milliseconds;
    for (std::uint64_t step = 0; step < 5'000; step += 50) {
        again.trainTo(step, nullptr);
        const auto begin = std::chrono::steady_clock::now();
        again.trainTo(step + 1, &stored);
        stored.waitUntilWritten();
        const std::chrono::duration<double, std::milli> spent
            = std::chrono::steady_clock::now() - begin;
        milliseconds.push_back(spent.count());
    }
    std::printf("  written in     %6.3f ms\n", quantile(milliseconds, 0.5));
    measureLoading(stored, "disk");
}

} // namespace

int main()
{
    const auto data = loadData("builtin");
    for (const std::vector<int> &layers :
         {std::vector<int>{784, 30, 30, 30, 30, 10}, std::vector<int>{784, 100, 10}})
        measure(layers, data);
}
