// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/commands/console.h"
#include "core/data/data_catalog.h"
#include "core/train/trainer.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace nabla {

namespace {

using Clock = std::chrono::steady_clock;

struct Shape
{
    const char *layers;
    int miniBatchSize;
};

constexpr Shape shapes[] = {
    {"784,30,10", 10},          {"784,30,10", 100},          {"784,100,10", 10},
    {"784,30,30,30,30,10", 10}, {"784,100,100,100,10", 100}, {"784,800,10", 100},
};

double secondsSince(Clock::time_point begin)
{
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

/// Multiplications and additions a second of a large matrix product: what the machine can reach.
double matrixProductSpeed()
{
    constexpr int size = 512;
    const Matrix a = Matrix::Random(size, size);
    const Matrix b = Matrix::Random(size, size);
    Matrix c(size, size);
    double best = 0.0;
    for (int i = 0; i < 10; ++i) {
        const auto begin = Clock::now();
        c.noalias() = a * b;
        best = std::max(best, 2.0 * size * size * size / secondsSince(begin));
    }
    return c.allFinite() ? best : 0.0;
}

struct Measurement
{
    double digitsPerSecond = 0.0;
    double operationsPerSecond = 0.0; ///< as if every pixel were multiplied
};

/// The best of three: other programs can only make it slower.
Measurement measure(const Shape &shape, const std::shared_ptr<const Dataset> &data, double seconds)
{
    HyperParameters config;
    config.layers = parseLayers(shape.layers);
    config.miniBatchSize = shape.miniBatchSize;
    config.epochs = 1'000'000;
    Trainer trainer(config, data);
    Measurement best;
    for (int round = 0; round < 3; ++round) {
        const auto begin = Clock::now();
        std::uint64_t digits = 0;
        while (secondsSince(begin) < seconds / 3.0) {
            trainer.stepMiniBatch();
            digits += static_cast<std::uint64_t>(trainer.report().examples);
        }
        best.digitsPerSecond
            = std::max(best.digitsPerSecond, static_cast<double>(digits) / secondsSince(begin));
    }
    constexpr double operations = 6.0; // a multiplication and an addition in each of three passes
    best.operationsPerSecond
        = best.digitsPerSecond * operations * static_cast<double>(parameterCount(config.layers));
    return best;
}

class BenchCommand final : public Subcommand
{
public:
    explicit BenchCommand(CLI::App &parent)
        : m_app(parent.add_subcommand("bench", "Measure how fast this machine trains"))
    {
        m_app->add_option("--seconds", m_seconds, "Seconds for each network")
            ->default_val(m_seconds)
            ->check(CLI::Range(0.01, 600.0));
        m_app->add_flag("--json", m_json, "Print one JSON object a network");
        m_app->footer(
            "The last column is the arithmetic of training beside a large matrix product on "
            "one core, measured in the\nsame run; it may exceed 100 %, because paper-white "
            "pixels are skipped.");
    }

    [[nodiscard]] CLI::App *app() const override { return m_app; }

    int run() override
    {
        ProgressLine progress;
        catchInterrupt();
        const auto data = loadData("builtin", [&](double share) {
            progress.show("digits " + std::to_string(static_cast<int>(100.0 * share)) + " %");
            return !interrupted();
        });
        if (!data)
            throw CommandFailure("interrupted");
        const double limit = matrixProductSpeed();
        if (!m_json)
            std::printf("matrix product: %.1f GFLOP/s on one core\n%-22s %10s %14s %s\n",
                        limit / 1e9, "layers", "mini-batch", "digits/s", "of that");
        for (const Shape &shape : shapes) {
            if (interrupted())
                return exitFailure;
            progress.show(shape.layers);
            const Measurement result = measure(shape, data, m_seconds);
            progress.clear();
            print(shape, result, limit);
        }
        return exitSuccess;
    }

private:
    void print(const Shape &shape, const Measurement &result, double limit) const
    {
        const double share = result.operationsPerSecond / limit;
        if (m_json)
            std::printf("%s\n", nlohmann::json({{"layers", parseLayers(shape.layers)},
                                                {"miniBatchSize", shape.miniBatchSize},
                                                {"digitsPerSecond", result.digitsPerSecond},
                                                {"shareOfMatrixProduct", share}})
                                    .dump()
                                    .c_str());
        else
            std::printf("%-22s %10d %14.0f %5.0f %%\n", shape.layers, shape.miniBatchSize,
                        result.digitsPerSecond, 100.0 * share);
        std::fflush(stdout);
    }

    CLI::App *m_app;
    double m_seconds = 2.0;
    bool m_json = false;
};

} // namespace

std::unique_ptr<Subcommand> makeBenchCommand(CLI::App &parent)
{
    return std::make_unique<BenchCommand>(parent);
}

} // namespace nabla
