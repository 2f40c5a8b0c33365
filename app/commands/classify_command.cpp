// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/commands/console.h"
#include "core/data/dataset.h"
#include "core/nn/model_file.h"
#include "core/nn/reading.h"
#include "core/vision/gray_image.h"
#include "core/vision/strokes_file.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <numeric>

namespace nabla {

namespace {

const char *nameOf(Doubt doubt)
{
    switch (doubt) {
    case Doubt::None:
        return "none";
    case Doubt::Slight:
        return "slight";
    case Doubt::Between:
        return "between";
    case Doubt::Unsure:
        break;
    }
    return "unsure";
}

class ClassifyCommand final : public Subcommand
{
public:
    explicit ClassifyCommand(CLI::App &parent)
        : m_app(parent.add_subcommand("classify", "Read pictures or drawings of digits"))
    {
        m_app->add_option("IMAGE", m_images, "PNG pictures, each of one digit");
        m_app->add_option("--strokes", m_strokes,
                          "Drawings: {\"strokes\": [[[x, y], ...], ...]}, one after the other; - "
                          "reads them from the standard input");
        m_app->add_option("--model", m_model, "The model file or checkpoint that reads")
            ->required();
        m_app->footer(
            "Prints one JSON object a picture: the digit, the ten outputs as they are, the same as "
            "probabilities\nthat sum to 1, the runner-up, and the doubt: none, slight (the "
            "runner-up "
            "is worth a word), between (the\ntwo), unsure (rather no digit at all). Dark ink on "
            "light paper or the reverse; the size does not matter.\n\nExamples:\n  nabla classify "
            "--model digits.safetensors seven.png\n  nabla classify --model digits.safetensors "
            "--strokes drawing.json");
    }

    [[nodiscard]] CLI::App *app() const override { return m_app; }

    int run() override
    {
        if (m_images.empty() && m_strokes.empty())
            throw std::invalid_argument("classify: name pictures, or --strokes FILE");
        const LoadedModel model = loadModel(m_model);
        if (model.network.inputSize() != imagePixels
            || (model.network.outputCode() == OutputCode::OneHot
                && model.network.outputSize() != classCount))
            throw std::invalid_argument(m_model + ": this network does not read 28 x 28 digits");
        for (const std::string &image : m_images) {
            const auto pixels = normalizeDigit(readPng(image));
            if (pixels.empty())
                throw PictureError(image, "shows no ink; nothing stands out from its paper");
            print(image, model.network, pixels);
        }
        if (!m_strokes.empty())
            readDrawings(model.network);
        return exitSuccess;
    }

private:
    void readDrawings(const Network &network) const
    {
        std::ifstream file;
        if (m_strokes != "-") {
            file.open(m_strokes, std::ios::binary);
            if (!file)
                throw PictureError(m_strokes, "cannot be opened for reading; does it exist?");
        }
        const std::string name = m_strokes == "-" ? "standard input" : m_strokes;
        std::istream &input = m_strokes == "-" ? std::cin : file;
        for (const Drawing &drawing : readStrokes(input, name)) {
            const Raster raster = rasterize(drawing);
            if (std::ranges::max(raster) == 0)
                throw PictureError(name, "holds a drawing without ink");
            print(name, network, {raster.begin(), raster.end()});
        }
    }

    static void print(const std::string &name, const Network &network,
                      const std::vector<std::uint8_t> &pixels)
    {
        Workspace workspace;
        const auto outputs = network.forward(InputBatch::ofPixels(pixels), workspace);
        const auto scores = digitScores(network.outputCode(),
                                        {outputs.data(), static_cast<std::size_t>(outputs.rows())});
        const Reading reading = readOutputs(scores);
        std::vector<double> probabilities;
        for (const double output : reading.outputs)
            probabilities.push_back(std::max(output, 0.0));
        const double sum = std::accumulate(probabilities.begin(), probabilities.end(), 0.0);
        for (double &probability : probabilities)
            probability = sum > 0.0 ? probability / sum : 0.1;
        std::printf("%s\n", nlohmann::json({{"file", name},
                                            {"digit", reading.digit},
                                            {"outputs", reading.outputs},
                                            {"probabilities", probabilities},
                                            {"runnerUp", reading.runnerUp},
                                            {"doubt", nameOf(reading.doubt)}})
                                .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
                                .c_str());
    }

    CLI::App *m_app;
    std::vector<std::string> m_images;
    std::string m_strokes;
    std::string m_model;
};

} // namespace

std::unique_ptr<Subcommand> makeClassifyCommand(CLI::App &parent)
{
    return std::make_unique<ClassifyCommand>(parent);
}

} // namespace nabla
