// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of training: an epoch of digits that are distorted beside it, the probe, an evaluation.
// Digits a second are measured by nabla bench.
#include "core/experiments/presets.h"
#include "core/measure/evaluator.h"
#include "core/measure/probe.h"
#include "core/sources/data_catalog.h"
#include "core/train/trainer.h"

#include <benchmark/benchmark.h>

namespace {

using namespace nabla;

const std::shared_ptr<const Dataset> &digits()
{
    static const auto data = loadData("builtin");
    return data;
}

HyperParameters layersOf(const benchmark::State &state)
{
    static const std::vector<int> shapes[]
        = {{784, 30, 10}, {784, 100, 10}, {784, 30, 30, 30, 30, 10}, {784, 100, 100, 100, 10}};
    HyperParameters config;
    config.layers = shapes[state.range(0)];
    config.miniBatchSize = static_cast<int>(state.range(1));
    config.epochs = 1'000'000;
    return config;
}

/// The same digits, or digits distorted anew each epoch on a thread of their own: what that costs
/// the trainer. Whole epochs, so that waiting for a set is counted.
void trainingEpochWithExpandedDigits(benchmark::State &state)
{
    static const char *const expansions[] = {"none", "shift", "affine", "elastic"};
    HyperParameters config;
    config.layers = {784, 100, 10};
    config.epochs = 1'000'000;
    config.expansion = expansions[state.range(0)];
    Trainer trainer(config, digits());
    trainer.stepMiniBatch(); // the first set is waited for in any case
    for (auto _ : state) {
        do
            trainer.stepMiniBatch();
        while (!trainer.atEpochBoundary());
    }
    state.SetItemsProcessed(state.iterations() * trainer.trainingDigits());
    state.SetLabel(config.expansion);
}
BENCHMARK(trainingEpochWithExpandedDigits)
    ->DenseRange(0, 3)
    ->UseRealTime()
    ->Unit(benchmark::kMillisecond);

void probeOfAThousandDigits(benchmark::State &state)
{
    Trainer trainer(layersOf(state), digits());
    for (auto _ : state)
        benchmark::DoNotOptimize(
            probeLearningSpeed(trainer.network(), trainer.cost(), digits()->training));
    state.SetLabel(formatLayers(trainer.network().layerSizes()));
}
BENCHMARK(probeOfAThousandDigits)->ArgsProduct({{0, 2}, {10}})->Unit(benchmark::kMillisecond);

void evaluationOfTenThousandDigits(benchmark::State &state)
{
    Trainer trainer(layersOf(state), digits());
    for (auto _ : state)
        benchmark::DoNotOptimize(evaluateSet(trainer.network(), trainer.cost(), digits()->test));
    state.SetLabel(formatLayers(trainer.network().layerSizes()));
}
BENCHMARK(evaluationOfTenThousandDigits)
    ->ArgsProduct({{0, 1, 2}, {10}})
    ->Unit(benchmark::kMillisecond);

} // namespace
