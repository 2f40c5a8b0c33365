// SPDX-License-Identifier: GPL-3.0-or-later
// What the default instruments cost: a trainer alone, and the same run on its thread with every
// record of every mini-batch, the probe beside it, and a reader that drains 30 times and asks for a
// snapshot 10 times a second. Rounds of both alternate, and only the processor time of the thread
// that trains counts; a machine with other guests still scatters by several per cent. So the
// instruments' own work is measured by itself too: speeds, records, clock and copies.
#include "core/sources/data_catalog.h"
#include "core/train/trainer_thread.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace {

using namespace nabla;
using Clock = std::chrono::steady_clock;

constexpr auto roundLength = std::chrono::milliseconds(300);
constexpr int rounds = 41;

/// Seconds on a processor of one of this program's threads.
double processorSeconds(const std::string &thread)
{
    std::ifstream file("/proc/self/task/" + thread + "/schedstat");
    double nanoseconds = 0.0;
    file >> nanoseconds;
    return 1e-9 * nanoseconds;
}

/// The thread that came last: a TrainerThread starts its worker first.
std::string newestThread()
{
    long newest = 0;
    for (const auto &entry : std::filesystem::directory_iterator("/proc/self/task"))
        newest = std::max(newest, std::stol(entry.path().filename()));
    return std::to_string(newest);
}

/// Digits a second of processor time.
double alone(Trainer &trainer, int miniBatchSize)
{
    const std::string thread = std::to_string(gettid());
    const std::uint64_t first = trainer.step();
    const double cpu = processorSeconds(thread);
    const auto begin = Clock::now();
    while (Clock::now() - begin < roundLength) {
        for (int i = 0; i < 100; ++i)
            trainer.stepMiniBatch();
    }
    return static_cast<double>(trainer.step() - first) * miniBatchSize
           / (processorSeconds(thread) - cpu);
}

double withInstruments(TrainerThread &trainer, const std::string &thread, int miniBatchSize)
{
    std::vector<MetricSeries> drained;
    const std::uint64_t first = trainer.status().step;
    const double cpu = processorSeconds(thread);
    trainer.post(RunCommand{});
    const auto begin = Clock::now();
    for (int tick = 0; Clock::now() - begin < roundLength; ++tick) {
        std::this_thread::sleep_for(std::chrono::milliseconds(33));
        trainer.telemetry().drain(drained);
        (void)trainer.takeEvaluations();
        if (tick % 3 == 0)
            trainer.snapshots().request();
    }
    trainer.post(PauseCommand{});
    while (!trainer.status().hasDigest) // it rests
        std::this_thread::yield();
    const double spent = processorSeconds(thread) - cpu;
    trainer.waitForEvaluations();
    return static_cast<double>(trainer.status().step - first) * miniBatchSize / spent;
}

/// Seconds that a call takes.
template <class F>
double timeOf(F work)
{
    constexpr int repetitions = 200'000;
    const auto begin = Clock::now();
    for (int i = 0; i < repetitions; ++i)
        work();
    return std::chrono::duration<double>(Clock::now() - begin).count() / repetitions;
}

/// The instruments' own work, each part by itself, in seconds for a second of training: what a
/// trainer does for them beside each mini-batch, and ten copies of the network.
double ownWork(const Trainer &trainer, double miniBatchesPerSecond)
{
    const Network network = trainer.network();
    AlignedBuffer<Scalar> gradient(network.buffer().size());
    for (Scalar &g : gradient)
        g = 0.001F;
    std::vector<double> speeds(static_cast<std::size_t>(network.layerCount()));
    TelemetryChannel channel(stepMetrics(network.layerCount()).size());
    std::vector<double> record(stepMetrics(network.layerCount()).size());
    std::uint64_t step = 0;
    const double beside = timeOf([&] {
        learningSpeeds(network, gradient, 10, speeds);
        std::ranges::copy(speeds, record.begin() + 3);
        record[2] = std::chrono::duration<double>(Clock::now().time_since_epoch()).count();
        channel.push(++step, record);
    });
    const auto begin = Clock::now();
    std::shared_ptr<const Network> copy;
    for (int i = 0; i < 10; ++i)
        copy = std::make_shared<const Network>(trainer.network());
    const double copies = std::chrono::duration<double>(Clock::now() - begin).count();
    return beside * miniBatchesPerSecond + copies;
}

double quantile(std::vector<double> values, double share)
{
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

double median(const std::vector<double> &values)
{
    return quantile(values, 0.5);
}

void measure(const std::vector<int> &layers, const std::shared_ptr<const Dataset> &data)
{
    HyperParameters config;
    config.layers = layers;
    config.epochs = 1'000'000;
    Trainer trainer(config, data);
    TrainerThread watched(config, data);
    const std::string thread = newestThread();
    std::vector<double> prices;
    std::vector<double> speeds;
    (void)alone(trainer, config.miniBatchSize); // warms up
    for (int round = 0; round < rounds; ++round) {
        const double bare = alone(trainer, config.miniBatchSize);
        const double measured = withInstruments(watched, thread, config.miniBatchSize);
        speeds.push_back(bare);
        prices.push_back(100.0 * (1.0 - measured / bare));
    }
    const double own = 100.0 * ownWork(trainer, median(speeds) / config.miniBatchSize);
    std::printf("%-22s %10.0f %8.1f %%   %5.1f %% (half of the rounds %.1f to %.1f)\n",
                formatLayers(layers).c_str(), median(speeds), own, median(prices),
                quantile(prices, 0.25), quantile(prices, 0.75));
}

} // namespace

int main()
{
    const auto data = loadData("builtin");
    std::printf("%-22s %10s %10s   %s\n", "mini-batch 10", "digits/s", "own work",
                "all, evaluations beside it included");
    for (const std::vector<int> &layers :
         {std::vector<int>{784, 30, 10}, std::vector<int>{784, 100, 10},
          std::vector<int>{784, 30, 30, 30, 30, 10}, std::vector<int>{784, 100, 100, 100, 10}})
        measure(layers, data);
}
