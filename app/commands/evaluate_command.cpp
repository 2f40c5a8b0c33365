// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/commands/console.h"
#include "core/data/data_catalog.h"
#include "core/nn/model_file.h"
#include "core/train/evaluator.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cstdio>

namespace nabla {

namespace {

class EvaluateCommand final : public Subcommand
{
public:
    explicit EvaluateCommand(CLI::App &parent)
        : m_app(parent.add_subcommand("evaluate",
                                      "Read the test digits of a data set with a saved network"))
    {
        m_app->add_option("--model", m_model, "The model file")->required();
        m_app
            ->add_option("--data", m_data,
                         "builtin, builtin-strong, mnist, fashion or a folder of IDX files")
            ->required();
        m_app->add_flag("--json", m_json, "Print one JSON object");
    }

    [[nodiscard]] CLI::App *app() const override { return m_app; }

    int run() override
    {
        const LoadedModel model = loadModel(m_model);
        if (model.network.inputSize() != imagePixels || model.network.outputSize() != classCount)
            throw std::invalid_argument(m_model + ": this network does not read 28 x 28 digits");
        const auto cost = model.metadata.find("cost");
        const Cost &used = findCost(cost == model.metadata.end() ? "cross-entropy" : cost->second);
        const auto data = loadData(m_data);
        const auto result = evaluateSet(model.network, used, data->test);
        if (m_json)
            std::printf("%s\n", nlohmann::json({{"testAccuracy", result->accuracy},
                                                {"testCost", result->cost},
                                                {"confusion", result->confusion}})
                                    .dump()
                                    .c_str());
        else
            print(*result, *data);
        return exitSuccess;
    }

private:
    static void print(const SetEvaluation &result, const Dataset &data)
    {
        std::printf("%s: %.2f %% of %d test digits, cost %.4f\n", data.title.c_str(),
                    100.0 * result.accuracy, data.test.size(), result.cost);
        std::printf("\nConfusion: rows are the true digits, columns the answers.\n");
        for (std::size_t truth = 0; truth < result.confusion.size(); ++truth) {
            std::printf("%zu |", truth);
            for (const int count : result.confusion[truth])
                std::printf("%6d", count);
            std::printf("\n");
        }
    }

    CLI::App *m_app;
    std::string m_model;
    std::string m_data;
    bool m_json = false;
};

} // namespace

std::unique_ptr<Subcommand> makeEvaluateCommand(CLI::App &parent)
{
    return std::make_unique<EvaluateCommand>(parent);
}

} // namespace nabla
