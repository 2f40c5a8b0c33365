// SPDX-License-Identifier: GPL-3.0-or-later
// What one frame of a scope costs: reducing four noisy curves, full to the brim, and drawing them.
// Arguments: device pixels a pixel (1 or 2), hidden layers, runs over each other. Runs without a
// display.
#include "core/telemetry/run_history.h"
#include "ui/plots/layer_colors.h"
#include "ui/plots/scope/scope_axis.h"
#include "ui/plots/scope/scope_plot.h"

#include <benchmark/benchmark.h>

#include <QApplication>

#include <cmath>
#include <random>

using namespace nabla;
using namespace nabla::ui;

namespace {

RunHistory noisyRun(int hiddenLayers)
{
    constexpr int records = 100000;
    RunHistory history(hiddenLayers + 1, 5000);
    std::vector<MetricSeries> drained(stepMetrics(hiddenLayers + 1).size());
    std::mt19937_64 engine(1);
    for (std::uint64_t step = 1; step <= records; ++step) {
        double scale = 1.0;
        for (MetricSeries &series : drained) {
            series.append(step, scale * (0.2 + static_cast<double>(engine() >> 40) / 2e7));
            scale *= 0.3;
        }
        if (step % 250 == 0) {
            for (int layer = 1; layer <= hiddenLayers; ++layer)
                history.append({Metric::ProbeSpeed, layer}, step,
                               std::pow(0.3, layer) * std::sin(1e-4 * step + 2.0));
        }
    }
    history.absorb(drained);
    return history;
}

void frameOfTheLearningSpeedScope(benchmark::State &state)
{
    qputenv("QT_SCALE_FACTOR", QByteArray::number(static_cast<int>(state.range(0))));
    qputenv("QT_QPA_PLATFORM", "offscreen");
    int argc = 1;
    char name[] = "bench_replot";
    char *argv[] = {name, nullptr};
    QApplication application(argc, argv);

    const int hiddenLayers = static_cast<int>(state.range(1));
    const int runCount = static_cast<int>(state.range(2));
    const RunHistory history = noisyRun(hiddenLayers);
    ScopeAxis axis;
    ScopePlot plot(axis, ScopeScale::Logarithmic);
    std::vector<ScopeCurve> curves;
    for (int layer = 1; layer <= hiddenLayers; ++layer) {
        const QColor color = layerColor(layer, hiddenLayers + 1, false);
        curves.push_back({{Metric::LearningSpeed, layer}, CurveDrawing::Envelope, {}, color});
        curves.push_back(
            {{Metric::ProbeSpeed, layer}, CurveDrawing::Points, QStringLiteral("layer"), color});
    }
    plot.setCurves([&curves](int) { return curves; });
    plot.resize(820, 400);
    plot.show();
    QCoreApplication::processEvents();
    const RunStatusData status;
    ScopeRuns runs{{}, 1};
    for (int i = 0; i < runCount; ++i)
        runs.runs.push_back(
            {static_cast<std::uint64_t>(i) + 1, &history, &status, QStringLiteral("run"), i, i});
    for (auto _ : state) {
        plot.showRuns(runs);
        QCoreApplication::processEvents(); // the replot is queued
    }
    state.SetLabel(QStringLiteral("scale %1").arg(plot.devicePixelRatioF()).toStdString());
}

} // namespace

BENCHMARK(frameOfTheLearningSpeedScope)
    ->Unit(benchmark::kMillisecond)
    ->ArgsProduct({{1, 2}, {4, 8}, {1, 4}})
    ->ArgNames({"scale", "layers", "runs"});

BENCHMARK_MAIN();
