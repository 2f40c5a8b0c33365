// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiments/experiment_config.h"

#include <map>
#include <string>

namespace CLI {
class App;
}

namespace nabla {

/// `--experiment NAME|FILE` and a flag for every row of the field table.
class ExperimentOptions
{
public:
    explicit ExperimentOptions(CLI::App &command);

    /// Whether any of them stands on the command line.
    [[nodiscard]] bool isGiven() const;
    /// The named experiment (the default one without a name) with the flags' changes. Throws
    /// std::invalid_argument, worded.
    [[nodiscard]] ExperimentConfig config() const;

private:
    [[nodiscard]] ExperimentConfig named() const;

    CLI::App &m_command;
    std::string m_experiment;
    std::map<std::string, std::string> m_texts; ///< by key
};

} // namespace nabla
