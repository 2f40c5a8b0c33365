// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiments/experiment_config.h"
#include "ui/settings/pace.h"
#include "ui/settings/theme.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace nabla::ui {

/// What `nablascope` was told on its command line. What was not said is empty: the saved settings
/// hold.
struct LaunchOptions
{
    std::optional<ThemeChoice> theme;
    std::optional<QString> language;
    std::optional<std::string> data;
    std::optional<ExperimentConfig> experiment;
    std::optional<Pace> pace;
    std::optional<QSize> size;
    QString screenshot; ///< empty: none
    int afterEpochs = -1; ///< below 0: all of the experiment
    bool trains = false;
    bool isClean = false;

    QString error; ///< not empty: nothing else counts
    bool wantsHelp = false;
    bool wantsVersion = false;
};

/// arguments: the program's name first. Needs no application object.
[[nodiscard]] LaunchOptions parseLaunchOptions(const QStringList &arguments);
[[nodiscard]] QString launchHelp();

} // namespace nabla::ui
