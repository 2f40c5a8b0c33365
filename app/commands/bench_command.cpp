// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/commands/digit_loading.h"
#include "app/commands/experiment_options.h"
#include "app/headless/console.h"
#include "core/kernels/kernels.h"
#include "core/nn/work_size.h"
#include "core/train/trainer.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>

namespace nabla {

namespace {

struct Shape
{
    const char *layers;
    int miniBatchSize;
};

constexpr Shape shapes[] = {
    {"784,30,10", 10},          {"784,30,10", 100},          {"784,100,10", 10},
    {"784,30,30,30,30,10", 10}, {"784,100,100,100,10", 100}, {"784,800,10", 100},
};

/// Of this thread: what other programs take does not count.
double processorSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

/// Calls work() for about so many seconds in rounds; returns the median of what a second brings.
template <class F>
double medianRate(double seconds, F work)
{
    std::array<double, 5> rates{};
    for (double &rate : rates) {
        const double begin = processorSeconds();
        double done = 0.0;
        double spent = 0.0;
        while (spent < seconds / static_cast<double>(rates.size())) {
            done += work();
            spent = processorSeconds() - begin;
        }
        rate = done / spent;
    }
    std::nth_element(rates.begin(), rates.begin() + rates.size() / 2, rates.end());
    return rates[rates.size() / 2];
}

/// Multiplications and additions a second of a matrix product that stays in the first cache: what
/// these kernels can reach on one core.
double matrixProductSpeed(const Kernels &kernels)
{
    constexpr int size = 48;
    const Matrix a = Matrix::Random(size, size);
    const Matrix W = Matrix::Random(size, size);
    const Vector b = Vector::Zero(size);
    Matrix z(size, size);
    const double rate = medianRate(0.5, [&] {
        constexpr int repetitions = 100;
        for (int i = 0; i < repetitions; ++i)
            kernels.weighInputs(blockOf(a), size, W.data(), b.data(), blockOf(z));
        return 2.0 * repetitions * size * size * size;
    });
    return z.allFinite() ? rate : 0.0;
}

/// Multiplications and additions for one digit: forward, error and gradient; nobody asks for the
/// error of the inputs. As if every pixel were multiplied.
double operationsPerDigit(const std::vector<int> &layers)
{
    const double parameters = static_cast<double>(parameterCount(layers));
    return 6.0 * parameters - 2.0 * static_cast<double>(layers[0]) * static_cast<double>(layers[1]);
}

double digitsPerSecond(Trainer &trainer, double seconds)
{
    return medianRate(seconds, [&trainer] {
        trainer.stepMiniBatch();
        return static_cast<double>(trainer.report().examples);
    });
}

class BenchCommand final : public Subcommand
{
public:
    explicit BenchCommand(CLI::App &parent)
        : m_app(parent.add_subcommand("bench", "Measure how fast this machine trains"))
        , m_experiment(*m_app)
    {
        m_app->add_option("--seconds", m_seconds, "Seconds for each network")
            ->default_val(m_seconds)
            ->check(CLI::Range(0.01, 600.0));
        m_app->add_option("--kernels", m_kernels,
                          "The instruction set to compute with; the best by default");
        m_app->add_flag("--json", m_json, "Print one JSON object a network");
        m_app->footer(
            "Without an experiment it measures networks of several sizes; with the flags of "
            "`nabla train`, that one.\nThe last column is the arithmetic of training beside a "
            "matrix product on one core with the same kernels,\nmeasured in the same run; it may "
            "exceed 100 %, because paper-white pixels are skipped.\n\nExamples:\n  nabla bench\n"
            "  nabla bench --layers 784,500,10 --optimizer adam --mini-batch-size 50");
    }

    [[nodiscard]] CLI::App *app() const override { return m_app; }

    int run() override
    {
        const Kernels &kernels = m_kernels.empty() ? bestKernels() : findKernels(m_kernels);
        ExperimentConfig config = m_experiment.config();
        ProgressLine progress;
        catchInterrupt();
        const auto data = loadWithProgress(config.data);
        m_limit = matrixProductSpeed(kernels);
        if (!m_json)
            std::printf("matrix product with %s: %.1f GFLOP/s on one core\n%-22s %10s %14s %s\n",
                        kernels.id, m_limit / 1e9, "layers", "mini-batch", "digits/s", "of that");
        if (m_experiment.isGiven())
            return measure(config, data, kernels, progress);
        for (const Shape &shape : shapes) {
            config.layers = parseLayers(shape.layers);
            config.miniBatchSize = shape.miniBatchSize;
            if (measure(config, data, kernels, progress) != exitSuccess)
                return exitFailure;
        }
        return exitSuccess;
    }

private:
    int measure(ExperimentConfig config, const std::shared_ptr<const Dataset> &data,
                const Kernels &kernels, ProgressLine &progress) const
    {
        if (interrupted())
            return exitFailure;
        config.epochs = 1'000'000;
        config.earlyStopping = 0; // what is measured goes on
        progress.show(formatLayers(config.layers));
        Trainer trainer(config, data, kernels);
        trainer.stepMiniBatch(); // the first set of distorted digits is waited for
        const double rate = digitsPerSecond(trainer, m_seconds);
        progress.clear();
        if (trainer.divergedLayer() != 0)
            throw CommandFailure("diverged: nothing is measured of " + formatLayers(config.layers));
        print(config, rate, kernels);
        return exitSuccess;
    }

    void print(const ExperimentConfig &config, double rate, const Kernels &kernels) const
    {
        const double share = rate * operationsPerDigit(config.layers) / m_limit;
        if (m_json)
            std::printf("%s\n", nlohmann::json({{"layers", config.layers},
                                                {"miniBatchSize", config.miniBatchSize},
                                                {"kernels", kernels.id},
                                                {"digitsPerSecond", rate},
                                                {"shareOfMatrixProduct", share}})
                                    .dump()
                                    .c_str());
        else
            std::printf("%-22s %10d %14.0f %5.0f %%\n", formatLayers(config.layers).c_str(),
                        config.miniBatchSize, rate, 100.0 * share);
        std::fflush(stdout);
    }

    CLI::App *m_app;
    ExperimentOptions m_experiment;
    std::string m_kernels;
    double m_seconds = 2.0;
    double m_limit = 0.0; ///< operations a second
    bool m_json = false;
};

} // namespace

std::unique_ptr<Subcommand> makeBenchCommand(CLI::App &parent)
{
    return std::make_unique<BenchCommand>(parent);
}

} // namespace nabla
