// SPDX-License-Identifier: GPL-3.0-or-later
// Distorted digits a second of one core, and for how many seconds a second they feed the training
// of a 784-100-10 network: above 1, a thread beside the trainer keeps up with it.
#include "core/sources/data_catalog.h"
#include "core/train/expanded_sets.h"
#include "core/train/trainer.h"

#include <benchmark/benchmark.h>

#include <chrono>

namespace {

using namespace nabla;

const std::shared_ptr<const Dataset> &digits()
{
    static const auto data = loadData("builtin");
    return data;
}

/// Measured once, in the same run, since machines and their moods differ.
double trainingDigitsPerSecond()
{
    static const double measured = [] {
        using Clock = std::chrono::steady_clock;
        HyperParameters config;
        config.layers = {784, 100, 10};
        config.miniBatchSize = 10;
        config.epochs = 1'000'000;
        Trainer trainer(config, digits());
        const auto begin = Clock::now();
        double done = 0.0;
        std::chrono::duration<double> passed{};
        for (; passed.count() < 1.0; passed = Clock::now() - begin) {
            for (int step = 0; step < 100; ++step, done += 10.0)
                trainer.stepMiniBatch();
        }
        return done / passed.count();
    }();
    return measured;
}

void report(benchmark::State &state, double done)
{
    state.SetItemsProcessed(static_cast<std::int64_t>(done));
    state.counters["training_seconds"]
        = benchmark::Counter(done / trainingDigitsPerSecond(), benchmark::Counter::kIsRate);
    state.SetLabel(distortions()[static_cast<std::size_t>(state.range(0))].id);
}

/// The distortion alone.
void distortedDigitsPerSecond(benchmark::State &state)
{
    const LabelledImages &training = digits()->training;
    const Distorter distorter(distortions()[static_cast<std::size_t>(state.range(0))].distortion, 1,
                              0);
    std::vector<std::uint8_t> result(imagePixels);
    int index = 0;
    for (auto _ : state) {
        distorter.distort(training.image(index), index, result);
        benchmark::DoNotOptimize(result.data());
        benchmark::ClobberMemory();
        index = index + 1 < training.size() ? index + 1 : 0;
    }
    report(state, static_cast<double>(state.iterations()));
}
BENCHMARK(distortedDigitsPerSecond)->DenseRange(1, 3);

/// A whole epoch's set as the trainer gets it, with its displacement fields and compressed rows.
void expandedSet(benchmark::State &state)
{
    const LabelledImages &training = digits()->training;
    const Distortion &distortion
        = distortions()[static_cast<std::size_t>(state.range(0))].distortion;
    int epoch = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(expandedImages(training, training.size(), distortion, 1, epoch++));
    report(state, static_cast<double>(state.iterations()) * training.size());
}
BENCHMARK(expandedSet)->DenseRange(1, 3)->Unit(benchmark::kMillisecond);

} // namespace
