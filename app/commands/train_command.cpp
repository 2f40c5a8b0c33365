// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/commands/console.h"
#include "core/data/data_catalog.h"
#include "core/experiments/field_table.h"
#include "core/experiments/model_metadata.h"
#include "core/experiments/presets.h"
#include "core/math/digest.h"
#include "core/nn/model_file.h"
#include "core/parallel/worker_pool.h"
#include "core/train/evaluator.h"
#include "core/train/trainer.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <future>
#include <map>

namespace nabla {

namespace {

using nlohmann::json;
using Clock = std::chrono::steady_clock;

/// What one epoch measured; entry 0 is the untrained network.
struct EpochRecord
{
    int epoch = 0;
    EvaluationResult evaluation;
    double digitsPerSecond = 0.0;
};

json number(std::optional<double> value)
{
    return value && std::isfinite(*value) ? json(*value) : json(nullptr);
}

json toJson(const EpochRecord &record, int hiddenLayers)
{
    json speeds = json::array();
    for (int layer = 1; layer <= hiddenLayers; ++layer)
        speeds.push_back(number(record.evaluation.value({Metric::ProbeSpeed, layer})));
    return {{"epoch", record.epoch},
            {"trainingCost", number(record.evaluation.value({Metric::TrainingCost}))},
            {"penalty", number(record.evaluation.value({Metric::Penalty}))},
            {"validationCost", number(record.evaluation.value({Metric::ValidationCost}))},
            {"validationAccuracy", number(record.evaluation.value({Metric::ValidationAccuracy}))},
            {"testAccuracy", number(record.evaluation.value({Metric::TestAccuracy}))},
            {"learningSpeed", speeds},
            {"digitsPerSecond", record.digitsPerSecond}};
}

std::string describe(const EpochRecord &record, int hiddenLayers)
{
    const auto value = [&](Metric metric) {
        return record.evaluation.value({metric}).value_or(NAN);
    };
    char line[160];
    std::snprintf(line, sizeof line, "%5d  %8.4f  %10.4f  %9.2f %%  %6.2f %%  ", record.epoch,
                  value(Metric::TrainingCost), value(Metric::ValidationCost),
                  100.0 * value(Metric::ValidationAccuracy), 100.0 * value(Metric::TestAccuracy));
    std::string text = line;
    for (int layer = 1; layer <= hiddenLayers; ++layer) {
        std::snprintf(line, sizeof line, " %9.2e",
                      record.evaluation.value({Metric::ProbeSpeed, layer}).value_or(NAN));
        text += line;
    }
    return text;
}

/// A run without a window: trains on this thread, evaluates each epoch's snapshot on another.
class HeadlessRun
{
public:
    HeadlessRun(const ExperimentConfig &config, std::shared_ptr<const Dataset> data)
        : m_config(config)
        , m_data(std::move(data))
        , m_trainer(config, m_data)
    {
    }

    /// Trains to the end, to the divergence or to Ctrl+C. finished(record) is called in order.
    template <class Finished>
    void run(ProgressLine &progress, Finished finished)
    {
        evaluate(0.0);
        while (!m_trainer.finished() && m_trainer.divergedLayer() == 0 && !interrupted()) {
            const double rate = trainEpoch(progress);
            if (m_trainer.atEpochBoundary() && m_trainer.divergedLayer() == 0)
                evaluate(rate);
            while (m_pending.size() > maxPending
                   || (!m_pending.empty() && isReady(m_pending.front())))
                collect(finished);
        }
        while (!m_pending.empty())
            collect(finished);
    }

    [[nodiscard]] const Trainer &trainer() const { return m_trainer; }
    [[nodiscard]] const std::vector<EpochRecord> &epochs() const { return m_epochs; }

private:
    static constexpr std::size_t maxPending = 4;
    struct Pending
    {
        EpochRecord record;
        std::future<EvaluationResult> evaluation;
    };

    static bool isReady(const Pending &pending)
    {
        return pending.evaluation.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
    }

    /// Returns the digits a second.
    double trainEpoch(ProgressLine &progress)
    {
        const auto begin = Clock::now();
        std::uint64_t digits = 0;
        do {
            digits += static_cast<std::uint64_t>(m_trainer.currentMiniBatchSize());
            if (m_trainer.stepMiniBatch() == Trainer::Outcome::Diverged)
                break;
            report(progress);
        } while (!m_trainer.atEpochBoundary() && !interrupted());
        const double seconds = std::chrono::duration<double>(Clock::now() - begin).count();
        return seconds > 0.0 ? static_cast<double>(digits) / seconds : 0.0;
    }

    void report(ProgressLine &progress)
    {
        constexpr std::uint64_t stepsBetweenLooks = 64;
        if (m_trainer.step() % stepsBetweenLooks != 0 && !m_trainer.atEpochBoundary())
            return;
        const double share
            = static_cast<double>(m_trainer.step()) / static_cast<double>(m_trainer.totalSteps());
        const double spent = std::chrono::duration<double>(Clock::now() - m_begin).count();
        char text[120];
        std::snprintf(text, sizeof text, "epoch %d of %d  %3.0f %%  cost %.4f  %s",
                      m_trainer.epoch() + 1, m_config.epochs, 100.0 * share,
                      m_trainer.report().cost, timeLeft(spent / share - spent).c_str());
        progress.show(text);
    }

    void evaluate(double digitsPerSecond)
    {
        auto promise = std::make_shared<std::promise<EvaluationResult>>();
        m_pending.push_back({{m_trainer.epoch(), {}, digitsPerSecond}, promise->get_future()});
        auto snapshot
            = std::make_shared<const Snapshot>(Snapshot{m_trainer.network(), m_trainer.step()});
        m_pool.submit([this, promise, snapshot](std::stop_token) {
            promise->set_value(*evaluateSnapshot(*snapshot, m_trainer.cost(), *m_data,
                                                 m_trainer.trainingDigits(),
                                                 m_trainer.regularization()));
        });
    }

    template <class Finished>
    void collect(Finished finished)
    {
        EpochRecord record = std::move(m_pending.front().record);
        record.evaluation = m_pending.front().evaluation.get();
        m_pending.pop_front();
        m_epochs.push_back(record);
        finished(record);
    }

    ExperimentConfig m_config;
    std::shared_ptr<const Dataset> m_data;
    Trainer m_trainer;
    Clock::time_point m_begin = Clock::now();
    std::vector<EpochRecord> m_epochs;
    std::deque<Pending> m_pending;
    WorkerPool m_pool{1}; // last: its job uses what stands above
};

class TrainCommand final : public Subcommand
{
public:
    explicit TrainCommand(CLI::App &parent)
        : m_app(
            parent.add_subcommand("train", "Train a network and print what every epoch measured"))
    {
        m_app->add_option("--experiment", m_experiment,
                          "Begin from a ready experiment (see `nabla experiments`)");
        for (const Field &field : fieldTable())
            m_app->add_option("--" + std::string(field.flag), m_texts[field.key], field.help);
        m_app->add_flag("--json", m_json, "Print one JSON object: configuration, digest, epochs");
        m_app->add_option("--save", m_save, "Write the trained network to this file (safetensors)");
        m_app->footer("Examples:\n"
                      "  nabla train\n"
                      "  nabla train --experiment first-network --data mnist\n"
                      "  nabla train --layers 784,100,10 --cost cross-entropy --learning-rate 0.5 "
                      "--epochs 10 "
                      "--save digits.safetensors");
    }

    [[nodiscard]] CLI::App *app() const override { return m_app; }

    int run() override
    {
        const ExperimentConfig config = configuration();
        ProgressLine progress;
        catchInterrupt();
        const auto data = loadData(config.data, [&](double share) {
            progress.show("digits " + std::to_string(static_cast<int>(100.0 * share)) + " %");
            return !interrupted();
        });
        if (!data)
            throw CommandFailure("interrupted before training began");
        const int hiddenLayers = static_cast<int>(config.layers.size()) - 2;
        HeadlessRun run(config, data);
        if (!m_json)
            printHeading(config, *data, hiddenLayers);
        run.run(progress, [&](const EpochRecord &record) {
            progress.clear();
            if (!m_json)
                std::printf("%s\n", describe(record, hiddenLayers).c_str());
            std::fflush(stdout);
        });
        progress.clear();
        return conclude(config, run, hiddenLayers);
    }

private:
    [[nodiscard]] ExperimentConfig configuration() const
    {
        ExperimentConfig config = presets().front().config;
        if (!m_experiment.empty()) {
            const Preset *preset = findPreset(m_experiment);
            if (!preset)
                throw std::invalid_argument("--experiment: there is no \"" + m_experiment
                                            + "\"; `nabla experiments` lists them");
            config = preset->config;
        }
        for (const Field &field : fieldTable()) {
            if (m_app->count("--" + std::string(field.flag)) > 0)
                setFromText(config, field, m_texts.at(field.key));
        }
        return config;
    }

    static void printHeading(const ExperimentConfig &config, const Dataset &data, int hiddenLayers)
    {
        std::printf("%s on %s: %d training, %d validation, %d test digits; seed %llu\n",
                    formatLayers(config.layers).c_str(), data.title.c_str(), data.training.size(),
                    data.validation.size(), data.test.size(),
                    static_cast<unsigned long long>(config.seed));
        std::printf("%5s  %8s  %10s  %11s  %8s  %s\n", "epoch", "training", "validation",
                    "validation", "test",
                    hiddenLayers > 0 ? " learning speed |dC/db| of each hidden layer" : "");
        std::printf("%5s  %8s  %10s  %11s  %8s\n", "", "cost", "cost", "accuracy", "accuracy");
        std::fflush(stdout);
    }

    int conclude(const ExperimentConfig &config, const HeadlessRun &run, int hiddenLayers)
    {
        const Trainer &trainer = run.trainer();
        const std::string digest = formatDigest(trainer.network().digest());
        if (m_json) {
            json epochs = json::array();
            for (const EpochRecord &record : run.epochs())
                epochs.push_back(toJson(record, hiddenLayers));
            json object{
                {"configuration", nabla::toJson(config)}, {"digest", digest}, {"epochs", epochs}};
            if (trainer.divergedLayer() != 0)
                object["diverged"]
                    = {{"step", trainer.step() + 1}, {"layer", trainer.divergedLayer()}};
            std::printf("%s\n", object.dump().c_str());
        } else {
            std::printf("digest %s after %llu steps\n", digest.c_str(),
                        static_cast<unsigned long long>(trainer.step()));
        }
        if (!m_save.empty())
            save(config, trainer.network());
        if (trainer.divergedLayer() != 0)
            throw CommandFailure(
                "diverged at step " + std::to_string(trainer.step() + 1) + " in layer "
                + std::to_string(trainer.divergedLayer())
                + ": its numbers left the range of floating point; take a smaller learning rate");
        return interrupted() ? exitFailure : exitSuccess;
    }

    void save(const ExperimentConfig &config, const Network &network) const
    {
        try {
            saveModel(m_save, network, modelMetadata(config));
        } catch (const ModelFileError &error) {
            throw CommandFailure(error.what());
        }
        if (!m_json)
            std::printf("saved %s\n", m_save.c_str());
    }

    CLI::App *m_app;
    std::string m_experiment;
    std::map<std::string, std::string> m_texts;
    std::string m_save;
    bool m_json = false;
};

} // namespace

std::unique_ptr<Subcommand> makeTrainCommand(CLI::App &parent)
{
    return std::make_unique<TrainCommand>(parent);
}

} // namespace nabla
