// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/headless/console.h"
#include "app/headless/seed_jobs.h"
#include "core/book/claim.h"
#include "core/sources/data_catalog.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace nabla {

namespace {

std::string shortNumber(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.4g", value);
    return text;
}

class ReproduceCommand final : public Subcommand
{
public:
    explicit ReproduceCommand(CLI::App &parent)
        : m_app(parent.add_subcommand(
            "reproduce", "Measure the book's results again, beside the book's numbers"))
    {
        m_app->add_option("NAME", m_names, "Claims such as 3.6 or cure-relu (see --list), or all");
        m_app->add_option("--seeds", m_seeds, "Seeds for each claim, at least 3")
            ->default_val(m_seeds)
            ->check(CLI::Range(3, 1000));
        m_app->add_option("--data", m_data, "MNIST: mnist, or a folder of its IDX files")
            ->default_val(m_data);
        m_app->add_option("--jobs", m_jobs, "Seeds that are measured at a time")
            ->default_val(m_jobs)
            ->check(CLI::Range(1, 256));
        m_app->add_flag("--list", m_list, "List the claims and measure nothing");
        m_app->add_flag("--json", m_json, "Print one JSON object a number");
        m_app->footer(
            "A number passes when the median over the seeds lies in the band; where the "
            "band is a spread, when the book's\nrecorded number lies within our seeds'. "
            "The same seeds give the same numbers whatever --jobs says.\nExit code 1 when "
            "one fails.\n\nExamples:\n  nabla reproduce --list\n  nabla reproduce 1.8 3.1 "
            "--data mnist\n  nabla reproduce all --seeds 5 > reproduce.md");
    }

    [[nodiscard]] CLI::App *app() const override { return m_app; }

    int run() override
    {
        const std::vector<const Claim *> chosen = choose();
        if (m_list) {
            for (const Claim *claim : chosen)
                std::printf("%-11s %s\n", claim->id.c_str(), claim->title.c_str());
            return exitSuccess;
        }
        catchInterrupt();
        const auto data = loadData(m_data);
        if (const std::string problem = whyNotTheBooksData(*data); !problem.empty())
            throw std::invalid_argument("--data " + m_data + ": " + problem);
        if (!m_json)
            std::printf("| claim | what | the book | ours (median) | our seeds | band | |\n"
                        "|---|---|---|---|---|---|---|\n");
        int failed = 0;
        for (const Claim *claim : chosen)
            failed += report(*claim, measure(*claim, data));
        if (!m_json)
            std::printf("\n%s\n",
                        failed == 0 ? "All pass." : (std::to_string(failed) + " fail.").c_str());
        return failed == 0 ? exitSuccess : exitFailure;
    }

private:
    [[nodiscard]] std::vector<const Claim *> choose() const
    {
        std::vector<const Claim *> chosen;
        const bool all = m_names.empty() || std::ranges::find(m_names, "all") != m_names.end();
        for (const Claim &claim : claims()) {
            if (all)
                chosen.push_back(&claim);
        }
        for (const std::string &name : m_names) {
            const Claim *claim = findClaim(name);
            if (!claim && name != "all")
                throw std::invalid_argument("there is no claim \"" + name
                                            + "\"; `nabla reproduce --list` names them");
            if (claim && !all)
                chosen.push_back(claim);
        }
        return chosen;
    }

    [[nodiscard]] int seedsOf(const Claim &claim) const
    {
        return claim.seeds == 1 ? 1 : std::max(claim.seeds, m_seeds);
    }

    /// One list of numbers a seed.
    [[nodiscard]] std::vector<std::vector<double>>
    measure(const Claim &claim, const std::shared_ptr<const Dataset> &data) const
    {
        return measureSeeds<std::vector<double>>(
            claim.id + " " + claim.title, seedsOf(claim), m_jobs, [&](std::uint64_t seed) {
                return claim.measure({data, seed, interrupted});
            });
    }

    /// Returns how many numbers failed.
    int report(const Claim &claim, const std::vector<std::vector<double>> &measured) const
    {
        int failed = 0;
        for (std::size_t i = 0; i < claim.values.size(); ++i) {
            std::vector<double> values;
            for (const auto &ofSeed : measured)
                values.push_back(i < ofSeed.size() ? ofSeed[i] : NAN);
            const Verdict verdict = judgeClaim(claim.values[i], values);
            failed += verdict.passed ? 0 : 1;
            print(claim, claim.values[i], verdict, values);
        }
        std::fflush(stdout);
        return failed;
    }

    void print(const Claim &claim, const ClaimedValue &claimed, const Verdict &verdict,
               const std::vector<double> &values) const
    {
        if (m_json) {
            std::printf("%s\n", nlohmann::json({{"claim", claim.id},
                                                {"title", claim.title},
                                                {"what", claimed.what},
                                                {"book", claimed.book},
                                                {"seeds", values},
                                                {"median", verdict.median},
                                                {"min", claimed.min},
                                                {"max", claimed.max},
                                                {"isSpread", claimed.isSpread},
                                                {"passed", verdict.passed}})
                                    .dump()
                                    .c_str());
            return;
        }
        const std::string seeds = verdict.smallest == verdict.largest
                                      ? "all alike"
                                      : shortNumber(verdict.smallest) + " to "
                                            + shortNumber(verdict.largest) + " ("
                                            + std::to_string(values.size()) + ")";
        const std::string band = claimed.isSpread
                                     ? "our seeds ± 10 %"
                                     : shortNumber(claimed.min) + " to " + shortNumber(claimed.max);
        std::printf("| %s %s | %s | %s | %s | %s | %s | %s |\n", claim.id.c_str(),
                    claim.title.c_str(), claimed.what.c_str(), claimed.book.c_str(),
                    shortNumber(verdict.median).c_str(), seeds.c_str(), band.c_str(),
                    verdict.passed ? "PASS" : "**FAIL**");
    }

    CLI::App *m_app;
    std::vector<std::string> m_names;
    std::string m_data = "mnist";
    int m_seeds = 3;
    int m_jobs = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    bool m_list = false;
    bool m_json = false;
};

} // namespace

std::unique_ptr<Subcommand> makeReproduceCommand(CLI::App &parent)
{
    return std::make_unique<ReproduceCommand>(parent);
}

} // namespace nabla
