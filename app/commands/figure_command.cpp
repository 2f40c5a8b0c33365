// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/headless/console.h"
#include "app/headless/learning_speed_figure.h"
#include "app/headless/seed_jobs.h"
#include "core/book/book_run.h"
#include "core/files/json_file.h"
#include "core/sources/data_catalog.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <thread>

namespace nabla {

namespace {

constexpr int figureSteps = 500;
constexpr double figureLambda = 5.0;

class FigureCommand final : public Subcommand
{
public:
    explicit FigureCommand(CLI::App &parent)
        : m_app(parent.add_subcommand(
            "figure", "Draw a figure of the book again, our curves over the book's recorded ones"))
    {
        m_app->add_option("NAME", m_name, "Chapter 5's learning speeds of so many hidden layers")
            ->required()
            ->check(CLI::IsMember({"learning-speed-2", "learning-speed-3", "learning-speed-4"}))
            ->type_name("learning-speed-2|learning-speed-3|learning-speed-4");
        m_app->add_option("--output", m_output, "The file to write: .svg or .csv")->required();
        m_app->add_option("--data", m_data, "MNIST: mnist, or a folder of its IDX files")
            ->default_val(m_data);
        m_app->add_option("--seeds", m_seeds, "Seeds to measure: their median, and how far they go")
            ->default_val(m_seeds)
            ->check(CLI::Range(1, 1000));
        m_app->add_option("--jobs", m_jobs, "Seeds that are measured at a time")
            ->default_val(m_jobs)
            ->check(CLI::Range(1, 256));
        m_app->footer("Examples:\n  nabla figure learning-speed-4 --output speeds.svg\n"
                      "  nabla figure learning-speed-2 --seeds 20 --output speeds.csv");
    }

    [[nodiscard]] CLI::App *app() const override { return m_app; }

    int run() override
    {
        const bool isCsv = m_output.ends_with(".csv");
        if (!isCsv && !m_output.ends_with(".svg"))
            throw std::invalid_argument("--output: " + m_output + " must end in .svg or .csv");
        catchInterrupt();
        const auto data = loadData(m_data);
        if (const std::string problem = whyNotTheBooksData(*data); !problem.empty())
            throw std::invalid_argument("--data " + m_data + ": " + problem);
        const int hiddenLayers = m_name.back() - '0';
        using Curves = std::vector<std::vector<double>>;
        const LearningSpeedFigure figure{
            hiddenLayers, measureSeeds<Curves>(m_name, m_seeds, m_jobs, [&](std::uint64_t seed) {
                return learningSpeedCurves(hiddenLayers, figureLambda, figureSteps,
                                           {data, seed, interrupted});
            })};
        try {
            writeTextFile(m_output, isCsv ? csvOf(figure) : toSvg(chartOf(figure)));
        } catch (const std::runtime_error &error) {
            throw CommandFailure(error.what());
        }
        std::printf("wrote %s\n", m_output.c_str());
        return exitSuccess;
    }

private:
    CLI::App *m_app;
    std::string m_name;
    std::string m_output;
    std::string m_data = "mnist";
    int m_seeds = 5;
    int m_jobs = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
};

} // namespace

std::unique_ptr<Subcommand> makeFigureCommand(CLI::App &parent)
{
    return std::make_unique<FigureCommand>(parent);
}

} // namespace nabla
