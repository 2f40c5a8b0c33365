// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/headless/console.h"
#include "core/models/model_file.h"
#include "core/models/onnx_file.h"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace nabla {

namespace {

class ExportCommand final : public Subcommand
{
public:
    explicit ExportCommand(CLI::App &parent)
        : m_app(parent.add_subcommand("export", "Write a saved network for other programs"))
    {
        m_app->add_option("--model", m_model, "A model file or a checkpoint")->required();
        m_app
            ->add_option("--format", m_format,
                         "onnx runs in other programs; safetensors is the "
                         "bare network, also out of a checkpoint")
            ->required()
            ->check(CLI::IsMember({"onnx", "safetensors"}))
            ->type_name("onnx|safetensors");
        m_app->add_option("--output", m_output, "The file to write")->required();
        m_app->footer("Example:\n  nabla export --model digits.safetensors --format onnx --output "
                      "digits.onnx");
    }

    [[nodiscard]] CLI::App *app() const override { return m_app; }

    int run() override
    {
        const LoadedModel model = loadModel(m_model);
        try {
            if (m_format == "onnx")
                exportOnnx(m_output, model.network, model.metadata);
            else
                saveModel(m_output, model.network, model.metadata);
        } catch (const ModelFileError &error) {
            throw CommandFailure(error.what());
        }
        std::printf("wrote %s\n", m_output.c_str());
        return exitSuccess;
    }

private:
    CLI::App *m_app;
    std::string m_model;
    std::string m_format;
    std::string m_output;
};

} // namespace

std::unique_ptr<Subcommand> makeExportCommand(CLI::App &parent)
{
    return std::make_unique<ExportCommand>(parent);
}

} // namespace nabla
