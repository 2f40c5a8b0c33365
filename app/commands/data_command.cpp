// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/commands/digit_loading.h"
#include "app/headless/console.h"
#include "core/data/idx_writer.h"
#include "core/digits/digit_generator.h"
#include "core/digits/digit_style.h"
#include "core/files/data_folders.h"
#include "core/sources/data_catalog.h"
#include "core/sources/download.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <set>

namespace nabla {

namespace {

/// `nabla data list|generate|fetch|inspect`.
class DataCommand final : public Subcommand
{
public:
    explicit DataCommand(CLI::App &parent)
        : m_app(parent.add_subcommand("data", "The digits: which there are, make, fetch, look at"))
        , m_list(m_app->add_subcommand("list", "The data sets that can be used now"))
        , m_generate(m_app->add_subcommand("generate", "Write built-in digits as IDX files"))
        , m_fetch(m_app->add_subcommand("fetch", "Download MNIST, each file proved by its content"))
        , m_inspect(m_app->add_subcommand("inspect", "Count and show what a data set holds"))
    {
        m_app->require_subcommand(1);
        m_list->add_flag("--json", m_json, "Print one JSON array");
        m_generate->add_option("FOLDER", m_folder, "Where the four files go")->required();
        m_generate->add_option("--style", m_style, "How differently the digits are written")
            ->default_val(m_style)
            ->check(CLI::IsMember({"mild", "strong", "hands"}))
            ->type_name("mild|strong|hands");
        m_generate->add_option("--training", m_training, "Training digits, validation included")
            ->default_val(m_training)
            ->check(CLI::Range(1, 1'000'000));
        m_generate->add_option("--test", m_test, "Test digits")
            ->default_val(m_test)
            ->check(CLI::Range(1, 1'000'000));
        m_generate->add_option("--seed", m_seed, "Start of all random numbers")
            ->default_val(m_seed);
        m_generate->add_flag("--force", m_force, "Replace files that are there");
        m_fetch->add_option("NAME", m_name, "mnist")->required()->check(CLI::IsMember({"mnist"}));
        m_inspect->add_option("DATA", m_name, "A data set of `nabla data list`, or a folder")
            ->required();
        m_inspect->add_option("--show", m_show, "Draw the first so many training digits")
            ->check(CLI::Range(0, 1000));
        m_inspect->add_flag("--json", m_json, "Print one JSON object");
        m_app->footer("Examples:\n  nabla data fetch mnist\n  nabla data inspect mnist --show 3\n  "
                      "nabla data generate digits --style strong --training 6000 --test 1000");
    }

    [[nodiscard]] CLI::App *app() const override { return m_app; }

    int run() override
    {
        catchInterrupt();
        if (m_list->parsed())
            return list();
        if (m_generate->parsed())
            return generate();
        return m_fetch->parsed() ? fetch() : inspect();
    }

private:
    [[nodiscard]] int list() const
    {
        nlohmann::json all = nlohmann::json::array();
        for (const DataSource &source : availableData()) {
            all.push_back(
                {{"id", source.id}, {"title", source.title}, {"folder", source.folder.string()}});
            if (!m_json)
                std::printf("%-16s %-24s %s\n", source.id.c_str(), source.title.c_str(),
                            source.folder.empty() ? "made here" : source.folder.c_str());
        }
        if (m_json)
            std::printf("%s\n", all.dump().c_str());
        else if (std::ranges::none_of(availableData(),
                                      [](const auto &s) { return s.id == "mnist"; }))
            std::printf("%-16s %-24s %s\n", "mnist", "MNIST", "not here: `nabla data fetch mnist`");
        return exitSuccess;
    }

    [[nodiscard]] int generate() const
    {
        const std::filesystem::path folder = m_folder;
        const std::filesystem::path files[]
            = {folder / "train-images-idx3-ubyte", folder / "train-labels-idx1-ubyte",
               folder / "t10k-images-idx3-ubyte", folder / "t10k-labels-idx1-ubyte"};
        for (const auto &file : files) {
            if (std::filesystem::exists(file) && !m_force)
                throw std::invalid_argument(file.string()
                                            + " is there already; --force replaces it");
        }
        std::error_code error;
        std::filesystem::create_directories(folder, error);
        if (error)
            throw CommandFailure("the folder " + m_folder + " cannot be made: " + error.message());
        write(files[0], files[1], 0, m_training);
        write(files[2], files[3], static_cast<std::uint64_t>(m_training), m_test);
        std::printf("wrote %d training and %d test digits to %s\n", m_training, m_test,
                    m_folder.c_str());
        return exitSuccess;
    }

    void write(const std::filesystem::path &imageFile, const std::filesystem::path &labelFile,
               std::uint64_t first, int count) const
    {
        constexpr std::size_t block = 1000;
        const auto digits = static_cast<std::size_t>(count);
        const DigitStyle style = m_style == "mild"     ? mildDigits()
                                 : m_style == "strong" ? strongDigits()
                                                       : everyHand();
        std::vector<std::uint8_t> pixels(digits * imagePixels);
        std::vector<std::uint8_t> labels(digits);
        ProgressLine progress;
        for (std::size_t done = 0; done < digits; done += block) {
            if (interrupted())
                throw CommandFailure("interrupted; nothing was written");
            progress.show("digits " + std::to_string(100 * done / digits) + " %");
            const std::size_t now = std::min(block, digits - done);
            generateRange(style, m_seed, first + done,
                          std::span(pixels).subspan(done * imagePixels, now * imagePixels),
                          std::span(labels).subspan(done, now));
        }
        writeIdxImages(imageFile, pixels);
        writeIdxLabels(labelFile, labels);
    }

    [[nodiscard]] static int fetch()
    {
        ProgressLine progress;
        const std::filesystem::path folder = userDataFolder() / "mnist";
        try {
            const auto result = download({}, folder, [&](const DownloadProgress &now) {
                progress.show(
                    now.file + " from " + now.mirror + "  "
                    + std::to_string(100 * now.bytes / std::max<std::uint64_t>(1, now.total))
                    + " %");
                return !interrupted();
            });
            progress.clear();
            if (result == DownloadResult::Canceled)
                throw CommandFailure("interrupted; what was fetched whole stays");
        } catch (const DownloadError &error) {
            throw CommandFailure(error.what());
        }
        std::printf("MNIST is in %s\n", folder.c_str());
        return exitSuccess;
    }

    [[nodiscard]] int inspect() const
    {
        const auto data = loadWithProgress(m_name);
        const nlohmann::json facts{{"title", data->title},
                                   {"training", describe(data->training)},
                                   {"validation", describe(data->validation)},
                                   {"test", describe(data->test)},
                                   {"testImagesInTraining", sharedImages(*data)}};
        if (m_json)
            std::printf("%s\n", facts.dump().c_str());
        else
            print(facts);
        for (int i = 0; i < std::min(m_show, data->training.size()) && !m_json; ++i)
            draw(data->training, i);
        return exitSuccess;
    }

    [[nodiscard]] static nlohmann::json describe(const LabelledImages &images)
    {
        std::array<int, classCount> counts{};
        double ink = 0.0;
        for (int i = 0; i < images.size(); ++i) {
            ++counts.at(images.label(i));
            for (const std::uint8_t value : images.row(i).value)
                ink += value;
        }
        const double pixels = 255.0 * imagePixels * std::max(images.size(), 1);
        return {{"digits", images.size()},
                {"ofEach", counts},
                {"inkedPixels", images.density()},
                {"meanPixel", ink / pixels}};
    }

    /// A network that has seen its test digits proves nothing.
    [[nodiscard]] static int sharedImages(const Dataset &data)
    {
        std::set<std::string> seen;
        const auto bytes = [](const LabelledImages &images, int i) {
            const auto image = images.image(i);
            return std::string(image.begin(), image.end());
        };
        for (int i = 0; i < data.training.size(); ++i)
            seen.insert(bytes(data.training, i));
        int shared = 0;
        for (int i = 0; i < data.test.size(); ++i)
            shared += seen.contains(bytes(data.test, i)) ? 1 : 0;
        return shared;
    }

    static void print(const nlohmann::json &facts)
    {
        std::printf("%s\n%-11s %7s %7s %6s  digits 0 to 9\n",
                    facts["title"].get<std::string>().c_str(), "", "digits", "inked", "mean");
        for (const char *set : {"training", "validation", "test"}) {
            const auto &of = facts[set];
            std::printf("%-11s %7d %5.1f %% %6.3f ", set, of["digits"].get<int>(),
                        100.0 * of["inkedPixels"].get<double>(), of["meanPixel"].get<double>());
            for (const auto &count : of["ofEach"])
                std::printf(" %5d", count.get<int>());
            std::printf("\n");
        }
        std::printf("test images that stand among the training images too: %d\n",
                    facts["testImagesInTraining"].get<int>());
    }

    static void draw(const LabelledImages &images, int index)
    {
        constexpr char shades[] = " .:-=+*#%@";
        std::printf("\n%d:\n", images.label(index));
        const auto image = images.image(index);
        for (std::size_t i = 0; i < image.size(); ++i) {
            const char shade = shades[image[i] * 9 / 255];
            std::printf("%c%c%s", shade, shade, i % imageSide == imageSide - 1 ? "\n" : "");
        }
    }

    CLI::App *m_app;
    CLI::App *m_list;
    CLI::App *m_generate;
    CLI::App *m_fetch;
    CLI::App *m_inspect;
    std::string m_folder;
    std::string m_name;
    std::string m_style = "mild";
    int m_training = 60000;
    int m_test = 10000;
    int m_show = 0;
    std::uint64_t m_seed = 1;
    bool m_force = false;
    bool m_json = false;
};

} // namespace

std::unique_ptr<Subcommand> makeDataCommand(CLI::App &parent)
{
    return std::make_unique<DataCommand>(parent);
}

} // namespace nabla
