// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/commands/digit_loading.h"
#include "app/commands/experiment_options.h"
#include "app/headless/console.h"
#include "app/headless/headless_run.h"
#include "app/headless/metrics_file.h"
#include "core/experiments/field_table.h"
#include "core/experiments/model_metadata.h"
#include "core/math/digest.h"
#include "core/models/model_file.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cstdio>

namespace nabla {

namespace {

using nlohmann::json;

constexpr const char *checkpointName = "run.checkpoint";

class TrainCommand final : public Subcommand
{
public:
    explicit TrainCommand(CLI::App &parent)
        : m_app(
            parent.add_subcommand("train", "Train a network and print what every epoch measured"))
        , m_experiment(*m_app)
    {
        m_app->add_option("--kernels", m_kernels,
                          "The instruction set to compute with, for a run that is the same on "
                          "another processor: "
                              + kernelNames() + "; the best by default");
        m_app->add_option("--save", m_save, "Write the trained network to this file (safetensors)");
        m_app->add_option("--metrics", m_metrics,
                          "Write what every epoch measured to this file: .jsonl or .csv");
        m_app->add_option("--record", m_record,
                          "Write everything that was measured to this file (.nablarun), to compare "
                          "other runs with it later");
        auto *folder
            = m_app->add_option("--checkpoint", m_checkpointFolder,
                                "Keep a checkpoint in this folder, from which --resume goes on");
        m_app
            ->add_option("--checkpoint-seconds", m_checkpointSeconds,
                         "Seconds of training between checkpoints; 0: after every mini-batch")
            ->default_val(m_checkpointSeconds)
            ->check(CLI::NonNegativeNumber)
            ->needs(folder);
        m_app
            ->add_flag(
                "--resume", m_resume,
                "Go on from the checkpoint in that folder, to the same weights as if nothing "
                "had happened; begin anew where there is none")
            ->needs(folder);
        m_app->add_flag("--json", m_json, "Print one JSON object: configuration, digest, epochs");
        m_app->add_flag("--digest", m_digest, "Print nothing but the digest of the parameters");
        m_app->add_flag("--quiet", m_quiet, "Print nothing but errors");
        m_app->footer(
            "Ctrl+C ends the run cleanly, with its checkpoint written and exit code 1.\n\n"
            "Examples:\n"
            "  nabla train\n"
            "  nabla train --experiment first-network --data mnist\n"
            "  nabla train --layers 784,100,10 --cost cross-entropy --learning-rate 0.5 "
            "--epochs 10 --save digits.safetensors\n"
            "  nabla train --experiment best-100 --data mnist --checkpoint runs/best "
            "--resume --metrics best.csv");
    }

    [[nodiscard]] CLI::App *app() const override { return m_app; }

    int run() override
    {
        const std::filesystem::path checkpointFile
            = std::filesystem::path(m_checkpointFolder) / checkpointName;
        std::optional<Checkpoint> checkpoint;
        if (m_resume && std::filesystem::exists(checkpointFile))
            checkpoint = loadCheckpoint(checkpointFile);
        const ExperimentConfig config = configuration(checkpoint);
        const Kernels &kernels = kernelsOf(checkpoint);
        prepareFolder();
        ProgressLine progress;
        catchInterrupt();
        const auto data = loadWithProgress(config.data);
        HeadlessRun run(config, data, kernels);
        if (!m_record.empty())
            run.keepHistory();
        if (checkpoint)
            restore(run, *checkpoint, checkpointFile);
        writeRecord(run); // before the training: a file that cannot be written is told at once
        if (!m_checkpointFolder.empty())
            run.keepCheckpoints(checkpointFile, m_checkpointSeconds);
        MetricsFile metrics(m_metrics, hiddenLayers(config));
        if (printsTable())
            printHeading(config, *data);
        run.run(progress, [&](const EpochRecord &record) {
            progress.clear();
            metrics.add(record);
            if (printsTable())
                std::printf("%s\n", describe(record).c_str());
            std::fflush(stdout);
        });
        progress.clear();
        return conclude(config, run);
    }

private:
    static int hiddenLayers(const ExperimentConfig &config)
    {
        return static_cast<int>(config.layers.size()) - 2;
    }

    [[nodiscard]] bool printsTable() const { return !m_json && !m_digest && !m_quiet; }

    [[nodiscard]] ExperimentConfig configuration(const std::optional<Checkpoint> &checkpoint) const
    {
        if (!checkpoint)
            return m_experiment.config();
        const ExperimentConfig config = experimentOf(checkpoint->metadata);
        if (m_experiment.isGiven() && m_experiment.config() != config)
            throw std::invalid_argument("--resume: the checkpoint in " + m_checkpointFolder
                                        + " is of another experiment; leave the experiment's flags "
                                          "out, or take another folder");
        return config;
    }

    static std::string kernelNames()
    {
        std::string names;
        for (const Kernels *kernels : supportedKernels())
            names += (names.empty() ? "" : ", ") + std::string(kernels->id);
        return names;
    }

    static std::string kernelsBefore(const Checkpoint &checkpoint)
    {
        const auto found = checkpoint.metadata.find("kernels");
        return found == checkpoint.metadata.end() ? "" : found->second;
    }

    /// As asked; else those that the run had before; else the best.
    [[nodiscard]] const Kernels &kernelsOf(const std::optional<Checkpoint> &checkpoint) const
    {
        const Kernels &kernels = !m_kernels.empty() ? findKernels(m_kernels)
                                 : checkpoint       ? checkpoint->network.kernels()
                                                    : bestKernels();
        const std::string before = checkpoint ? kernelsBefore(*checkpoint) : "";
        if (!before.empty() && before != kernels.id)
            std::fprintf(stderr,
                         "nabla: the run was computed with %s before and goes on with %s: the last "
                         "bits of its weights will be others\n",
                         before.c_str(), kernels.id);
        return kernels;
    }

    void prepareFolder() const
    {
        if (m_checkpointFolder.empty())
            return;
        std::error_code error;
        std::filesystem::create_directories(m_checkpointFolder, error);
        if (error)
            throw std::invalid_argument("--checkpoint: the folder " + m_checkpointFolder
                                        + " cannot be made: " + error.message());
    }

    static void restore(HeadlessRun &run, const Checkpoint &checkpoint,
                        const std::filesystem::path &file)
    {
        try {
            run.restore(checkpoint);
        } catch (const std::invalid_argument &error) {
            throw std::invalid_argument(file.string() + ": " + error.what());
        }
    }

    static void printHeading(const ExperimentConfig &config, const Dataset &data)
    {
        std::printf("%s on %s: %d training, %d validation, %d test digits; seed %llu\n%s\n",
                    formatLayers(config.layers).c_str(), data.title.c_str(), data.training.size(),
                    data.validation.size(), data.test.size(),
                    static_cast<unsigned long long>(config.seed),
                    epochTableHeading(hiddenLayers(config)).c_str());
        std::fflush(stdout);
    }

    int conclude(const ExperimentConfig &config, const HeadlessRun &run)
    {
        const Trainer &trainer = run.trainer();
        const Network network = trainer.network();
        const std::string digest = formatDigest(network.digest());
        if (m_json)
            printJson(config, run, digest);
        else if (m_digest)
            std::printf("%s\n", digest.c_str());
        else if (!m_quiet)
            std::printf("digest %s after %llu steps with %s%s\n", digest.c_str(),
                        static_cast<unsigned long long>(trainer.step()), trainer.kernels().id,
                        trainer.stoppedEarly() ? "; stopped early: the accuracy on the validation "
                                                 "digits did not improve any more"
                                               : "");
        if (!m_save.empty())
            save(config, network);
        writeRecord(run);
        if (trainer.divergedLayer() != 0)
            throw CommandFailure(
                "diverged at step " + std::to_string(trainer.step() + 1) + " in layer "
                + std::to_string(trainer.divergedLayer())
                + ": its numbers left the range of floating point; take a smaller learning rate");
        return interrupted() ? exitFailure : exitSuccess;
    }

    static void printJson(const ExperimentConfig &config, const HeadlessRun &run,
                          const std::string &digest)
    {
        const Trainer &trainer = run.trainer();
        json epochs = json::array();
        for (const EpochRecord &record : run.epochs())
            epochs.push_back(toJson(record));
        json object{{"configuration", nabla::toJson(config)}, {"digest", digest},
                    {"kernels", trainer.kernels().id},        {"steps", trainer.step()},
                    {"stoppedEarly", trainer.stoppedEarly()}, {"epochs", epochs}};
        if (trainer.divergedLayer() != 0)
            object["diverged"] = {{"step", trainer.step() + 1}, {"layer", trainer.divergedLayer()}};
        std::printf("%s\n", object.dump().c_str());
    }

    void save(const ExperimentConfig &config, const Network &network) const
    {
        try {
            saveModel(m_save, network, modelMetadata(config));
        } catch (const ModelFileError &error) {
            throw CommandFailure(error.what());
        }
        if (printsTable())
            std::printf("saved %s\n", m_save.c_str());
    }

    void writeRecord(const HeadlessRun &run) const
    {
        if (m_record.empty())
            return;
        try {
            saveRecordedRun(m_record, run.record());
        } catch (const std::runtime_error &error) {
            throw CommandFailure(error.what());
        }
    }

    CLI::App *m_app;
    ExperimentOptions m_experiment;
    std::string m_kernels;
    std::string m_save;
    std::string m_metrics;
    std::string m_record;
    std::string m_checkpointFolder;
    double m_checkpointSeconds = 10.0;
    bool m_resume = false;
    bool m_json = false;
    bool m_digest = false;
    bool m_quiet = false;
};

} // namespace

std::unique_ptr<Subcommand> makeTrainCommand(CLI::App &parent)
{
    return std::make_unique<TrainCommand>(parent);
}

} // namespace nabla
