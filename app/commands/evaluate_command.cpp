// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/headless/console.h"
#include "core/files/atomic_file.h"
#include "core/measure/digit_batches.h"
#include "core/measure/evaluator.h"
#include "core/models/model_file.h"
#include "core/nn/digit_scores.h"
#include "core/sources/data_catalog.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cstdio>

namespace nabla {

namespace {

class EvaluateCommand final : public Subcommand
{
public:
    explicit EvaluateCommand(CLI::App &parent)
        : m_app(
            parent.add_subcommand("evaluate", "Read the digits of a data set with a saved network"))
    {
        m_app->add_option("--model", m_model, "The model file")->required();
        m_app
            ->add_option(
                "--data", m_data,
                "builtin, builtin-strong, builtin-hands, mnist, fashion or a folder of IDX files")
            ->required();
        m_app->add_option("--set", m_set, "Which digits: test, validation or training")
            ->default_val(m_set)
            ->check(CLI::IsMember({"test", "validation", "training"}))
            ->type_name("test|validation|training");
        m_app->add_option("--outputs", m_outputs,
                          "Write the network's outputs for each digit to this file, as rows of "
                          "float32, little-endian");
        m_app->add_flag("--json", m_json, "Print one JSON object");
        m_app->footer("Example:\n  nabla evaluate --model digits.safetensors --data mnist");
    }

    [[nodiscard]] CLI::App *app() const override { return m_app; }

    int run() override
    {
        const LoadedModel model = loadModel(m_model);
        if (!readsDigits(model.network))
            throw std::invalid_argument(m_model + ": this network does not read 28 x 28 digits");
        const auto cost = model.metadata.find("cost");
        const Cost &used = findCost(cost == model.metadata.end() ? "cross-entropy" : cost->second);
        const auto data = loadData(m_data);
        const LabelledImages &images = chosen(*data);
        const auto result = evaluateSet(model.network, used, images);
        if (!m_outputs.empty())
            writeOutputs(model.network, images);
        if (m_json)
            std::printf("%s\n", toJson(*result).dump().c_str());
        else
            print(*result, *data, images.size());
        return exitSuccess;
    }

private:
    [[nodiscard]] const LabelledImages &chosen(const Dataset &data) const
    {
        if (m_set == "training")
            return data.training;
        return m_set == "validation" ? data.validation : data.test;
    }

    void writeOutputs(const Network &network, const LabelledImages &images) const
    {
        std::vector<float> values;
        InputBatch batch;
        std::vector<std::uint8_t> labels;
        Workspace workspace;
        for (int i = 0; i < images.size(); ++i) {
            gather(images, {&i, 1}, batch, labels);
            const auto outputs = network.forward(batch, workspace);
            values.insert(values.end(), outputs.data(), outputs.data() + outputs.rows());
        }
        const std::span<const std::byte> parts[] = {std::as_bytes(std::span(values))};
        try {
            writeAtomically(m_outputs, parts);
        } catch (const std::runtime_error &error) {
            throw CommandFailure(m_outputs + ": " + error.what());
        }
    }

    [[nodiscard]] nlohmann::json toJson(const SetEvaluation &result) const
    {
        nlohmann::json classes = nlohmann::json::array();
        for (const ClassReading &reading : classReadings(result.confusion))
            classes.push_back({{"precision", reading.precision}, {"recall", reading.recall}});
        return {{m_set + "Accuracy", result.accuracy},
                {m_set + "Cost", result.cost},
                {"classes", classes},
                {"confusion", result.confusion}};
    }

    void print(const SetEvaluation &result, const Dataset &data, int digits) const
    {
        std::printf("%s: %.2f %% of %d %s digits, cost %.4f\n", data.title.c_str(),
                    100.0 * result.accuracy, digits, m_set.c_str(), result.cost);
        std::printf("\nRows are the true digits, columns the answers. Precision: how many of the "
                    "answers are right;\nrecall: how many of the digits are found.\n\n  |");
        for (std::size_t answer = 0; answer < result.confusion.size(); ++answer)
            std::printf("%6zu", answer);
        std::printf("   precision   recall\n");
        const auto readings = classReadings(result.confusion);
        for (std::size_t truth = 0; truth < result.confusion.size(); ++truth) {
            std::printf("%zu |", truth);
            for (const int count : result.confusion[truth])
                std::printf("%6d", count);
            std::printf("   %7.2f %%  %6.2f %%\n", 100.0 * readings[truth].precision,
                        100.0 * readings[truth].recall);
        }
    }

    CLI::App *m_app;
    std::string m_model;
    std::string m_data;
    std::string m_set = "test";
    std::string m_outputs;
    bool m_json = false;
};

} // namespace

std::unique_ptr<Subcommand> makeEvaluateCommand(CLI::App &parent)
{
    return std::make_unique<EvaluateCommand>(parent);
}

} // namespace nabla
