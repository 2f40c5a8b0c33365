// SPDX-License-Identifier: GPL-3.0-or-later
// How long Pause and Stop take, in the middle of training, for the smallest and the largest
// networks that are offered, mini-batch and full batch. The bound is 50 ms.
#include "core/sources/data_catalog.h"
#include "core/train/trainer_thread.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>
#include <thread>

namespace {

using namespace nabla;
using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point begin)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

double pauseLatency(TrainerThread &thread)
{
    thread.post(RunCommand{});
    while (thread.status().state != RunState::Running)
        std::this_thread::yield();
    std::this_thread::sleep_for(std::chrono::milliseconds(37)); // into the midst of a step
    const auto begin = Clock::now();
    thread.post(PauseCommand{});
    while (thread.status().state == RunState::Running)
        std::this_thread::yield();
    return millisecondsSince(begin);
}

void measure(const std::vector<int> &layers, int miniBatchSize,
             const std::shared_ptr<const Dataset> &data)
{
    HyperParameters config;
    config.layers = layers;
    config.miniBatchSize = miniBatchSize;
    config.epochs = 1'000'000;
    double worstPause = 0.0;
    double worstStop = 0.0;
    for (int round = 0; round < 5; ++round) {
        auto thread = std::make_unique<TrainerThread>(config, data);
        for (int i = 0; i < 4; ++i)
            worstPause = std::max(worstPause, pauseLatency(*thread));
        thread->post(RunCommand{});
        std::this_thread::sleep_for(std::chrono::milliseconds(23));
        const auto begin = Clock::now();
        thread.reset();
        worstStop = std::max(worstStop, millisecondsSince(begin));
    }
    std::printf("%-28s mini-batch %6d   pause %6.1f ms   stop %6.1f ms   (worst of 20 and 5; bound "
                "50 ms)\n",
                formatLayers(layers).c_str(), miniBatchSize, worstPause, worstStop);
}

} // namespace

int main()
{
    const auto data = loadData("builtin");
    const int fullBatch = data->training.size();
    for (const std::vector<int> &layers :
         {std::vector<int>{784, 30, 10}, std::vector<int>{784, 30, 30, 30, 30, 10},
          std::vector<int>{784, 1000, 1000, 10}, std::vector<int>{784, 3000, 500, 10}}) {
        measure(layers, 10, data);
        measure(layers, fullBatch, data);
    }
}
