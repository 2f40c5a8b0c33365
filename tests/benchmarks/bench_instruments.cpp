// SPDX-License-Identifier: GPL-3.0-or-later
// What the default instruments cost: a trainer alone, and the same run on its thread with every
// record of every mini-batch, the probe beside it, and a reader that drains 30 times and asks for a
// snapshot 10 times a second. Rounds of both alternate, and only the processor time of the thread
// that trains counts, so that the machine's moods hit both. The trainer alone measures the layers'
// learning speeds too: their share is added.
#include "core/data/data_catalog.h"
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

constexpr auto roundLength = std::chrono::milliseconds(130);
constexpr int rounds = 75;

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

/// Of the learning speeds of all layers, in seconds a mini-batch.
double timeOfSpeeds(const Network &network)
{
    AlignedBuffer<Scalar> gradient(network.buffer().size());
    for (Scalar &g : gradient)
        g = 0.001F;
    std::vector<double> speeds(static_cast<std::size_t>(network.layerCount()));
    constexpr int repetitions = 100'000;
    const auto begin = Clock::now();
    double sum = 0.0;
    for (int i = 0; i < repetitions; ++i) {
        learningSpeeds(network, gradient, 10, speeds);
        sum += speeds.front();
    }
    const double seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    return sum > 0.0 ? seconds / repetitions : 0.0;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
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
    const double ofSpeeds
        = 100.0 * timeOfSpeeds(trainer.network()) * median(speeds) / config.miniBatchSize;
    std::printf("%-22s %10.0f %7.1f %%   %.1f (%.1f to %.1f) + %.1f for the learning speeds\n",
                formatLayers(layers).c_str(), median(speeds), median(prices) + ofSpeeds,
                median(prices), std::ranges::min(prices), std::ranges::max(prices), ofSpeeds);
}

} // namespace

int main()
{
    const auto data = loadData("builtin");
    std::printf("%-22s %10s %9s   of which: thread and reader (rounds)\n", "mini-batch 10",
                "digits/s", "price");
    for (const std::vector<int> &layers :
         {std::vector<int>{784, 30, 10}, std::vector<int>{784, 100, 10},
          std::vector<int>{784, 30, 30, 30, 30, 10}, std::vector<int>{784, 100, 100, 100, 10}})
        measure(layers, data);
}
