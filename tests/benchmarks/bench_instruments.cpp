// SPDX-License-Identifier: GPL-3.0-or-later
// What the default instruments cost: a trainer alone, and the same run on its thread with every
// record of every mini-batch, the probe beside it, and a reader that drains 30 times and asks for a
// snapshot 10 times a second. Rounds of both alternate, so that the machine's moods hit both.
#include "core/data/data_catalog.h"
#include "core/train/trainer_thread.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>
#include <thread>
#include <vector>

namespace {

using namespace nabla;
using Clock = std::chrono::steady_clock;

constexpr auto roundLength = std::chrono::milliseconds(700);
constexpr int rounds = 9;

double digitsPerSecond(std::uint64_t steps, int miniBatchSize, Clock::duration time)
{
    return static_cast<double>(steps) * miniBatchSize / std::chrono::duration<double>(time).count();
}

double alone(Trainer &trainer, int miniBatchSize)
{
    const std::uint64_t first = trainer.step();
    const auto begin = Clock::now();
    while (Clock::now() - begin < roundLength) {
        for (int i = 0; i < 100; ++i)
            trainer.stepMiniBatch();
    }
    return digitsPerSecond(trainer.step() - first, miniBatchSize, Clock::now() - begin);
}

double withInstruments(TrainerThread &thread, int miniBatchSize)
{
    std::vector<MetricSeries> drained;
    thread.post(RunCommand{});
    while (thread.status().state != RunState::Running)
        std::this_thread::yield();
    const RunStatusData first = thread.status();
    const auto begin = Clock::now();
    for (int tick = 0; Clock::now() - begin < roundLength; ++tick) {
        std::this_thread::sleep_for(std::chrono::milliseconds(33));
        thread.telemetry().drain(drained);
        (void)thread.takeEvaluations();
        if (tick % 3 == 0)
            thread.snapshots().request();
    }
    thread.post(PauseCommand{});
    while (thread.status().state == RunState::Running)
        std::this_thread::yield();
    thread.waitForEvaluations();
    const RunStatusData last = thread.status();
    return static_cast<double>(last.step - first.step) * miniBatchSize
           / (last.seconds - first.seconds);
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
    TrainerThread thread(config, data);
    std::vector<double> prices;
    std::vector<double> speeds;
    (void)alone(trainer, config.miniBatchSize); // warms up
    for (int round = 0; round < rounds; ++round) {
        const double bare = alone(trainer, config.miniBatchSize);
        const double measured = withInstruments(thread, config.miniBatchSize);
        speeds.push_back(bare);
        prices.push_back(100.0 * (1.0 - measured / bare));
    }
    std::printf("%-22s %10.0f %8.1f %%  (rounds %.1f to %.1f)\n", formatLayers(layers).c_str(),
                median(speeds), median(prices), std::ranges::min(prices), std::ranges::max(prices));
}

} // namespace

int main()
{
    const auto data = loadData("builtin");
    std::printf("%-22s %10s %10s\n", "mini-batch 10", "digits/s", "price (bound 5 %)");
    for (const std::vector<int> &layers :
         {std::vector<int>{784, 30, 10}, std::vector<int>{784, 100, 10},
          std::vector<int>{784, 30, 30, 30, 30, 10}, std::vector<int>{784, 100, 100, 100, 10}})
        measure(layers, data);
}
