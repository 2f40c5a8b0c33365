// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiments/experiment_config.h"
#include "core/train/trainer.h"
#include "tests/support/small_data.h"
#include "tests/support/small_run.h"
#include "ui/session/sources/data_loader.h"
#include "ui/session/training_session.h"

#include <memory>
#include <stdexcept>
#include <string>

namespace nabla::ui::test {

inline ExperimentConfig smallExperiment()
{
    ExperimentConfig config;
    config.layers = {784, 12, 10};
    config.epochs = 3;
    config.learningRate = 0.5;
    config.regularizationParameter = 0.0;
    config.data = "bars";
    return config;
}

/// "bars" and "stripes" are there at once, "slow" never, all else cannot be had.
inline std::shared_ptr<const Dataset> loadBars(const std::string &source,
                                               const ProgressFunction &progress)
{
    while (source == "slow" && progress(0.25))
        std::this_thread::yield();
    if (source == "slow")
        return nullptr;
    if (source != "bars" && source != "stripes" && source != "builtin")
        throw std::invalid_argument("no such bars: " + source);
    auto data = std::make_shared<Dataset>(*nabla::test::barData(400, 50, 50));
    data->source = source;
    return data;
}

inline std::unique_ptr<DataLoader> barLoader()
{
    return std::make_unique<DataLoader>(loadBars);
}

/// What the run must come to, computed by nobody but the Trainer.
inline std::uint64_t expectedDigest(const ExperimentConfig &config)
{
    Trainer trainer(config, loadBars("bars", {}));
    nabla::test::finish(trainer);
    return trainer.network().digest();
}

inline RunStatusData statusOf(const TrainingSession &session)
{
    return session.frame().status;
}

} // namespace nabla::ui::test
