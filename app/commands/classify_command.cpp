// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/headless/console.h"
#include "core/data/dataset.h"
#include "core/models/model_file.h"
#include "core/nn/digit_scores.h"
#include "core/nn/reading.h"
#include "core/vision/gray_image.h"
#include "core/vision/number_reader.h"
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
        return "unsure";
    case Doubt::NotADigit:
        break;
    }
    return "not a digit";
}

using nlohmann::json;

void printLine(const json &object)
{
    std::printf("%s\n", object.dump(-1, ' ', false, json::error_handler_t::replace).c_str());
}

class ClassifyCommand final : public Subcommand
{
public:
    explicit ClassifyCommand(CLI::App &parent)
        : m_app(parent.add_subcommand("classify", "Read pictures or drawings of digits"))
    {
        m_app->add_option("IMAGE", m_images, "PNG pictures, each of one digit or number");
        m_app->add_option("--strokes", m_strokes,
                          "Drawings: {\"strokes\": [[[x, y], ...], ...]}, one a line; - "
                          "reads them from the standard input");
        m_app->add_option("--model", m_model, "The model file or checkpoint that reads")
            ->required();
        m_app->add_flag("--number", m_readsNumbers,
                        "Each picture or drawing is a whole number: find its digits and the cuts "
                        "between them");
        m_app->footer(
            "Prints one JSON object a picture: the digit, the ten outputs as they are, the same as "
            "probabilities\nthat sum to 1, the runner-up, and the doubt: none, slight (the "
            "runner-up "
            "is worth a word), between (the\ntwo), unsure (too many stand out), not a digit (all "
            "are low, or the ink of a dot or of a sheet\nscribbled over). Dark ink on "
            "light paper or the reverse; the size does not matter.\nWith --number: the number, the "
            "cuts as x in the picture's or drawing's unit, each digit with its\nconfidence, and up "
            "to four other readings, each with its cost beyond the first's (the larger the "
            "less\nlikely).\n\nExamples:\n  nabla classify "
            "--model digits.safetensors seven.png\n  nabla classify --model digits.safetensors "
            "--strokes drawing.json\n  nabla classify --model digits.safetensors --number "
            "year.png");
    }

    [[nodiscard]] CLI::App *app() const override { return m_app; }

    int run() override
    {
        if (m_images.empty() && m_strokes.empty())
            throw std::invalid_argument("classify: name pictures, or --strokes FILE");
        const LoadedModel model = loadModel(m_model);
        if (!readsDigits(model.network))
            throw std::invalid_argument(m_model + ": this network does not read 28 x 28 digits");
        for (const std::string &image : m_images)
            readPicture(image, model.network);
        if (!m_strokes.empty())
            readDrawings(model.network);
        return exitSuccess;
    }

private:
    void readPicture(const std::string &name, const Network &network) const
    {
        const GrayImage image = readPng(name);
        if (m_readsNumbers) {
            printNumber(name, network, *inkOfPicture(image));
            return;
        }
        const auto pixels = normalizeDigit(image);
        if (pixels.empty())
            throw PictureError(name, "shows no ink; nothing stands out from its paper");
        Raster raster{};
        std::ranges::copy(pixels, raster.begin());
        print(name, network, raster);
    }

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
        const std::vector<Drawing> drawings = readStrokes(input, name);
        if (drawings.empty())
            throw PictureError(name, "holds no drawing");
        for (const Drawing &drawing : drawings) {
            if (m_readsNumbers) {
                printNumber(name, network, *inkOfStrokes(drawing));
                continue;
            }
            const Raster raster = rasterize(drawing);
            if (std::ranges::max(raster) == 0)
                throw PictureError(name, "holds a drawing without ink");
            print(name, network, raster);
        }
    }

    static void print(const std::string &name, const Network &network, const Raster &raster)
    {
        Workspace workspace;
        const Reading reading
            = readImage(raster, scoresOf(network, {&raster, 1}, workspace).front());
        std::vector<double> probabilities;
        for (const double output : reading.outputs)
            probabilities.push_back(std::max(output, 0.0));
        const double sum = std::accumulate(probabilities.begin(), probabilities.end(), 0.0);
        for (double &probability : probabilities)
            probability = sum > 0.0 ? probability / sum : 0.1;
        printLine({{"file", name},
                   {"digit", reading.digit},
                   {"outputs", reading.outputs},
                   {"probabilities", probabilities},
                   {"runnerUp", reading.runnerUp},
                   {"doubt", nameOf(reading.doubt)}});
    }

    static void printNumber(const std::string &name, const Network &network, const NumberInk &ink)
    {
        if (ink.fragments().empty())
            throw PictureError(name, "shows no ink; nothing stands out from its paper");
        if (ink.fragments().size() > maxInkFragments)
            throw PictureError(name, "has too many separate pieces of ink to be a number");
        Workspace workspace;
        const auto readings = readNumber(ink, [&](std::span<const Raster> images) {
            return scoresOf(network, images, workspace);
        });
        const NumberReading &best = readings.front();
        json digits = json::array();
        for (const NumberPiece &piece : best.pieces)
            digits.push_back({{"digit", piece.digit},
                              {"confidence", piece.confidence},
                              {"left", piece.left},
                              {"right", piece.right},
                              {"outputs", piece.outputs}});
        json others = json::array();
        for (std::size_t i = 1; i < readings.size(); ++i)
            others.push_back({{"number", readings[i].digits},
                              {"cuts", readings[i].cuts},
                              {"cost", readings[i].cost - best.cost}});
        printLine({{"file", name},
                   {"number", best.digits},
                   {"cuts", best.cuts},
                   {"digits", digits},
                   {"others", others}});
    }

    CLI::App *m_app;
    std::vector<std::string> m_images;
    std::string m_strokes;
    std::string m_model;
    bool m_readsNumbers = false;
};

} // namespace

std::unique_ptr<Subcommand> makeClassifyCommand(CLI::App &parent)
{
    return std::make_unique<ClassifyCommand>(parent);
}

} // namespace nabla
