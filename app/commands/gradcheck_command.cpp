// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/headless/console.h"
#include "core/nn/gradient_check.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>

namespace nabla {

namespace {

class GradcheckCommand final : public Subcommand
{
public:
    explicit GradcheckCommand(CLI::App &parent)
        : m_app(parent.add_subcommand("gradcheck",
                                      "Compare backpropagation with central differences, in double "
                                      "precision, for every layer, activation and cost"))
    {
        m_app->add_option("--seed", m_seed, "Seed of the networks and examples")
            ->default_val(m_seed);
        m_app->add_flag("--json", m_json, "Print one JSON object a network");
        m_app->footer("The relative error is |g - d| / max(|g|, |d|) of a layer's gradient g and "
                      "the differences d;\nit must not exceed 1e-7, or 1e-5 where ReLU has a kink. "
                      "Exit code 1 when one does.\n\nExample:\n  nabla gradcheck --seed 7");
    }

    [[nodiscard]] CLI::App *app() const override { return m_app; }

    int run() override
    {
        int failed = 0;
        const std::vector<GradientCheck> checks = allGradientChecks();
        for (const GradientCheck &check : checks)
            failed += report(check, checkGradient(check, m_seed)) ? 0 : 1;
        if (!m_json)
            std::printf("%zu of %zu networks pass\n", checks.size() - static_cast<unsigned>(failed),
                        checks.size());
        return failed == 0 ? exitSuccess : exitFailure;
    }

private:
    /// Whether it passed.
    [[nodiscard]] bool report(const GradientCheck &check, const GradientCheckResult &result) const
    {
        const double bound = check.isSmooth() ? smoothGradientBound : kinkedGradientBound;
        const bool passed = result.relativeError <= bound;
        if (m_json)
            std::printf("%s\n", nlohmann::json({{"network", check.name()},
                                                {"relativeError", result.relativeError},
                                                {"bound", bound},
                                                {"where", result.tensor},
                                                {"parameters", result.parameters},
                                                {"passed", passed}})
                                    .dump()
                                    .c_str());
        else
            std::printf("%s  %.1e  %-16s %s\n", passed ? "PASS" : "FAIL", result.relativeError,
                        result.tensor.c_str(), check.name().c_str());
        return passed;
    }

    CLI::App *m_app;
    std::uint64_t m_seed = 1;
    bool m_json = false;
};

} // namespace

std::unique_ptr<Subcommand> makeGradcheckCommand(CLI::App &parent)
{
    return std::make_unique<GradcheckCommand>(parent);
}

} // namespace nabla
